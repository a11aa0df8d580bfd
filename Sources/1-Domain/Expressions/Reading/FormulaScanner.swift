import Vocabulary

/// Text to tokens.
struct FormulaScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1

  /// Throws `tooLong`.
  init(_ text: String) throws(FormulaFault) {
    // No scalar has more than four bytes: far too long a text is not taken apart first.
    guard text.utf8.count <= FormulaLimits.length * 4 else { throw FormulaFault(.tooLong, at: .start) }
    scalars = Array(text.unicodeScalars)
    guard scalars.count <= FormulaLimits.length else { throw FormulaFault(.tooLong, at: .start) }
  }

  /// All tokens, the last being `end`.
  static func tokens(of text: String) throws(FormulaFault) -> [PlacedToken] {
    var scanner = try Self(text)
    var tokens: [PlacedToken] = []
    repeat {
      tokens.append(try scanner.next())
    } while tokens.last?.token != .end
    return tokens
  }

  private mutating func next() throws(FormulaFault) -> PlacedToken {
    while let scalar = peek(), Self.isGap(scalar) { advance() }
    let place = TextPlace(line: line, column: column)
    let start = position
    guard let first = peek() else { return PlacedToken(token: .end, place: place, spelling: "") }
    let token: Token
    if Self.isDigit(first) {
      token = try number(at: place)
    } else if Self.isLetter(first) {
      token = .name(name())
    } else if first == "\"" || first == "'" {
      token = try text(quotedBy: first, at: place)
    } else {
      token = .symbol(try symbol(at: place))
    }
    return PlacedToken(token: token, place: place, spelling: Self.quoted(scalars[start..<position]))
  }

  // MARK: Numbers and days

  private mutating func number(at place: TextPlace) throws(FormulaFault) -> Token {
    if let end = endOfDay() {
      let written = String(String.UnicodeScalarView(scalars[position..<end]))
      while position < end { advance() }
      guard let day = Day(written) else { throw FormulaFault(.noSuchDay(written), at: place) }
      return .day(day)
    }
    let start = position
    skipDigits()
    let wholeDigits = position - start
    var decimals = 0
    var isWellFormed = wholeDigits == 1 || scalars[start] != "0"
    if peek() == ".", let after = peek(1), !Self.isLetter(after) {
      advance()
      let point = position
      skipDigits()
      decimals = position - point
      if decimals == 0 { isWellFormed = false }
    } else if peek() == ".", peek(1) == nil {
      advance()
      isWellFormed = false
    }
    while let scalar = peek(), Self.isLetter(scalar) || Self.isDigit(scalar) {
      advance()
      isWellFormed = false
    }
    guard isWellFormed else {
      throw FormulaFault(.malformedNumber(Self.quoted(scalars[start..<position])), at: place)
    }
    guard wholeDigits + decimals <= FormulaLimits.digits, let scale = ExactNumber.powerOfTen(decimals) else {
      throw FormulaFault(.numberTooLong, at: place)
    }
    var units: Int128 = 0
    for scalar in scalars[start..<position] where scalar != "." {
      units = units * 10 + Int128(scalar.value - 0x30)
    }
    guard let number = ExactNumber(units, over: scale) else { throw FormulaFault(.numberTooLong, at: place) }
    return .number(number)
  }

  /// `2025-01-31` is a day. As a subtraction it would have a number with a leading zero, or must be written
  /// with gaps.
  private func endOfDay() -> Int? {
    let end = position + 10
    guard end <= scalars.count else { return nil }
    for (index, scalar) in scalars[position..<end].enumerated() {
      guard index == 4 || index == 7 ? scalar == "-" : Self.isDigit(scalar) else { return nil }
    }
    if end < scalars.count, Self.isLetter(scalars[end]) || Self.isDigit(scalars[end]) { return nil }
    return end
  }

  private mutating func skipDigits() {
    while let scalar = peek(), Self.isDigit(scalar) { advance() }
  }

  // MARK: Names

  /// Words joined by points, up to a modifier: `pbf.families.offset` is the key `pbf.families`, then a
  /// modifier.
  private mutating func name() -> String {
    var name = word()
    while peek() == ".", let first = peek(1), Self.isLetter(first) {
      let next = wordAhead(from: position + 1)
      if FormulaModifier.Name(rawValue: next) != nil { break }
      advance()
      name += "." + word()
    }
    return name
  }

  private mutating func word() -> String {
    let word = wordAhead(from: position)
    for _ in word.unicodeScalars { advance() }
    return word
  }

  private func wordAhead(from start: Int) -> String {
    var end = start
    while end < scalars.count, Self.isLetter(scalars[end]) || Self.isDigit(scalars[end]) { end += 1 }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  // MARK: Texts

  private mutating func text(quotedBy quote: Unicode.Scalar, at place: TextPlace) throws(FormulaFault)
    -> Token
  {
    advance()
    var text = String.UnicodeScalarView()
    while let scalar = peek() {
      if scalar == quote {
        advance()
        return .text(String(text))
      }
      let here = TextPlace(line: line, column: column)
      if scalar == "\\" {
        guard let escaped = peek(1) else { break }
        guard escaped == "\"" || escaped == "'" || escaped == "\\" else {
          throw FormulaFault(.unknownEscape(Self.quoted([scalar, escaped])), at: here)
        }
        advance()
        text.append(escaped)
      } else if Self.isControl(scalar) {
        // A line that ends inside quotes is nearly always a forgotten quote.
        if scalar == "\n" || scalar == "\r" { break }
        throw FormulaFault(.character(Self.quoted([scalar])), at: here)
      } else {
        text.append(scalar)
      }
      advance()
    }
    throw FormulaFault(.unclosedText, at: place)
  }

  // MARK: Symbols

  private mutating func symbol(at place: TextPlace) throws(FormulaFault) -> Symbol {
    let first = scalars[position]
    let pair = peek(1).map { String(String.UnicodeScalarView([first, $0])) }
    if let pair, let symbol = Symbol(rawValue: pair) {
      advance()
      advance()
      return symbol
    }
    if let symbol = Symbol(rawValue: String(first)) {
      advance()
      return symbol
    }
    switch first {
    case "=": throw FormulaFault(.unexpected("=", expected: .comparison), at: place)
    case "&": throw FormulaFault(.unexpected("&", expected: .conjunction), at: place)
    case "|": throw FormulaFault(.unexpected("|", expected: .disjunction), at: place)
    default: throw FormulaFault(.character(Self.quoted([first])), at: place)
    }
  }

  // MARK: Characters

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  private mutating func advance() {
    if scalars[position] == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    position += 1
  }

  /// The space that word processors put in place of an ordinary one is a gap too.
  static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{A0}"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20) && scalar.value < 0x80 || scalar == "_"
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isDirection(scalar)
  }

  /// Marks that change the direction of writing would make a formula look like another one.
  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// As a fault repeats it: shortened, and what cannot be seen by its number, as `U+0007`.
  static func quoted(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    for scalar in scalars {
      if count == FormulaLimits.quotedLength {
        text.append("…")
        break
      }
      count += 1
      if isControl(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text.append(
          contentsOf: ("U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
            .unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
