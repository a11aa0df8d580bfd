import Vocabulary

/// What to say of a first line that is no header of a payments file.
enum HeaderRefusal {
  /// Columns named in a refusal, at most.
  static let columnsNamed = 60

  static func of(_ line: String) -> ExtractFailure {
    let splits = ExtractDelimiter.allCases.map { HeaderRecognition.split(line, by: $0) }
    let names = splits.max { $0.count < $1.count } ?? []
    let keys = names.map(HeaderRecognition.key)
    for other in PaymentsLayouts.otherProgrammes {
      let isPresent = other.presentNames.allSatisfy { keys.contains(HeaderRecognition.key($0)) }
      if isPresent, !other.absentNames.contains(where: { keys.contains(HeaderRecognition.key($0)) }) {
        return .otherProgramme(name: other.name)
      }
    }
    if names.contains(where: looksLikeValue) { return .missingHeader(columns: names.count) }
    func missing(_ header: PaymentsHeader) -> [String] {
      header.columns.filter { column in
        column.isRequired && !column.names.contains { keys.contains(HeaderRecognition.key($0)) }
      }.map { $0.names[0] }
    }
    // Ties go to the layout published today.
    let nearest = PaymentsLayouts.headers.reversed().min { missing($0).count < missing($1).count }!
    let known = names.filter(isMadeOfKnownWords)
    return .unknownHeader(
      found: known.prefix(columnsNamed).map { String($0.prefix(60)).trimmed },
      unknown: names.count - known.count,
      missing: missing(nearest),
      nearest: nearest.eras[nearest.eras.count - 1].layout)
  }

  /// Digits and signs without a letter: a line with such a cell is a row of data.
  private static func looksLikeValue(_ cell: String) -> Bool {
    cell.utf8.contains { Digits.value($0) != nil } && NameKey(cell).text.utf8.allSatisfy { $0 < 0x61 }
  }

  /// A column name may be repeated to the user only if it is made of words of known headers; a first line that is
  /// a row of data could hold a person's name.
  private static func isMadeOfKnownWords(_ name: String) -> Bool {
    let words = NameKey(name).text.split(separator: " ").map(String.init)
    return !words.isEmpty && words.allSatisfy(knownWords.contains)
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
