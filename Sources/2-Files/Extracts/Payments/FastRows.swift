import CByteScan
import Vocabulary

/// Reads blocks in which every line is a record: first all separators are found (in C, 64 bytes at a time), then
/// only the columns that matter are looked at, eight bytes at a time. Whatever is not of the usual form goes to the
/// `RowReader`, so both give the same counts.
final class FastRows {
  static let windowBytes = 64 << 10

  private let reader: RowReader
  private let variant: scan_variant
  private let offsets: UnsafeMutablePointer<UInt32>
  private let rowEnds: UnsafeMutablePointer<UInt32>
  /// Rows read and not yet counted.
  private let pending: UnsafeMutablePointer<AcceptedRow>
  private static let pendingRows = 64

  // Columns, as plain numbers.
  private let fieldCount: Int
  private let separator: UInt8
  private let firstMonth: Int
  private let secondMonth: Int
  private let secondIsNumber: Bool
  private let unit: Int
  private let municipality: Int
  private let cpf: Int
  private let nis: Int
  private let value: Int
  private let decimal: UInt64
  private let siafi: [Int32]

  /// The months last read, as their six bytes: nearly every row repeats them.
  private let firstSeen: UnsafeMutablePointer<SeenMonth>
  private let secondSeen: UnsafeMutablePointer<SeenMonth>

  private struct SeenMonth {
    var bytes: UInt64 = 0
    var month = 0
  }

  init(reader: RowReader, variant: scan_variant) {
    self.reader = reader
    self.variant = variant
    offsets = .allocate(capacity: Self.windowBytes + 128)
    rowEnds = .allocate(capacity: Self.windowBytes + 128)
    pending = .allocate(capacity: Self.pendingRows)
    firstSeen = .allocate(capacity: 2)
    firstSeen.initialize(repeating: SeenMonth(), count: 2)
    secondSeen = firstSeen + 1
    let columns = reader.columns
    fieldCount = columns.fieldCount
    separator = columns.delimiter.byte
    firstMonth = columns.firstMonth
    switch columns.secondMonth {
    case .none: (secondMonth, secondIsNumber) = (-1, false)
    case .full(let column): (secondMonth, secondIsNumber) = (column, false)
    case .number(let column): (secondMonth, secondIsNumber) = (column, true)
    }
    unit = columns.federativeUnit
    municipality = columns.municipality
    cpf = columns.cpf ?? -1
    nis = columns.nis
    value = columns.value
    decimal = UInt64(columns.header.decimalSign)
    siafi = reader.siafi.positions
  }

  deinit {
    offsets.deallocate()
    rowEnds.deallocate()
    pending.deallocate()
    firstSeen.deallocate()
  }

  func read(_ block: Block) {
    var at = 0
    var line = block.firstLine
    while at < block.count {
      let window = min(block.count - at, Self.windowBytes)
      let index = scan_index(variant, block.bytes + at, window, separator, offsets, rowEnds)
      if index.rows == 0 {
        // One row longer than the window.
        var end = at + window
        while end < block.count, block.bytes[end] != 0x0A { end += 1 }
        reader.read(block.bytes + at, count: end - at, line: line, isLonely: false)
        at = end + 1
        line += 1
        continue
      }
      at += readRows(block.bytes + at, count: index.rows, firstLine: line)
      line += index.rows
    }
    reader.noteEnd(of: block, lastLine: line - 1)
  }

  /// Returns where the last of the rows ends.
  private func readRows(_ bytes: UnsafePointer<UInt8>, count: Int, firstLine: Int) -> Int {
    var firstDelimiter = 0
    var start = 0
    var waiting = 0
    siafi.withUnsafeBufferPointer { siafi in
      for row in 0..<count {
        let lastDelimiter = Int(rowEnds[row])
        let end = Int(offsets[lastDelimiter])
        let isUsual =
          lastDelimiter &- firstDelimiter &+ 1 == fieldCount && end &- start <= reader.limit
          && readRow(
            bytes, offsets + firstDelimiter, start: start, line: firstLine &+ row, siafi: siafi.baseAddress!,
            into: pending + waiting)
        if isUsual {
          waiting &+= 1
          if waiting == Self.pendingRows {
            reader.tally.accept(pending, count: waiting)
            waiting = 0
          }
        } else {
          reader.read(bytes + start, count: end &- start, line: firstLine &+ row, isLonely: false)
        }
        firstDelimiter = lastDelimiter &+ 1
        start = end &+ 1
      }
    }
    reader.tally.accept(pending, count: waiting)
    return start
  }

  @inline(__always)
  private func readRow(
    _ bytes: UnsafePointer<UInt8>, _ delimiters: UnsafePointer<UInt32>, start: Int, line: Int,
    siafi: UnsafePointer<Int32>, into row: UnsafeMutablePointer<AcceptedRow>
  ) -> Bool {
    @inline(__always) func cell(_ column: Int) -> FastCell {
      let from = column == 0 ? start : Int(delimiters[column &- 1]) &+ 1
      var to = Int(delimiters[column])
      if column &+ 1 == fieldCount, to > from, bytes[to &- 1] == 0x0D { to &-= 1 }
      return FastCell(bytes, from, to)
    }
    guard let first = month(cell(firstMonth), firstSeen) else { return false }
    var second = first
    if secondMonth >= 0 {
      if secondIsNumber {
        guard let number = cell(secondMonth).cell.monthNumber else { return false }
        second = number
      } else {
        guard let month = month(cell(secondMonth), secondSeen) else { return false }
        second = month
      }
    }
    guard let code = cell(municipality).siafi else { return false }
    let position = Int(siafi[code])
    guard position >= 0, let nis = cell(nis).nis, let cents = cell(value).cents(decimal: decimal) else {
      return false
    }
    let unitCell = cell(unit)
    let letters = unitCell.count == 2 ? unitCell.load(UInt16.self, at: 0) : 0
    var isWithoutCPF = false
    if cpf >= 0 {
      let cell = cell(cpf)
      isWithoutCPF = cell.count == 0 || (cell.start[0] != UInt8(ascii: "*") && cell.isMissingCPF)
    }
    let tally = reader.tally
    tally.totals.pointee.rows &+= 1
    tally.count(month: first, in: tally.firstMonths, line: line)
    tally.count(month: second, in: tally.secondMonths, line: line)
    row.initialize(
      to: AcceptedRow(
        municipality: position, first: first, second: second, nis: nis.number, cents: cents,
        isSuspect: nis.isSuspect, isWithoutCPF: isWithoutCPF, letters: letters))
    return true
  }

  @inline(__always)
  private func month(_ cell: FastCell, _ seen: UnsafeMutablePointer<SeenMonth>) -> Int? {
    guard cell.count == 6 else { return cell.cell.month }
    let bytes = cell.load(UInt64.self, at: 0) & 0xFFFF_FFFF_FFFF
    if bytes == seen.pointee.bytes { return seen.pointee.month }
    guard let month = cell.cell.month else { return nil }
    seen.pointee = SeenMonth(bytes: bytes, month: month)
    return month
  }
}
