import Vocabulary

/// Which months are named under a series, so that names never touch.
struct MonthAxis {
  struct Tick: Equatable {
    /// Months since the first month of the chart.
    let offset: Int
    /// `jan`; nothing where only years are named.
    let month: String?
    /// `2023`, under the first named month of its year.
    let year: String?
  }

  let ticks: [Tick]

  /// `spacing`: user units from one month to the next.
  init(_ months: ClosedRange<ReferenceMonth>, spacing: Double) {
    let first = months.lowerBound
    let count = months.upperBound.months(since: first) + 1
    let step = [1, 2, 3, 6, 12, 24, 60, 120].first { Double($0) * spacing >= ($0 < 12 ? 32 : 38) } ?? 240
    var ticks: [Tick] = []
    var namedYear: Int?
    for offset in 0..<count {
      let month = first + offset
      // Years count from year 0, so that 24 months apart means even years whatever the chart begins with.
      guard month.index % step == 0 else { continue }
      let isNewYear = namedYear != month.year
      namedYear = month.year
      ticks.append(
        Tick(
          offset: offset, month: step < 12 ? Words.short(month) : nil,
          year: isNewYear ? String(month.year) : nil))
    }
    if ticks.isEmpty {
      ticks = [Tick(offset: 0, month: Words.short(first), year: String(first.year))]
    }
    self.ticks = ticks
  }
}
