public import Vocabulary

/// An indicator's value for a territory and a month, with the parts it was computed from.
public struct Figure: Hashable, Sendable {
  public let indicator: Indicator
  public let territory: TerritoryCode
  public let month: ReferenceMonth
  public let numerator: ElementTotal?
  public let denominator: ElementTotal?
  /// Nil when a part is missing or the denominator is zero: missing is not zero.
  public let value: FixedDecimal?
  public let coverage: Coverage

  /// Computes the value from parts that were added up before: parts first, then the division.
  public init(
    _ indicator: Indicator, territory: TerritoryCode, month: ReferenceMonth,
    totals: [CatalogueKey: ElementTotal], municipalitiesExpected: Int
  ) {
    self.indicator = indicator
    self.territory = territory
    self.month = month
    let numerator = totals[indicator.numerator]
    let denominator = indicator.denominator.flatMap { totals[$0] }
    self.numerator = numerator
    self.denominator = denominator
    value = Self.value(of: indicator, numerator: numerator, denominator: denominator)
    let reported =
      [numerator, indicator.denominator == nil ? numerator : denominator]
      .map { $0?.municipalitiesReported ?? 0 }.min() ?? 0
    coverage = Coverage(reported: reported, expected: municipalitiesExpected)
  }

  /// The loads of both parts, in order of id, each once.
  public var loads: [ID<Load>] {
    Set((numerator?.loads ?? []) + (denominator?.loads ?? [])).sorted()
  }

  /// Whether a part is a sum of distinct counts.
  public var isSumOfDistinct: Bool {
    numerator?.basis == .sumOfDistinct || denominator?.basis == .sumOfDistinct
  }

  private static func value(
    of indicator: Indicator, numerator: ElementTotal?, denominator: ElementTotal?
  ) -> FixedDecimal? {
    guard let numerator else { return nil }
    // Cents become reais by two places; counts stay as they are.
    let shift = indicator.unit == .reais ? -2 : 0
    let divisor: Int64
    if indicator.denominator == nil {
      divisor = 1
    } else {
      guard let denominator else { return nil }
      divisor = denominator.value
    }
    return Ratio(numerator.value, of: divisor).rounded(places: indicator.decimalPlaces, shift: shift)
  }
}

/// How many municipalities reported of how many there were in that month.
public struct Coverage: Hashable, Sendable {
  public let reported: Int
  public let expected: Int

  public init(reported: Int, expected: Int) {
    self.reported = reported
    self.expected = expected
  }

  public var isComplete: Bool { reported >= expected }
}
