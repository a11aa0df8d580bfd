import Vocabulary

/// What one thread has counted. Nothing in it grows with the file but `people`; nothing in it is personal but that.
final class RowTally {
  /// What every accepted row touches, 32 bytes for each municipality.
  struct Counts {
    var cents: Int64 = 0
    var parcels: UInt32 = 0
    var withoutCPF: UInt32 = 0
    /// The second month is before the first; where it is a month's number only, it is another than the first's.
    var secondBeforeFirst: UInt32 = 0
    var firstBeforeSecond: UInt32 = 0
    var suspectNIS: UInt32 = 0
    /// The state's two letters, to be compared with the row's.
    var unitLetters: UInt16 = 0
    var unused: UInt16 = 0
  }

  /// What every row touches; in memory of its own, as a class's properties are checked for overlapping access.
  struct Totals {
    var rows = 0
    var accepted = 0
    var ufMismatches = 0
  }

  struct MonthCount {
    var rows = 0
    var firstLine = 0
  }

  struct UnknownKey: Hashable {
    let code: UInt16?
    let shape: String?
    let unit: FederativeUnit?
  }

  struct RejectedKey: Hashable {
    let municipality: Int32
    let reason: RejectReason
  }

  struct FirstMonthKey: Hashable {
    let municipality: Int32
    let month: Int32
  }

  let totals: UnsafeMutablePointer<Totals>
  let counts: UnsafeMutablePointer<Counts>
  let firstMonths: UnsafeMutablePointer<MonthCount>
  let secondMonths: UnsafeMutablePointer<MonthCount>
  let municipalityCount: Int
  let secondMonthIsNumber: Bool
  let people = PeopleStore()

  var lastRejectedLine = 0
  var truncatedLine: Int?
  private(set) var rejections = [Int](repeating: 0, count: RejectReason.allCases.count)
  private(set) var examples: [[RejectExample]]
  private(set) var unknown: [UnknownKey: Int] = [:]
  private(set) var rejectedByMunicipality: [RejectedKey: Int] = [:]
  /// Kept only where the second column is a month's number: then the payroll's year is known at the end only.
  private(set) var firstMonthRows: [FirstMonthKey: Int] = [:]
  private let examplesPerReason: Int

  init(siafi: SiafiIndex, columns: PaymentsColumns, examplesPerReason: Int) {
    let municipalities = siafi.municipalities.count
    municipalityCount = municipalities
    if case .number = columns.secondMonth { secondMonthIsNumber = true } else { secondMonthIsNumber = false }
    self.examplesPerReason = examplesPerReason
    examples = [[RejectExample]](repeating: [], count: RejectReason.allCases.count)
    totals = .allocate(capacity: 1)
    totals.initialize(to: Totals())
    counts = .allocate(capacity: max(1, municipalities))
    counts.initialize(repeating: Counts(), count: max(1, municipalities))
    for (index, letters) in siafi.unitLetters.enumerated() { counts[index].unitLetters = letters }
    firstMonths = .allocate(capacity: Cell.months)
    firstMonths.initialize(repeating: MonthCount(), count: Cell.months)
    secondMonths = .allocate(capacity: Cell.months)
    secondMonths.initialize(repeating: MonthCount(), count: Cell.months)
  }

  deinit {
    totals.deallocate()
    counts.deallocate()
    firstMonths.deallocate()
    secondMonths.deallocate()
  }

  @inline(__always)
  func count(month: Int, in months: UnsafeMutablePointer<MonthCount>, line: Int) {
    if months[month].rows == 0 { months[month].firstLine = line }
    months[month].rows &+= 1
  }

  func countFirstMonth(_ month: Int, municipality: Int) {
    firstMonthRows[FirstMonthKey(municipality: Int32(municipality), month: Int32(month)), default: 0] += 1
  }

  func reject(_ example: RejectExample, municipality: Int? = nil) {
    rejections[example.reason.index] += 1
    lastRejectedLine = example.line
    if examples[example.reason.index].count < examplesPerReason {
      examples[example.reason.index].append(example)
    }
    if let municipality {
      rejectedByMunicipality[
        RejectedKey(municipality: Int32(municipality), reason: example.reason), default: 0] += 1
    }
  }

  func countUnknown(_ key: UnknownKey) { unknown[key, default: 0] += 1 }
}
