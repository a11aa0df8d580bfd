/// How large a formula, and what it is given, may be. Each is tested at the limit and one beyond.
public enum FormulaLimits {
  /// Unicode scalars of the text.
  public static let length = 4_000
  /// Brackets, calls and signs inside one another.
  public static let depth = 40
  /// Items named, each time counted.
  public static let items = 100
  /// Digits of one number written in a formula.
  public static let digits = 30
  /// Periods that an item may be moved, all its modifiers together.
  public static let offsetPeriods = 240
  /// Decimal places, and tens, that `round` takes.
  public static let places = 12
  /// Members of a set, or rows of a table, that a formula is given.
  public static let members = 1_000
  /// Characters of an item's key, cell included.
  public static let keyLength = 120
  /// Characters of what a fault repeats from the text.
  static let quotedLength = 40
}
