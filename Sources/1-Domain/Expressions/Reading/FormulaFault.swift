/// What is wrong with a formula, and where: it cannot be read, does not fit the items it names, or could not
/// be computed with what it was given.
public struct FormulaFault: Error, Hashable, Sendable {
  public let reason: Reason
  public let place: TextPlace

  public init(_ reason: Reason, at place: TextPlace) {
    self.reason = reason
    self.place = place
  }

  public enum Reason: Hashable, Sendable {
    // Reading: the text is no formula.
    case empty
    case tooLong
    case tooDeep
    case tooManyItems
    /// No formula has this character outside of quotes.
    case character(String)
    case malformedNumber(String)
    case numberTooLong
    case noSuchDay(String)
    case unclosedText
    case unknownEscape(String)
    case unexpected(String, expected: Expectation)
    case unknownFunction(String, nearest: String?)
    case unknownModifier(String, nearest: String?)
    case unknownAggregation(String, nearest: String?)
    case repeatedModifier(String)
    case offsetTooFar
    case keyTooLong
    case argumentCount(FormulaFunction, found: Int)

    // Checking: the formula does not fit the items.
    case unknownItem(String, nearest: String?)
    case unknownChoice(String, nearest: String?)
    case wrongType(FormulaType, expected: TypeDemand)
    case differentUnits(UnitOfMeasure, UnitOfMeasure)
    case differentTables(String, String)
    case modifierWithoutItem(String)
    case modifierNotAllowed(String, item: String)
    case placesNotConstant
    case inexactMoney

    // Evaluating: what a checked formula can still meet.
    /// A number on the way has more than 38 digits above or below its line.
    case overflow
    /// Columns of one table came with different counts of rows.
    case unequalColumns
    case tooManyMembers
    /// The value given for an item is not of the item's type.
    case wrongInput(String)
  }

  /// What could have stood where something else stands.
  public enum Expectation: String, CaseIterable, Hashable, Sendable {
    /// A number, text, day, item, function or bracket.
    case value
    /// An operator, or the end of the formula.
    case operation
    case openingBracket = "("
    case closingBracket = ")"
    case commaOrClosingBracket = ", )"
    case closingSquareBracket = "]"
    case commaOrClosingSquareBracket = ", ]"
    case colon = ":"
    case comparison = "=="
    case conjunction = "&&"
    case disjunction = "||"
    case membership = "in"
    case cellName
    case modifier
    case dimension
    case aggregation
    case day
    case wholeNumber
  }
}

/// The type that a place in a formula asks for.
public enum TypeDemand: Hashable, Sendable {
  /// One value, or a column, of this type.
  case scalar(ScalarType)
  case numberOrDay
  /// One value, no set and no column.
  case single
  /// A set or a column.
  case many
  /// The type of what stands beside it.
  case same(FormulaType)
}
