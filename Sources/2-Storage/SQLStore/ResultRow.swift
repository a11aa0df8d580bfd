/// One row of an answer, read by column name.
///
/// An unknown column, a missing value where one is required, or the wrong type is a `StoreError.defect` that names the
/// column.
public struct ResultRow: Sendable {
  let columns: ColumnNames
  /// In the order of the columns.
  package let values: [SQLValue]

  package init(columns: ColumnNames, values: [SQLValue]) {
    self.columns = columns
    self.values = values
  }

  public func text(_ column: String) throws -> String {
    guard let text = try textIfAny(column) else { throw missing(column) }
    return text
  }

  public func textIfAny(_ column: String) throws -> String? {
    switch try value(column) {
    case .null: nil
    case .text(let text): text
    case .integer: throw StoreError.defect("column \(column) holds a whole number, text was asked for")
    }
  }

  public func integer(_ column: String) throws -> Int {
    guard let integer = try integerIfAny(column) else { throw missing(column) }
    return integer
  }

  public func integerIfAny(_ column: String) throws -> Int? {
    switch try value(column) {
    case .null: nil
    case .integer(let integer): Int(integer)
    case .text: throw StoreError.defect("column \(column) holds text, a whole number was asked for")
    }
  }

  /// Yes or no, kept as 1 or 0.
  public func flag(_ column: String) throws -> Bool {
    switch try integer(column) {
    case 0: false
    case 1: true
    default: throw StoreError.defect("column \(column) holds neither 0 nor 1, a flag was asked for")
    }
  }

  /// The value as it is, for tools that do not know the table.
  public func value(_ column: String) throws -> SQLValue {
    guard let position = columns.position(of: column) else {
      let known = columns.names.joined(separator: ", ")
      throw StoreError.defect("no column \(column) in the answer, which has: \(known)")
    }
    return values[position]
  }

  private func missing(_ column: String) -> StoreError {
    .defect("column \(column) holds no value, one was asked for")
  }
}

/// The column names of an answer, shared by its rows.
package final class ColumnNames: Sendable {
  package let names: [String]

  package init(_ names: [String]) {
    self.names = names
  }

  /// A walk through a dozen names is quicker than a hash of one.
  func position(of name: String) -> Int? {
    names.firstIndex(of: name)
  }
}
