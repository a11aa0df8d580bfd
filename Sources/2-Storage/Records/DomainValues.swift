public import Access
public import Indicators
public import SQLStore
public import Vocabulary

// How the domain's words stand in the store: ids, codes, months and instants as text, as they are written.

extension ID: SQLConvertible {
  public var sqlValue: SQLValue { .text(text) }
}

extension ReferenceMonth: SQLConvertible {
  public var sqlValue: SQLValue { .text(description) }
}

extension Day: SQLConvertible {
  public var sqlValue: SQLValue { .text(description) }
}

extension Instant: SQLConvertible {
  public var sqlValue: SQLValue { .text(description) }
}

extension IBGECode: SQLConvertible {
  public var sqlValue: SQLValue { .text(description) }
}

extension FederativeUnit: SQLConvertible {
  public var sqlValue: SQLValue { .text(rawValue) }
}

extension TerritoryCode: SQLConvertible {
  public var sqlValue: SQLValue { .text(description) }
}

extension Place: SQLConvertible {
  public var sqlValue: SQLValue { .text(description) }
}

extension RegionCode: SQLConvertible {
  public var sqlValue: SQLValue { .text(description) }
}

extension CatalogueKey: SQLConvertible {
  public var sqlValue: SQLValue { .text(text) }
}

extension NameKey: SQLConvertible {
  public var sqlValue: SQLValue { .text(text) }
}

extension ResultRow {
  /// The column read as a domain value; what cannot be read is a defect of the data, never of the person.
  func value<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value {
    let text = try text(column)
    guard let value = read(text) else { throw StoreError.defect("unreadable value in column \(column)") }
    return value
  }

  func valueIfAny<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value? {
    guard let text = try textIfAny(column) else { return nil }
    guard let value = read(text) else { throw StoreError.defect("unreadable value in column \(column)") }
    return value
  }
}
