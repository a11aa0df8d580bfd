import Vocabulary

extension FormulaParser {
  /// One or more, each with its point. All of one item or bracket, so the same change twice has no meaning;
  /// only offsets add up.
  mutating func modifiers() throws(FormulaFault) -> [FormulaModifier] {
    var modifiers: [FormulaModifier] = []
    while current.token == .symbol(.point) {
      advance()
      for modifier in try modifier() {
        let isRepeated = modifiers.contains { $0.label == modifier.label }
        if isRepeated, case .offset = modifier.change {
        } else if isRepeated {
          throw FormulaFault(.repeatedModifier(modifier.label), at: modifier.place)
        }
        modifiers.append(modifier)
      }
    }
    return modifiers
  }

  private mutating func modifier() throws(FormulaFault) -> [FormulaModifier] {
    let place = current.place
    guard case .name(let word) = current.token else { throw unexpected(.modifier) }
    guard let name = FormulaModifier.Name(rawValue: word) else { throw unknownModifier(word, at: place) }
    advance()
    if name == .yearToDate { return [FormulaModifier(.yearToDate, at: place)] }
    try take(.opening, or: .openingBracket)
    let modifiers: [FormulaModifier]
    switch name {
    case .over: modifiers = try aggregations(at: place)
    case .offset: modifiers = [FormulaModifier(.offset(try periods()), at: place)]
    case .from: modifiers = [FormulaModifier(.from(try day()), at: place)]
    case .until: modifiers = [FormulaModifier(.until(try day()), at: place)]
    case .yearToDate: modifiers = []
    }
    try take(.closing, or: .closingBracket)
    return modifiers
  }

  func unknownModifier(_ word: String, at place: TextPlace) -> FormulaFault {
    let known = FormulaModifier.Name.allCases.map { $0.rawValue }
    return FormulaFault(.unknownModifier(word, nearest: NearestName.of(word, among: known)), at: place)
  }

  /// `territory: sum`, `time: last`, or both with a comma.
  private mutating func aggregations(at place: TextPlace) throws(FormulaFault) -> [FormulaModifier] {
    var changes = [FormulaModifier(try aggregation(), at: place)]
    if current.token == .symbol(.comma) {
      advance()
      let second = FormulaModifier(try aggregation(), at: place)
      if changes[0].label == second.label {
        throw FormulaFault(.repeatedModifier(second.label), at: place)
      }
      changes.append(second)
    }
    return changes
  }

  private mutating func aggregation() throws(FormulaFault) -> FormulaModifier.Change {
    let dimension = current.token
    guard dimension == .name("territory") || dimension == .name("time") else { throw unexpected(.dimension) }
    advance()
    try take(.colon, or: .colon)
    let place = current.place
    guard case .name(let word) = current.token else { throw unexpected(.aggregation) }
    advance()
    if dimension == .name("territory") {
      if let aggregation = TerritoryAggregation(rawValue: word) { return .overTerritory(aggregation) }
      let known = TerritoryAggregation.allCases.map { $0.rawValue }
      throw FormulaFault(.unknownAggregation(word, nearest: NearestName.of(word, among: known)), at: place)
    }
    if let aggregation = TimeAggregation(rawValue: word) { return .overTime(aggregation) }
    let known = TimeAggregation.allCases.map { $0.rawValue }
    throw FormulaFault(.unknownAggregation(word, nearest: NearestName.of(word, among: known)), at: place)
  }

  private mutating func periods() throws(FormulaFault) -> Int {
    let place = current.place
    let isNegative = current.token == .symbol(.minus)
    if isNegative || current.token == .symbol(.plus) { advance() }
    guard case .number(let number) = current.token, number.isWhole else { throw unexpected(.wholeNumber) }
    guard number.numerator <= FormulaLimits.offsetPeriods else {
      throw FormulaFault(.offsetTooFar, at: place)
    }
    advance()
    return isNegative ? -Int(number.numerator) : Int(number.numerator)
  }

  private mutating func day() throws(FormulaFault) -> Day {
    guard case .day(let day) = current.token else { throw unexpected(.day) }
    advance()
    return day
  }
}
