import Vocabulary

/// Reads one record at a time, byte by byte: the reference that `FastRows` must agree with, and the way for every
/// record that is not of the usual form.
struct RowReader {
  let columns: PaymentsColumns
  let siafi: SiafiIndex
  let limit: Int
  let tally: RowTally
  /// Where each field begins and ends, for as many as the header has.
  private let bounds: UnsafeMutablePointer<(start: Int, end: Int)>

  init(columns: PaymentsColumns, siafi: SiafiIndex, limit: Int, tally: RowTally) {
    self.columns = columns
    self.siafi = siafi
    self.limit = limit
    self.tally = tally
    bounds = .allocate(capacity: columns.fieldCount)
  }

  func deallocate() { bounds.deallocate() }

  /// All records of a block, whatever their form.
  func read(_ block: Block) {
    var at = 0
    var line = block.firstLine
    var lastLine = line
    let separator = columns.delimiter.byte
    while at < block.count {
      let found = RecordEnds.next(
        block.bytes, from: at, count: block.visible, separator: separator, limit: limit,
        isWhole: block.isWhole)
      lastLine = line
      let end: Int
      switch found {
      case .line(let after): (end, line) = (after, line + 1)
      case .lonely(let after): (end, line) = (after, line + 1)
      case .tooLong(let after): (end, line) = (after, line + 1)
      case .lines(let after):
        end = after
        for index in at..<after where block.bytes[index] == 0x0A { line += 1 }
      case .undecided: return
      }
      read(block.bytes + at, count: end - at - 1, line: lastLine, isLonely: found == .lonely(end: end))
      at = end
    }
    noteEnd(of: block, lastLine: lastLine)
  }

  func noteEnd(of block: Block, lastLine: Int) {
    if block.endsUnfinished, tally.lastRejectedLine == lastLine { tally.truncatedLine = lastLine }
  }

  /// One record of `count` bytes, its line feed not counted.
  /// - Parameter isLonely: its quotes do not pair.
  func read(_ bytes: UnsafePointer<UInt8>, count: Int, line: Int, isLonely: Bool) {
    let length = count > 0 && bytes[count - 1] == 0x0D ? count - 1 : count
    if length == 0 { return }
    tally.totals.pointee.rows &+= 1
    if count > limit { return rejectWhole(.tooLong, line) }
    let fields = isLonely ? splitLonely(bytes, length) : split(bytes, length)
    guard let fields else { return rejectWhole(.quotes, line) }
    guard fields == columns.fieldCount else {
      return isLonely ? rejectWhole(.quotes, line) : rejectWhole(.fields, line, fieldsFound: fields)
    }
    check(bytes, line: line)
  }

  private func check(_ bytes: UnsafePointer<UInt8>, line: Int) {
    func cell(_ column: Int) -> Cell {
      Cell(bytes + bounds[column].start, bounds[column].end - bounds[column].start)
    }
    let municipalityCell = cell(columns.municipality)
    let position = municipalityCell.siafi.map { Int(siafi.positions[$0]) } ?? -1
    let municipality = position >= 0 ? position : nil
    func reject(_ reason: RejectReason, _ column: Int) {
      let example = RejectExample(
        line: line, reason: reason, column: columns.names[column], shape: Shape.of(cell(column).bytes),
        fieldsFound: nil)
      tally.reject(example, municipality: municipality)
    }
    guard let first = cell(columns.firstMonth).month else { return reject(.month, columns.firstMonth) }
    var second = first
    switch columns.secondMonth {
    case .none: break
    case .full(let column):
      guard let month = cell(column).month else { return reject(.month, column) }
      second = month
    case .number(let column):
      guard let number = cell(column).monthNumber else { return reject(.month, column) }
      second = number
    }
    tally.count(month: first, in: tally.firstMonths, line: line)
    tally.count(month: second, in: tally.secondMonths, line: line)
    let letters = cell(columns.federativeUnit).letters
    guard let municipality else {
      countUnknown(municipalityCell, letters: letters)
      return reject(.municipality, columns.municipality)
    }
    guard let nis = cell(columns.nis).nis else { return reject(.nis, columns.nis) }
    let header = columns.header
    guard
      let cents = cell(columns.value).cents(decimal: header.decimalSign, thousands: header.thousandsSign)
    else { return reject(.value, columns.value) }
    tally.accept(
      AcceptedRow(
        municipality: municipality, first: first, second: second, nis: nis, cents: cents,
        isSuspect: !NIS.hasRightCheckDigit(nis) || !(1...2).contains(nis / 10_000_000_000),
        isWithoutCPF: columns.cpf.map { cell($0).isMissingCPF } ?? false, letters: letters ?? 0))
  }

  private func countUnknown(_ cell: Cell, letters: UInt16?) {
    let unit = letters.flatMap { letters in
      FederativeUnit(rawValue: String(decoding: [UInt8(letters & 255), UInt8(letters >> 8)], as: UTF8.self))
    }
    let code = cell.siafi.map { UInt16($0) }
    tally.countUnknown(
      RowTally.UnknownKey(code: code, shape: code == nil ? Shape.coarse(cell.bytes) : nil, unit: unit))
  }

  private func rejectWhole(_ reason: RejectReason, _ line: Int, fieldsFound: Int? = nil) {
    tally.reject(RejectExample(line: line, reason: reason, column: nil, shape: "", fieldsFound: fieldsFound))
  }

  /// Fields by the separators outside quotes. Returns how many there are; nil if the quotes do not pair.
  private func split(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    let separator = columns.delimiter.byte
    var fields = 0
    var start = 0
    var isInside = false
    for at in 0...count {
      if at < count, bytes[at] == RecordEnds.quote {
        isInside.toggle()
      } else if at == count || (bytes[at] == separator && !isInside) {
        if fields < columns.fieldCount { bounds[fields] = (start, at) }
        fields += 1
        start = at + 1
      }
    }
    return isInside ? nil : fields
  }

  /// As `split` for a line with an odd number of quotes: those inside a field mean themselves.
  private func splitLonely(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    let separator = columns.delimiter.byte
    var fields = 0
    var start = 0
    while start <= count {
      var end = start
      if start < count, bytes[start] == RecordEnds.quote {
        end += 1
        while end < count,
          !(bytes[end] == RecordEnds.quote && (end + 1 == count || bytes[end + 1] == separator))
        {
          end += 1
        }
        if end >= count { return nil }
        end += 1
      } else {
        while end < count, bytes[end] != separator { end += 1 }
      }
      if fields < columns.fieldCount { bounds[fields] = (start, end) }
      fields += 1
      start = end + 1
    }
    return fields
  }
}
