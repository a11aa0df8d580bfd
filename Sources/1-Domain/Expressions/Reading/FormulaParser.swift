import Vocabulary

/// Tokens to a tree. Each function reads one thing and leaves the position behind it.
struct FormulaParser {
  private let tokens: [PlacedToken]
  private var position = 0
  private var depth = 0
  private var items = 0

  init(tokens: [PlacedToken]) {
    self.tokens = tokens
  }

  mutating func formula() throws(FormulaFault) -> FormulaTree {
    if current.token == .end { throw FormulaFault(.empty, at: current.place) }
    let tree = try expression(above: 0)
    guard current.token == .end else { throw unexpected(.operation) }
    return tree
  }

  // MARK: Operators

  /// Values and operators of a higher level than given. Operators of one level come into one chain.
  mutating func expression(above level: Int) throws(FormulaFault) -> FormulaTree {
    var tree = try signed()
    while let first = currentOperator, first.level > level {
      var links: [FormulaTree.Link] = []
      while let next = currentOperator, next.level == first.level {
        let place = current.place
        advance()
        links.append(FormulaTree.Link(next, try expression(above: first.level), at: place))
      }
      tree = FormulaTree(.chain(tree, links), at: tree.place)
    }
    return tree
  }

  private mutating func signed() throws(FormulaFault) -> FormulaTree {
    guard let sign = currentSign else { return try power() }
    let place = current.place
    try enter()
    advance()
    let operand = try signed()
    depth -= 1
    return FormulaTree(.signed(sign, operand), at: place)
  }

  /// `^` binds tighter than a sign before it, while an exponent may have its own sign: `-2^-2` is −(2^(−2)).
  private mutating func power() throws(FormulaFault) -> FormulaTree {
    let base = try modified()
    var links: [FormulaTree.Link] = []
    while current.token == .symbol(.power) {
      let place = current.place
      advance()
      links.append(FormulaTree.Link(.power, try exponent(), at: place))
    }
    return links.isEmpty ? base : FormulaTree(.chain(base, links), at: base.place)
  }

  private mutating func exponent() throws(FormulaFault) -> FormulaTree {
    guard let sign = currentSign, sign != .not else { return try modified() }
    let place = current.place
    try enter()
    advance()
    let operand = try exponent()
    depth -= 1
    return FormulaTree(.signed(sign, operand), at: place)
  }

  // MARK: Values

  private mutating func modified() throws(FormulaFault) -> FormulaTree {
    let place = current.place
    let isBracket = current.token == .symbol(.opening)
    let value = try isBracket ? bracket() : single()
    let isItem = if case .item = value.kind { true } else { false }
    guard isBracket || isItem, current.token == .symbol(.point) else { return value }
    return FormulaTree(.modified(value, try modifiers()), at: place)
  }

  private mutating func bracket() throws(FormulaFault) -> FormulaTree {
    try enter()
    advance()
    let tree = try expression(above: 0)
    try take(.closing, or: .closingBracket)
    depth -= 1
    return tree
  }

  private mutating func single() throws(FormulaFault) -> FormulaTree {
    let place = current.place
    let kind: FormulaTree.Kind
    switch current.token {
    case .number(let number): kind = .number(number)
    case .text(let text): kind = .text(text)
    case .day(let day): kind = .day(day)
    case .name("true"): kind = .truth(true)
    case .name("false"): kind = .truth(false)
    case .name(let name) where !Self.reserved.contains(name):
      if next == .symbol(.opening) { return try call(name) }
      return try item(name)
    default: throw unexpected(.value)
    }
    advance()
    return FormulaTree(kind, at: place)
  }

  /// Words that stand for something else than an item.
  static let reserved: Set<String> = ["and", "or", "in", "true", "false"]

  private mutating func item(_ name: String) throws(FormulaFault) -> FormulaTree {
    let place = current.place
    items += 1
    guard items <= FormulaLimits.items else { throw FormulaFault(.tooManyItems, at: place) }
    advance()
    var cell: [String] = []
    if current.token == .symbol(.openingSquare) {
      repeat {
        advance()
        guard case .name(let word) = current.token else { throw unexpected(.cellName) }
        cell.append(word)
        advance()
      } while cell.count < ItemKey.greatestCellDepth && current.token == .symbol(.comma)
      let isFull = cell.count == ItemKey.greatestCellDepth
      try take(.closingSquare, or: isFull ? .closingSquareBracket : .commaOrClosingSquareBracket)
    }
    let key = ItemKey(name: name, cell: cell)
    guard key.description.utf8.count <= FormulaLimits.keyLength else {
      throw FormulaFault(.keyTooLong, at: place)
    }
    return FormulaTree(.item(key), at: place)
  }

  private mutating func call(_ name: String) throws(FormulaFault) -> FormulaTree {
    let place = current.place
    guard let function = FormulaFunction(rawValue: name) else { throw unknownCall(name, at: place) }
    try enter()
    advance()
    advance()
    var arguments: [FormulaTree] = []
    if current.token != .symbol(.closing) {
      arguments.append(try expression(above: 0))
      if function == .is {
        guard current.token == .name("in") else { throw unexpected(.membership) }
        advance()
        arguments.append(try expression(above: 0))
      }
      while current.token == .symbol(.comma) {
        advance()
        arguments.append(try expression(above: 0))
      }
    }
    try take(.closing, or: .commaOrClosingBracket)
    depth -= 1
    let signature = function.signature
    guard arguments.count >= signature.leastArguments,
      signature.mostArguments.map({ arguments.count <= $0 }) ?? true
    else { throw FormulaFault(.argumentCount(function, found: arguments.count), at: place) }
    return FormulaTree(.call(function, arguments), at: place)
  }

  /// After a point, what has brackets was meant as a modifier: `pbf.families.ofset(-1)`.
  private func unknownCall(_ name: String, at place: TextPlace) -> FormulaFault {
    let words = name.split(separator: ".")
    guard words.count > 1, let last = words.last else {
      let known = FormulaFunction.allCases.map { $0.rawValue }
      return FormulaFault(.unknownFunction(name, nearest: NearestName.of(name, among: known)), at: place)
    }
    let column = place.column + name.utf8.count - last.utf8.count
    return unknownModifier(String(last), at: TextPlace(line: place.line, column: column))
  }
}

// MARK: What all parts of the parser use

extension FormulaParser {
  var current: PlacedToken { tokens[position] }

  var next: Token? { position + 1 < tokens.count ? tokens[position + 1].token : nil }

  /// The last token is `end`, and nothing moves beyond it.
  mutating func advance() {
    if position + 1 < tokens.count { position += 1 }
  }

  mutating func take(_ symbol: Symbol, or expected: FormulaFault.Expectation) throws(FormulaFault) {
    guard current.token == .symbol(symbol) else { throw unexpected(expected) }
    advance()
  }

  func unexpected(_ expected: FormulaFault.Expectation) -> FormulaFault {
    FormulaFault(.unexpected(current.spelling, expected: expected), at: current.place)
  }

  private mutating func enter() throws(FormulaFault) {
    depth += 1
    guard depth <= FormulaLimits.depth else { throw FormulaFault(.tooDeep, at: current.place) }
  }

  private var currentSign: FormulaSign? {
    switch current.token {
    case .symbol(.plus): .plus
    case .symbol(.minus): .minus
    case .symbol(.not): .not
    default: nil
    }
  }

  private var currentOperator: FormulaOperator? {
    switch current.token {
    case .name("and"), .symbol(.and): .and
    case .name("or"), .symbol(.or): .or
    case .symbol(let symbol): FormulaOperator(rawValue: symbol.rawValue)
    default: nil
    }
  }
}
