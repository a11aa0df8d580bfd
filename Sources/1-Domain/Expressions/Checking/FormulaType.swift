/// What one value can be.
public enum ScalarType: String, CaseIterable, Hashable, Sendable {
  case number, text, day, truth
}

/// What a formula, or a part of one, gives.
public struct FormulaType: Hashable, Sendable, CustomStringConvertible {
  public enum Shape: Hashable, Sendable {
    /// One value, as an answer or a count.
    case single
    /// Values without order, each once, as the answer to a question of multiple choice.
    case set
    /// One value per row of the table with this key.
    case column(table: String)

    var isColumn: Bool { if case .column = self { true } else { false } }
  }

  public let scalar: ScalarType
  public let shape: Shape

  public init(_ scalar: ScalarType, _ shape: Shape = .single) {
    self.scalar = scalar
    self.shape = shape
  }

  /// `number`, `set of text`, `column of day`
  public var description: String {
    switch shape {
    case .single: scalar.rawValue
    case .set: "set of " + scalar.rawValue
    case .column: "column of " + scalar.rawValue
    }
  }
}

extension TypeDemand: CustomStringConvertible {
  /// `number`, `number or day`, `single`, `set or column`
  public var description: String {
    switch self {
    case .scalar(let type): type.rawValue
    case .numberOrDay: "number or day"
    case .single: "single"
    case .many: "set or column"
    case .same(let type): type.description
    }
  }
}
