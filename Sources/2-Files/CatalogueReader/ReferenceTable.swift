/// A reviewed table of the catalogue: UTF-8, comma, one header line, no quotes (a test holds the files to it).
struct ReferenceTable {
  private let file: String
  private let columns: [Substring: Int]
  private let lines: ArraySlice<Substring>

  init(_ text: String, file: String) throws(CatalogueFault) {
    self.file = file
    let lines = text.split(separator: "\n")
    guard let header = lines.first else {
      throw CatalogueFault(file: file, line: 1, reason: "the table is empty")
    }
    var columns: [Substring: Int] = [:]
    for (position, name) in header.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      columns[name] = position
    }
    self.columns = columns
    self.lines = lines.dropFirst()
  }

  func map<Value>(_ read: (Row) throws(CatalogueFault) -> Value) throws(CatalogueFault) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(lines.count)
    for (position, line) in lines.enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == columns.count else {
        throw CatalogueFault(
          file: file, line: position + 2, reason: "expected \(columns.count) cells, found \(cells.count)")
      }
      values.append(try read(Row(file: file, line: position + 2, columns: columns, cells: cells)))
    }
    return values
  }

  struct Row {
    let file: String
    let line: Int
    let columns: [Substring: Int]
    let cells: [Substring]

    func valueIfAny<Value>(_ column: String, _ read: (String) -> Value?) throws(CatalogueFault) -> Value? {
      guard let position = columns[Substring(column)] else {
        throw CatalogueFault(file: file, line: 1, reason: "column '\(column)' is missing")
      }
      let cell = String(cells[position])
      guard !cell.isEmpty else { return nil }
      guard let value = read(cell) else {
        throw CatalogueFault(file: file, line: line, reason: "'\(cell)' cannot stand in column '\(column)'")
      }
      return value
    }

    func value<Value>(_ column: String, _ read: (String) -> Value?) throws(CatalogueFault) -> Value {
      guard let value = try valueIfAny(column, read) else {
        throw CatalogueFault(file: file, line: line, reason: "column '\(column)' is empty")
      }
      return value
    }

    func text(_ column: String) throws(CatalogueFault) -> String { try value(column) { $0 } }

    /// Values separated by `|`; none when empty.
    func list(_ column: String) -> [String] {
      guard let position = columns[Substring(column)] else { return [] }
      return cells[position].split(separator: "|").map(String.init)
    }
  }
}
