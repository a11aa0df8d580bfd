/// A row that passed every rule, as numbers; 32 bytes.
struct AcceptedRow: BitwiseCopyable {
  let nis: UInt64
  let cents: Int64
  /// Position in the `SiafiIndex`.
  let municipality: Int32
  /// Position of the first month column's month, 0..<1200.
  let first: Int16
  /// The second column's: a month's position, or 0..<12 where it is a month's number.
  let second: Int16
  /// The state's two letters as they lie in the file; 0 when there are not two.
  let letters: UInt16
  let isSuspect: Bool
  let isWithoutCPF: Bool

  @inline(__always)
  init(
    municipality: Int, first: Int, second: Int, nis: UInt64, cents: Int64, isSuspect: Bool,
    isWithoutCPF: Bool,
    letters: UInt16
  ) {
    self.nis = nis
    self.cents = cents
    self.municipality = Int32(truncatingIfNeeded: municipality)
    self.first = Int16(truncatingIfNeeded: first)
    self.second = Int16(truncatingIfNeeded: second)
    self.letters = letters
    self.isSuspect = isSuspect
    self.isWithoutCPF = isWithoutCPF
  }
}

extension RowTally {
  /// Counts rows together: the memory they touch lies far apart, and the processor waits for many of them at once
  /// only if little stands between.
  func accept(_ rows: UnsafePointer<AcceptedRow>, count: Int) {
    totals.pointee.accepted &+= count
    for index in 0..<count { add(rows[index]) }
    for index in 0..<count {
      people.add(nis: rows[index].nis, municipality: Int(rows[index].municipality))
    }
    if secondMonthIsNumber {
      for index in 0..<count {
        countFirstMonth(Int(rows[index].first), municipality: Int(rows[index].municipality))
      }
    }
  }

  func accept(_ row: AcceptedRow) {
    withUnsafePointer(to: row) { accept($0, count: 1) }
  }

  @inline(__always)
  private func add(_ row: AcceptedRow) {
    let place = counts + Int(row.municipality)
    place.pointee.cents &+= row.cents
    place.pointee.parcels &+= 1
    place.pointee.withoutCPF &+= row.isWithoutCPF ? 1 : 0
    place.pointee.suspectNIS &+= row.isSuspect ? 1 : 0
    if secondMonthIsNumber {
      place.pointee.secondBeforeFirst &+= row.second != row.first % 12 ? 1 : 0
    } else {
      place.pointee.secondBeforeFirst &+= row.second < row.first ? 1 : 0
      place.pointee.firstBeforeSecond &+= row.first < row.second ? 1 : 0
    }
    if row.letters != place.pointee.unitLetters { totals.pointee.ufMismatches &+= 1 }
  }
}
