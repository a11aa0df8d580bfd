import Vocabulary

// Headers as data, for every kind of file: docs/how-to/add-a-file-format.md.

/// How a month is written in a column.
enum MonthForm: Sendable {
  /// `202312` or `12/2023`.
  case yearAndMonth
  /// `12`: the year is the payroll's.
  case monthNumber
}

/// One column: its names as published (compared without accents, case, spaces and punctuation).
struct LayoutColumn<Field: Hashable & Sendable>: Sendable {
  let field: Field
  let names: [String]
  var isRequired = true
  var monthForm = MonthForm.yearAndMonth
}

/// One header as published. Columns that it does not name are counted and skipped, never looked at.
protocol PublishedHeader: Sendable {
  associatedtype Field: Hashable & Sendable
  var columns: [LayoutColumn<Field>] { get }
  /// Columns whose presence says that the file is not this one.
  var absentNames: [String] { get }
}

/// Where a file has the columns of a header.
struct HeaderMatch<Header: PublishedHeader>: Sendable {
  let header: Header
  let delimiter: ExtractDelimiter
  let fieldCount: Int
  let positions: [Header.Field: Int]
  /// Column names as the table has them, by position; nil for columns that the header does not name.
  let names: [String?]
}

/// What the reader of one kind of file knows of its columns. The rest of opening a file needs no more.
protocol FileColumns: Sendable {
  var delimiter: ExtractDelimiter { get }
  /// - Parameter line: the decoded first line, without its end.
  /// - Throws: the refusal of a line that is no header of this kind.
  static func recognise(_ line: String) throws(ExtractFailure) -> Self
}

/// Finds a first line among headers, by names, never by position.
enum HeaderRecognition {
  /// Letters and digits only, without accents and case: `"MÊS  Competência"` is `mescompetencia`.
  static func key(_ name: String) -> String {
    NameKey(name).text.split(separator: " ").joined()
  }

  /// The first of `headers` whose required columns are all there, under the first delimiter that makes it so.
  static func match<Header: PublishedHeader>(
    _ line: String, among headers: [Header]
  ) throws(ExtractFailure) -> HeaderMatch<Header>? {
    for delimiter in ExtractDelimiter.allCases {
      let keys = split(line, by: delimiter).map(key)
      if let header = headers.first(where: { fits($0, keys) }) {
        return try match(header, keys: keys, delimiter: delimiter)
      }
    }
    return nil
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

  private static func fits(_ header: some PublishedHeader, _ keys: [String]) -> Bool {
    header.columns.allSatisfy { column in
      !column.isRequired || column.names.contains { keys.contains(key($0)) }
    } && !header.absentNames.contains { keys.contains(key($0)) }
  }

  private static func match<Header: PublishedHeader>(
    _ header: Header, keys: [String], delimiter: ExtractDelimiter
  ) throws(ExtractFailure) -> HeaderMatch<Header> {
    var positions: [Header.Field: Int] = [:]
    var names = [String?](repeating: nil, count: keys.count)
    for column in header.columns {
      let columnKeys = column.names.map(key)
      let matches = keys.indices.filter { columnKeys.contains(keys[$0]) }
      guard let match = matches.first else { continue }
      guard matches.count == 1 else { throw .duplicateColumn(column: column.names[0]) }
      positions[column.field] = match
      names[match] = column.names.first { key($0) == keys[match] }
    }
    return HeaderMatch(
      header: header, delimiter: delimiter, fieldCount: keys.count, positions: positions, names: names)
  }
}
