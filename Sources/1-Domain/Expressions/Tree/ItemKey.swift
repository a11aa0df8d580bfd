/// What a formula reads a value from, by name: an element or indicator `pbf.families`, an answer `F01`, a
/// cell of a matrix `M02[saude, reunioes]`, a column of a table `G01.profissao`.
///
/// Words of ASCII letters, digits and `_`, joined by points; after it, in square brackets, the row and
/// perhaps the column of a cell. A word that is a modifier (`offset`) cannot follow a point.
public struct ItemKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let name: String
  /// Row, or row and column, of a matrix; else empty.
  public let cell: [String]

  public static let greatestCellDepth = 2

  /// For the parser, which has seen that name and cell are words.
  init(name: String, cell: [String]) {
    self.name = name
    self.cell = cell
  }

  /// Reads a key as a formula has it; nil for anything else.
  public init?(_ text: String) {
    guard let tree = try? Formula(text).tree, case .item(let key) = tree.kind else { return nil }
    self = key
  }

  public var description: String {
    guard let first = cell.first else { return name }
    var text = name + "[" + first
    for word in cell.dropFirst() { text += ", " + word }
    return text + "]"
  }

  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
