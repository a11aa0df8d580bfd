/// Where records begin and end: the careful half of the reading, byte by byte.
///
/// A line whose quotes pair is a record. Where they do not, the quoted field may go on in the next lines: then the
/// record ends where its quotes pair again, provided that the whole is well formed and not too long. Otherwise the
/// first line stands alone and reading goes on with the second, so that a lost quote costs one row and no more.
/// The answer depends on the bytes alone, never on how they were cut into blocks.
enum RecordEnds {
  enum Found: Equatable {
    /// A line whose quotes pair; `end` is after its line feed.
    case line(end: Int)
    /// A well-formed record over several lines.
    case lines(end: Int)
    /// A line whose quotes do not pair, alone.
    case lonely(end: Int)
    /// A line longer than the limit.
    case tooLong(end: Int)
    /// More bytes are needed to tell.
    case undecided
  }

  /// The record at `start` of `bytes[0..<count]`, which ends in a line feed if `isWhole`.
  static func next(
    _ bytes: UnsafePointer<UInt8>, from start: Int, count: Int, separator: UInt8, limit: Int, isWhole: Bool
  ) -> Found {
    var quotes = 0
    var end = start
    while end < count, bytes[end] != 0x0A {
      if bytes[end] == quote { quotes += 1 }
      end += 1
    }
    if end == count { return .undecided }
    if end - start > limit { return .tooLong(end: end + 1) }
    if quotes % 2 == 0 { return .line(end: end + 1) }
    return extended(
      bytes, from: start, firstEnd: end + 1, count: count, separator: separator, limit: limit,
      isWhole: isWhole)
  }

  private enum State {
    case fieldStart, plain, quoted, afterQuote
  }

  private static func extended(
    _ bytes: UnsafePointer<UInt8>, from start: Int, firstEnd: Int, count: Int, separator: UInt8, limit: Int,
    isWhole: Bool
  ) -> Found {
    var state = State.fieldStart
    var at = start
    while at < count, at - start <= limit {
      let byte = bytes[at]
      switch state {
      case .fieldStart, .plain:
        if byte == quote {
          guard state == .fieldStart else { return .lonely(end: firstEnd) }
          state = .quoted
        } else if byte == 0x0A {
          return at + 1 > firstEnd ? .lines(end: at + 1) : .lonely(end: firstEnd)
        } else {
          state = byte == separator ? .fieldStart : .plain
        }
      case .quoted:
        if byte == quote { state = .afterQuote }
      case .afterQuote:
        switch byte {
        case quote: state = .quoted
        case separator: state = .fieldStart
        case 0x0D: break
        case 0x0A: return at + 1 > firstEnd ? .lines(end: at + 1) : .lonely(end: firstEnd)
        default: return .lonely(end: firstEnd)
        }
      }
      at += 1
    }
    return at - start > limit || isWhole ? .lonely(end: firstEnd) : .undecided
  }

  static let quote = UInt8(ascii: "\"")
}
