import Vocabulary

/// Which month the file pays, found from its month columns.
struct PayrollMonth {
  let month: ReferenceMonth
  /// How many of a municipality's accepted rows are of an earlier month.
  let late: (_ municipality: Int) -> Int

  /// - Parameters:
  ///   - first: rows by month of the first month column.
  ///   - second: of the second; by month number where it holds no more.
  static func find(_ columns: PaymentsColumns, merged: MergedTally) throws(ExtractFailure) -> PayrollMonth {
    let first = Occurring(merged.firstMonths)
    let second = Occurring(merged.secondMonths)
    switch columns.secondMonth {
    case .none:
      guard let only = first.only else { throw .twoPayrollMonths(first.described) }
      return PayrollMonth(month: month(only)) { _ in 0 }
    case .full:
      return try ofTwo(first, second, merged)
    case .number:
      return try ofNumber(first, second, merged)
    }
  }

  /// The constant column; if both are, the later. The other is the parcel's month.
  private static func ofTwo(
    _ first: Occurring, _ second: Occurring, _ merged: MergedTally
  ) throws(ExtractFailure) -> PayrollMonth {
    let firstPays = PayrollMonth.late(merged, \.secondBeforeFirst)
    let secondPays = PayrollMonth.late(merged, \.firstBeforeSecond)
    switch (first.only, second.only) {
    case (let first?, let second?) where first > second:
      return PayrollMonth(month: month(first), late: firstPays)
    case (_, let second?): return PayrollMonth(month: month(second), late: secondPays)
    case (let first?, nil): return PayrollMonth(month: month(first), late: firstPays)
    case (nil, nil):
      throw .twoPayrollMonths((first.months.count < second.months.count ? first : second).described)
    }
  }

  /// A constant month number is the payroll's; its year follows from the month of most parcels: the first month of
  /// that number that is not before it. (Real file of January 2017: number 1; parcels of 11/2016 to 01/2017.)
  private static func ofNumber(
    _ first: Occurring, _ second: Occurring, _ merged: MergedTally
  ) throws(ExtractFailure) -> PayrollMonth {
    if let number = second.only, let most = first.most {
      let payroll = most + (number - most % 12 + 12) % 12
      return PayrollMonth(month: month(payroll)) { municipality in
        merged.firstMonthRows[municipality, default: [:]].reduce(0) { $0 + ($1.key < payroll ? $1.value : 0) }
      }
    }
    guard let only = first.only else { throw .twoPayrollMonths(first.described) }
    return PayrollMonth(month: month(only), late: late(merged, \.secondBeforeFirst))
  }

  private static func late(_ merged: MergedTally, _ count: KeyPath<RowTally.Counts, UInt32>) -> (Int) -> Int {
    { Int(merged.counts[$0][keyPath: count]) }
  }

  private static func month(_ position: Int) -> ReferenceMonth {
    ReferenceMonth(year: ReferenceMonth.years.lowerBound, month: 1)! + position
  }

  /// The months that occur in a column.
  private struct Occurring {
    /// Months named in a refusal, at most.
    static let named = 12

    let months: [(position: Int, count: RowTally.MonthCount)]

    init(_ counts: [RowTally.MonthCount]) {
      months = counts.enumerated().filter { $0.element.rows > 0 }.map { ($0.offset, $0.element) }
    }

    var only: Int? { months.count == 1 ? months[0].position : nil }

    /// The month with the most rows; of equals the latest.
    var most: Int? {
      months.max { ($0.count.rows, $0.position) < ($1.count.rows, $1.position) }?.position
    }

    var described: [ExtractFailure.MonthRows] {
      months.prefix(Self.named).map {
        ExtractFailure.MonthRows(
          month: PayrollMonth.month($0.position), rows: $0.count.rows, firstLine: $0.count.firstLine)
      }
    }
  }
}
