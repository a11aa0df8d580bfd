import CByteScan
import Foundation

/// Whole records, in memory that belongs to one reading thread and is used over and over.
final class Block {
  let bytes: UnsafeMutablePointer<UInt8>
  let capacity: Int
  /// The records are `bytes[0..<count]`; what stands up to `visible` only helps to tell where a record ends.
  var count = 0
  var visible = 0
  /// Line of the file on which the first record begins.
  var firstLine = 0
  /// Every line is a record, with quotes that pair.
  var isPlain = true
  /// Nothing follows in the file.
  var isWhole = false
  /// The file ended without a line feed, which was added.
  var endsUnfinished = false

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }
}

/// Cuts the input into blocks of whole records. One thread at a time; the threads take turns at it.
final class BlockFeeder {
  let input: any CSVInput
  private let separator: UInt8
  private let limits: ReadLimits
  private let variant: scan_variant
  /// Read but not yet handed out.
  private var carry: [UInt8]
  private var carryCount: Int
  private var nextLine: Int
  private var isAtEnd = false
  private var endsUnfinished = false
  /// Line feeds before the cut, as `findCut` counted them.
  private var linesBeforeCut = 0
  /// Inside a line that is too long: everything to its end is dropped.
  private var isSkipping = false

  private(set) var nulBytes: Int
  /// Lines too long to be held.
  private(set) var tooLongLines: [Int] = []
  private(set) var tooLongCount = 0
  /// Line feeds handed out.
  private(set) var linesRead = 0

  init(_ opened: OpenExtract<some FileColumns>, limits: ReadLimits, variant: scan_variant) {
    input = opened.input
    separator = opened.start.columns.delimiter.byte
    self.limits = limits
    self.variant = variant
    carry = opened.start.rest
    carryCount = carry.count
    nextLine = opened.start.headerLines + 1
    nulBytes = opened.start.nulBytes
  }

  /// Enough for what may be left undecided and one more chunk, beside a line feed added at the end.
  func makeBlock() -> Block {
    Block(capacity: limits.chunkBytes + max(CSVWindow.bytes, 2 * limits.maximumRecordBytes) + 128)
  }

  /// Fills `block`; false at the end.
  func next(_ block: Block) throws(ExtractFailure) -> Bool {
    carry.withUnsafeBufferPointer {
      if carryCount > 0 { block.bytes.update(from: $0.baseAddress!, count: carryCount) }
    }
    var count = carryCount
    carryCount = 0
    while true {
      if !isAtEnd { count = try readChunk(block, after: count) }
      if count == 0 { return false }
      if isSkipping { count = dropSkipped(block, count: count) }
      let cut = findCut(block, count: count)
      if cut > 0 {
        finish(block, cut: cut, visible: count)
        return true
      }
      if isAtEnd && count == 0 { return false }
      // No record ends here: either its line is too long already, or more must be read.
      if count > limits.maximumRecordBytes, memchr(block.bytes, 0x0A, count) == nil {
        tooLongCount += 1
        if tooLongLines.count < limits.examplesPerReason { tooLongLines.append(nextLine) }
        isSkipping = true
        count = 0
      }
    }
  }

  private func readChunk(_ block: Block, after count: Int) throws(ExtractFailure) -> Int {
    let chunk = min(limits.chunkBytes, block.capacity - count - 1)
    var got = try input.read(into: block.bytes + count, count: chunk)
    if got < chunk { isAtEnd = true }
    if got > 0, memchr(block.bytes + count, 0, got) != nil {
      let kept = Self.removeZeros(block.bytes + count, got)
      nulBytes += got - kept
      got = kept
    }
    var total = count + got
    if isAtEnd, total > 0, block.bytes[total - 1] != 0x0A {
      block.bytes[total] = 0x0A
      total += 1
      endsUnfinished = true
    }
    return total
  }

  private static func removeZeros(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var kept = 0
    for index in 0..<count where bytes[index] != 0 {
      bytes[kept] = bytes[index]
      kept += 1
    }
    return kept
  }

  /// Drops the rest of a line that was too long. Returns how many bytes are left, moved to the front.
  private func dropSkipped(_ block: Block, count: Int) -> Int {
    guard let found = memchr(block.bytes, 0x0A, count) else { return 0 }
    let dropped = UnsafeRawPointer(found) - UnsafeRawPointer(block.bytes) + 1
    isSkipping = false
    nextLine += 1
    memmove(block.bytes, block.bytes + dropped, count - dropped)
    return count - dropped
  }

  /// How many bytes from the front are whole records. Also says how the block is to be read.
  private func findCut(_ block: Block, count: Int) -> Int {
    let lines = scan_lines(variant, block.bytes, count)
    block.isPlain = lines.odd_line == Self.nowhere
    linesBeforeCut = lines.line_ends
    guard !block.isPlain else {
      return lines.line_ends == 0 ? 0 : lines.last_line_end + 1
    }
    var at = lines.odd_line
    defer { linesBeforeCut += Self.lineEnds(block.bytes, from: lines.odd_line, to: at) }
    while at < count {
      let found = RecordEnds.next(
        block.bytes, from: at, count: count, separator: separator, limit: limits.maximumRecordBytes,
        isWhole: isAtEnd)
      switch found {
      case .line(let end), .lines(let end), .lonely(let end), .tooLong(let end): at = end
      case .undecided: return at
      }
    }
    return at
  }

  private func finish(_ block: Block, cut: Int, visible: Int) {
    block.count = cut
    block.visible = visible
    block.firstLine = nextLine
    block.isWhole = isAtEnd
    block.endsUnfinished = endsUnfinished && isAtEnd && cut == visible
    nextLine += linesBeforeCut
    linesRead += linesBeforeCut
    carryCount = visible - cut
    if carry.count < carryCount { carry = [UInt8](repeating: 0, count: max(carryCount, 4_096)) }
    carry.withUnsafeMutableBufferPointer {
      if carryCount > 0 { $0.baseAddress!.update(from: block.bytes + cut, count: carryCount) }
    }
  }

  /// `SCAN_NOWHERE` as the size it is imported as.
  private static let nowhere = Int(bitPattern: UInt.max)

  private static func lineEnds(_ bytes: UnsafeMutablePointer<UInt8>, from start: Int, to end: Int) -> Int {
    (start..<end).reduce(0) { $0 + (bytes[$1] == 0x0A ? 1 : 0) }
  }
}
