import Vocabulary

/// The tallies of all threads as one; independent of which thread read what.
struct MergedTally {
  private(set) var rows = 0
  private(set) var accepted = 0
  private(set) var ufMismatches = 0
  private(set) var truncatedLine: Int?
  private(set) var counts: [RowTally.Counts]
  private(set) var firstMonths: [RowTally.MonthCount]
  private(set) var secondMonths: [RowTally.MonthCount]
  private(set) var rejections: [RejectReason: Int] = [:]
  private(set) var examples: [RejectExample] = []
  private(set) var unknown: [RowTally.UnknownKey: Int] = [:]
  private(set) var rejectedByMunicipality: [Int: [RejectReason: Int]] = [:]
  private(set) var firstMonthRows: [Int: [Int: Int]] = [:]

  init(_ tallies: [RowTally], feeder: BlockFeeder, limits: ReadLimits) {
    let municipalities = tallies[0].municipalityCount
    counts = [RowTally.Counts](repeating: RowTally.Counts(), count: municipalities)
    firstMonths = [RowTally.MonthCount](repeating: RowTally.MonthCount(), count: Cell.months)
    secondMonths = firstMonths
    for tally in tallies { add(tally) }
    if feeder.tooLongCount > 0 {
      rows += feeder.tooLongCount
      rejections[.tooLong, default: 0] += feeder.tooLongCount
      examples += feeder.tooLongLines.map {
        RejectExample(line: $0, reason: .tooLong, column: nil, shape: "", fieldsFound: nil)
      }
    }
    examples = RejectReason.allCases.flatMap { reason in
      examples.filter { $0.reason == reason }.sorted { $0.line < $1.line }.prefix(limits.examplesPerReason)
    }.sorted { ($0.line, $0.reason) < ($1.line, $1.reason) }
  }

  private mutating func add(_ tally: RowTally) {
    rows += tally.totals.pointee.rows
    accepted += tally.totals.pointee.accepted
    ufMismatches += tally.totals.pointee.ufMismatches
    truncatedLine = tally.truncatedLine ?? truncatedLine
    for index in counts.indices { Self.add(tally.counts[index], to: &counts[index]) }
    for index in 0..<Cell.months {
      Self.add(tally.firstMonths[index], to: &firstMonths[index])
      Self.add(tally.secondMonths[index], to: &secondMonths[index])
    }
    for reason in RejectReason.allCases where tally.rejections[reason.index] > 0 {
      rejections[reason, default: 0] += tally.rejections[reason.index]
      examples += tally.examples[reason.index]
    }
    unknown.merge(tally.unknown, uniquingKeysWith: +)
    for (key, rows) in tally.rejectedByMunicipality {
      rejectedByMunicipality[Int(key.municipality), default: [:]][key.reason, default: 0] += rows
    }
    for (key, rows) in tally.firstMonthRows {
      firstMonthRows[Int(key.municipality), default: [:]][Int(key.month), default: 0] += rows
    }
  }

  private static func add(_ more: RowTally.Counts, to sum: inout RowTally.Counts) {
    sum.cents += more.cents
    sum.parcels += more.parcels
    sum.withoutCPF += more.withoutCPF
    sum.secondBeforeFirst += more.secondBeforeFirst
    sum.firstBeforeSecond += more.firstBeforeSecond
    sum.suspectNIS += more.suspectNIS
  }

  private static func add(_ more: RowTally.MonthCount, to sum: inout RowTally.MonthCount) {
    guard more.rows > 0 else { return }
    sum.firstLine = sum.rows == 0 ? more.firstLine : min(sum.firstLine, more.firstLine)
    sum.rows += more.rows
  }
}
