/// What a column can hold on both engines: whole numbers, text, or nothing.
///
/// Cents, yes/no and counts are whole numbers; days, months, instants and ids are text.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
}

/// A value that may be written into a statement by interpolation.
public protocol SQLConvertible {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
  public var sqlValue: SQLValue { self }
}

extension String: SQLConvertible {
  public var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLConvertible {
  public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
  public var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLConvertible {
  /// 1 or 0: neither engine's own boolean type is used.
  public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
