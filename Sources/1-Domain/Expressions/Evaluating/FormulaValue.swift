public import Vocabulary

/// One value. Money is a number in reais. Texts are the same when they are written with the same characters,
/// on every machine alike: a letter and its accent apart are not the letter with the accent.
public enum ScalarValue: Sendable {
  case number(ExactNumber)
  case text(String)
  case day(Day)
  case truth(Bool)

  public var type: ScalarType {
    switch self {
    case .number: .number
    case .text: .text
    case .day: .day
    case .truth: .truth
    }
  }
}

extension ScalarValue: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.day(let left), .day(let right)): left == right
    case (.truth(let left), .truth(let right)): left == right
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number): hasher.combine(number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .day(let day): hasher.combine(day)
    case .truth(let truth): hasher.combine(truth)
    }
  }
}

/// What a formula is given for an item, and what it gives. A value that is missing is no `FormulaValue`.
public enum FormulaValue: Hashable, Sendable {
  case one(ScalarValue)
  /// An answered question of multiple choice; empty when nothing was chosen, which is not missing.
  case set([ScalarValue])
  /// A value per row of a table, nil where the row has none; empty when the table has no rows.
  case column([ScalarValue?])

  public static func number(_ number: ExactNumber) -> Self { .one(.number(number)) }
  public static func text(_ text: String) -> Self { .one(.text(text)) }
  public static func day(_ day: Day) -> Self { .one(.day(day)) }
  public static func truth(_ truth: Bool) -> Self { .one(.truth(truth)) }

  /// Whether it can be a value of the type.
  func fits(_ type: FormulaType) -> Bool {
    switch (self, type.shape) {
    case (.one(let value), .single): value.type == type.scalar
    case (.set(let values), .set): values.allSatisfy { $0.type == type.scalar }
    case (.column(let values), .column): values.allSatisfy { $0.map { $0.type == type.scalar } ?? true }
    default: false
    }
  }

  var memberCount: Int {
    switch self {
    case .one: 1
    case .set(let values): values.count
    case .column(let values): values.count
    }
  }
}

extension ScalarValue: CustomStringConvertible {
  /// As a formula writes it.
  public var description: String {
    switch self {
    case .number(let number): number.description
    case .text(let text): FormulaTree.quoted(text)
    case .day(let day): day.description
    case .truth(let truth): truth ? "true" : "false"
    }
  }
}

extension FormulaValue: CustomStringConvertible {
  /// `3`, `{"a", "b"}`, `[1, ?, 2]`
  public var description: String {
    switch self {
    case .one(let value): return value.description
    case .set(let values):
      var text = ""
      for (index, value) in values.enumerated() { text += (index == 0 ? "" : ", ") + value.description }
      return "{" + text + "}"
    case .column(let values):
      var text = ""
      for (index, value) in values.enumerated() {
        text += (index == 0 ? "" : ", ") + (value?.description ?? "?")
      }
      return "[" + text + "]"
    }
  }
}
