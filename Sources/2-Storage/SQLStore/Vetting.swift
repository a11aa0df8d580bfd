/// What both engines refuse before a statement reaches them, so that they refuse the same.
package enum Vetting {
  /// Throws `defect` for too many values, and for text with NUL, which PostgreSQL cannot hold.
  package static func check(_ values: [SQLValue]) throws {
    guard values.count <= StoreLimits.valuesPerStatement else {
      throw StoreError.defect(
        "\(values.count) values in one statement, at most \(StoreLimits.valuesPerStatement) are allowed")
    }
    for value in values { try check(value) }
  }

  package static func check(_ value: SQLValue) throws {
    guard case .text(let text) = value else { return }
    let holdsNUL = text.utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? text.utf8.contains(0)
    if holdsNUL { throw StoreError.defect("text with a NUL character cannot be stored") }
  }

  /// Names of tables and columns that are not written in a statement's own words: lower-case letters, digits, `_`.
  package static func check(identifier: String) throws {
    let first = identifier.utf8.first.map { isLetter($0) } ?? false
    guard first, identifier.utf8.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) }) else {
      throw StoreError.defect("a table or column name has lower-case letters, digits and _ only")
    }
  }

  /// The table, the columns and the shape of the rows of a bulk insert.
  package static func check(table: String, columns: [String], rows: [[SQLValue]]) throws {
    try check(identifier: table)
    for column in columns { try check(identifier: column) }
    guard !columns.isEmpty else { throw StoreError.defect("an insert into \(table) without columns") }
    for row in rows where row.count != columns.count {
      throw StoreError.defect(
        "a row of \(row.count) values for \(columns.count) columns of \(table)")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || byte == 0x5f
  }
}
