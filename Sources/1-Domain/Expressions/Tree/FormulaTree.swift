public import Vocabulary

/// A formula taken apart. Trees are equal when they say the same: where something stands, and gaps and
/// brackets that change nothing, make no difference.
public struct FormulaTree: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    case number(ExactNumber)
    case text(String)
    case day(Day)
    case truth(Bool)
    case item(ItemKey)
    case signed(FormulaSign, FormulaTree)
    /// Values with operators of one level between them: `a + b - c`. A list and no tree, so that a long sum
    /// is not deep.
    case chain(FormulaTree, [Link])
    case call(FormulaFunction, [FormulaTree])
    case modified(FormulaTree, [FormulaModifier])
  }

  public struct Link: Hashable, Sendable {
    public let `operator`: FormulaOperator
    /// Of the operator.
    public let place: TextPlace
    public let operand: FormulaTree

    public init(_ operator: FormulaOperator, _ operand: FormulaTree, at place: TextPlace) {
      self.operator = `operator`
      self.operand = operand
      self.place = place
    }

    public static func == (left: Self, right: Self) -> Bool {
      left.operator == right.operator && left.operand == right.operand
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(`operator`)
      hasher.combine(operand)
    }
  }

  public let kind: Kind
  /// Of its first character.
  public let place: TextPlace

  public init(_ kind: Kind, at place: TextPlace) {
    self.kind = kind
    self.place = place
  }

  public static func == (left: Self, right: Self) -> Bool { left.kind == right.kind }

  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }

  /// The items it names, in order, each as often as it is named.
  public var items: [ItemKey] {
    switch kind {
    case .number, .text, .day, .truth: return []
    case .item(let key): return [key]
    case .signed(_, let operand), .modified(let operand, _): return operand.items
    case .chain(let first, let links):
      var items = first.items
      for link in links { items += link.operand.items }
      return items
    case .call(_, let arguments):
      var items: [ItemKey] = []
      for argument in arguments { items += argument.items }
      return items
    }
  }
}
