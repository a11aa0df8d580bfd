public import Vocabulary

extension FormulaInput {
  /// The months whose values it takes when the indicator's period is `span`, in order.
  public func months(in span: MonthSpan) -> [ReferenceMonth] {
    var moved = span.moved(by: offset)
    if isYearToDate { moved = moved.yearToDate }
    var months: [ReferenceMonth] = []
    for step in 0..<moved.months {
      let month = moved.first + step
      let lastDay = Day(
        year: month.year, month: month.month, day: Day.length(ofMonth: month.month, year: month.year))
      // Beyond the calendar nothing was ever observed.
      guard let lastDay else { continue }
      if let from, month.firstDay < from { continue }
      if let until, until < lastDay { continue }
      months.append(month)
    }
    return months
  }

  /// Its value for a territory and a period, put together from what was reported. For elements; other items
  /// give nothing.
  ///
  /// Throws `overflow`, at the place given.
  public func aggregated<Source: Observations>(
    from source: Source, in territory: Source.Territory, over span: MonthSpan, at place: TextPlace = .start
  ) throws(FormulaFault) -> AggregatedValue {
    guard let aggregation = self.territory, let time else {
      return AggregatedValue(value: nil, basis: .reported, reported: 0, expected: 0)
    }
    let together = Aggregation(
      source: source, item: item, months: months(in: span), territory: aggregation, time: time)
    do {
      return try together.result(in: territory)
    } catch {
      throw FormulaFault(.overflow, at: place)
    }
  }
}

/// What came of a formula for one territory and period, with what each of its inputs rests on.
public struct AggregatedOutcome: Hashable, Sendable {
  public let outcome: FormulaOutcome
  /// In the order of `outcome.inputs`.
  public let inputs: [AggregatedValue]
}

extension CheckedFormula {
  /// Puts each input together from what was reported, then computes. Items that are no elements are missing.
  ///
  /// Throws as `outcome(missing:values:)`; an overflow on the way has the place of the item.
  public func outcome<Source: Observations>(
    from source: Source, in territory: Source.Territory, over span: MonthSpan,
    missing treatment: MissingTreatment
  ) throws(FormulaFault) -> AggregatedOutcome {
    var together: [AggregatedValue] = []
    var values: [FormulaValue?] = []
    for (index, input) in inputs.enumerated() {
      let value = try input.aggregated(from: source, in: territory, over: span, at: places[index])
      together.append(value)
      values.append(value.value.map { .number($0) })
    }
    return AggregatedOutcome(outcome: try outcome(missing: treatment, values: values), inputs: together)
  }
}
