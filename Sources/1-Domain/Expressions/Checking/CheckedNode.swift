import Vocabulary

/// A part of a checked formula, ready to be computed: types fit, items are numbers of inputs.
indirect enum CheckedNode: Hashable, Sendable {
  case constant(ScalarValue)
  case input(Int)
  case signed(FormulaSign, CheckedNode, TextPlace)
  case chain(CheckedNode, [CheckedLink], givesColumn: Bool)
  case call(FormulaFunction, [CheckedNode], TextPlace, givesColumn: Bool)
  /// `if` for one condition: only the branch that is taken is computed.
  case choice(CheckedNode, CheckedNode, CheckedNode)
}

struct CheckedLink: Hashable, Sendable {
  let `operator`: FormulaOperator
  let operand: CheckedNode
  let place: TextPlace
}

/// What the checker knows of a part while it goes up the tree.
struct CheckedPart {
  var node: CheckedNode
  let type: FormulaType
  var unit = UnitOfMeasure.plain
  /// False once a logarithm or a root has a part in it.
  var isExact = true
  /// The codes that it can be, for an item that is a choice.
  var choices: [String] = []
  /// The text written in the formula, for one that is compared with a choice.
  var writtenText: String?
  /// The whole number written in the formula, perhaps with a sign.
  var writtenWhole: Int128?
  let place: TextPlace
}
