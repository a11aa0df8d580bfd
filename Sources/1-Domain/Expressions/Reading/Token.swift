import Vocabulary

/// The smallest parts of a formula.
enum Token: Hashable {
  case number(ExactNumber)
  case text(String)
  case day(Day)
  /// A word, or words joined by points: an item's key, a function, a modifier.
  case name(String)
  case symbol(Symbol)
  case end
}

enum Symbol: String, CaseIterable {
  case opening = "("
  case closing = ")"
  case openingSquare = "["
  case closingSquare = "]"
  case comma = ","
  case point = "."
  case colon = ":"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case remainder = "%"
  case power = "^"
  case notGreater = "<="
  case notLess = ">="
  case less = "<"
  case greater = ">"
  case equal = "=="
  case unequal = "!="
  case not = "!"
  case and = "&&"
  case or = "||"
}

struct PlacedToken {
  let token: Token
  let place: TextPlace
  /// As it stands in the text, shortened.
  let spelling: String
}
