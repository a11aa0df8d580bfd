import Vocabulary

/// Which columns of a file mean what.
struct PaymentsColumns: Sendable {
  enum SecondMonth: Sendable, Equatable {
    case none
    /// A whole month at this position.
    case full(Int)
    /// A month's number at this position; its year is the payroll's.
    case number(Int)
  }

  let header: PaymentsHeader
  let delimiter: ExtractDelimiter
  let fieldCount: Int
  /// Column names as the table has them, by position; nil for columns that are not read.
  let names: [String?]
  let firstMonth: Int
  let secondMonth: SecondMonth
  let federativeUnit: Int
  let municipality: Int
  let cpf: Int?
  let nis: Int
  let value: Int
}

/// Finds the header of the first line among `PaymentsLayouts`, by names, never by position.
enum HeaderRecognition {
  /// Letters and digits only, without accents and case: `"MÊS  Competência"` is `mescompetencia`.
  static func key(_ name: String) -> String {
    NameKey(name).text.split(separator: " ").joined()
  }

  /// - Parameter line: the decoded first line, without its end.
  static func recognise(_ line: String) throws(ExtractFailure) -> PaymentsColumns {
    for delimiter in ExtractDelimiter.allCases {
      let names = split(line, by: delimiter)
      let keys = names.map(key)
      if let header = PaymentsLayouts.headers.first(where: { fits($0, keys) }) {
        return try columns(header, keys: keys, delimiter: delimiter)
      }
    }
    throw refusal(line)
  }

  static func split(_ line: String, by delimiter: ExtractDelimiter) -> [String] {
    var names: [String] = []
    var name = ""
    var isInside = false
    for scalar in line.unicodeScalars {
      if scalar == "\"" {
        isInside.toggle()
      } else if !isInside, scalar == Unicode.Scalar(delimiter.byte) {
        names.append(name)
        name = ""
      } else {
        name.unicodeScalars.append(scalar)
      }
    }
    return names + [name]
  }

  private static func fits(_ header: PaymentsHeader, _ keys: [String]) -> Bool {
    header.columns.allSatisfy { column in
      !column.isRequired || column.names.contains { keys.contains(key($0)) }
    } && !header.absentNames.contains { keys.contains(key($0)) }
  }

  private static func columns(
    _ header: PaymentsHeader, keys: [String], delimiter: ExtractDelimiter
  ) throws(ExtractFailure) -> PaymentsColumns {
    var positions: [PaymentsField: Int] = [:]
    var names = [String?](repeating: nil, count: keys.count)
    for column in header.columns where column.field != .marker {
      let columnKeys = column.names.map(key)
      let matches = keys.indices.filter { columnKeys.contains(keys[$0]) }
      guard let match = matches.first else { continue }
      guard matches.count == 1 else { throw .duplicateColumn(column: column.names[0]) }
      positions[column.field] = match
      names[match] = column.names.first { key($0) == keys[match] }
    }
    guard let first = positions[.competenceMonth] ?? positions[.referenceMonth],
      let federativeUnit = positions[.federativeUnit], let municipality = positions[.municipality],
      let nis = positions[.nis], let value = positions[.value]
    else {
      throw .unknownHeader(found: [], missing: [], nearest: header.eras[0].layout)
    }
    return PaymentsColumns(
      header: header, delimiter: delimiter, fieldCount: keys.count, names: names, firstMonth: first,
      secondMonth: secondMonth(header, positions), federativeUnit: federativeUnit, municipality: municipality,
      cpf: positions[.cpf], nis: nis, value: value)
  }

  private static func secondMonth(
    _ header: PaymentsHeader, _ positions: [PaymentsField: Int]
  ) -> PaymentsColumns.SecondMonth {
    guard positions[.competenceMonth] != nil, let second = positions[.referenceMonth] else { return .none }
    let form = header.columns.first { $0.field == .referenceMonth }?.monthForm ?? .yearAndMonth
    return form == .monthNumber ? .number(second) : .full(second)
  }
}

// What to say of a first line that is no known header.
extension HeaderRecognition {
  /// Columns named in a refusal, at most.
  static let columnsNamed = 60

  static func refusal(_ line: String) -> ExtractFailure {
    let splits = ExtractDelimiter.allCases.map { split(line, by: $0) }
    let names = splits.max { $0.count < $1.count } ?? []
    let keys = names.map(key)
    for other in PaymentsLayouts.otherProgrammes {
      let isPresent = other.presentNames.allSatisfy { keys.contains(key($0)) }
      if isPresent, !other.absentNames.contains(where: { keys.contains(key($0)) }) {
        return .otherProgramme(name: other.name)
      }
    }
    if names.contains(where: looksLikeValue) { return .missingHeader(columns: names.count) }
    func missing(_ header: PaymentsHeader) -> [String] {
      header.columns.filter { column in
        column.isRequired && !column.names.contains { keys.contains(key($0)) }
      }.map { $0.names[0] }
    }
    // Ties go to the layout published today.
    let nearest = PaymentsLayouts.headers.reversed().min { missing($0).count < missing($1).count }!
    return .unknownHeader(
      found: names.prefix(columnsNamed).map(safeName), missing: missing(nearest),
      nearest: nearest.eras[nearest.eras.count - 1].layout)
  }

  /// Digits and signs without a letter: a line with such a cell is a row of data.
  private static func looksLikeValue(_ cell: String) -> Bool {
    cell.utf8.contains { Digits.value($0) != nil } && NameKey(cell).text.utf8.allSatisfy { $0 < 0x61 }
  }

  /// A column name may be repeated to the user only if it is made of words of known headers; a first line that is
  /// a row of data could hold a person's name.
  private static func safeName(_ name: String) -> String {
    let words = NameKey(name).text.split(separator: " ").map(String.init)
    if !words.isEmpty, words.allSatisfy(knownWords.contains) {
      return String(name.prefix(60)).trimmed
    }
    return Shape.of(Array(name.utf8))
  }

  private static let knownWords: Set<String> = {
    let headers = PaymentsLayouts.headers.flatMap { $0.columns.flatMap(\.names) + $0.absentNames }
    let others = PaymentsLayouts.otherProgrammes.flatMap { $0.presentNames + $0.absentNames }
    let frequent = [
      "NOME MUNICÍPIO", "NOME FAVORECIDO", "CPF BENEFICIÁRIO", "NOME REPRESENTANTE LEGAL", "Código Função",
      "Código Subfunção", "Código Programa", "Código Ação", "DATA", "ANO", "DIA", "IBGE", "ID", "PROGRAMA",
      "BENEFÍCIO CONCEDIDO JUDICIALMENTE", "PARCELA", "DE", "DO", "DA", "COD", "NUM", "MUNIC", "QTD",
      "FAMILIAS",
      "PAGAMENTO", "ESTADO", "ENQUADRAMENTO", "OBSERVAÇÃO", "RESPONSÁVEL", "SIGLA", "TOTAL", "QUANTIDADE",
    ]
    return Set(
      (headers + others + frequent).flatMap { NameKey($0).text.split(separator: " ").map(String.init) })
  }()
}

extension String {
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
