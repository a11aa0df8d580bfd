/// A formula that can be read: the text as it was given and its tree. Whether it fits the items it names is
/// seen by `checked(against:)`.
public struct Formula: Hashable, Sendable {
  public let text: String
  public let tree: FormulaTree

  /// Throws what keeps the text from being a formula, with its place.
  public init(_ text: String) throws(FormulaFault) {
    self.text = text
    var parser = FormulaParser(tokens: try FormulaScanner.tokens(of: text))
    tree = try parser.formula()
  }

  /// The items it names, each once, in order of their keys.
  public var items: [ItemKey] { Set(tree.items).sorted() }
}

extension Formula: CustomStringConvertible {
  /// In the usual form: one gap around operators, no bracket too many. It reads as the same tree.
  public var description: String { tree.description }
}
