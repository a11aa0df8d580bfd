import Vocabulary

/// Reads a form of `multipart/form-data` piece by piece, however it is cut on the way (RFC 7578, RFC 2046 5.1).
///
/// It keeps no more than one piece and the headers of one part. What is not such a form is `upload.damagedForm`.
struct MultipartReader {
  enum Event: Equatable {
    case partBegan(PartHeader)
    /// Bytes of the part that began last. Never empty.
    case content(ArraySlice<UInt8>)
    case partEnded
    /// The closing boundary was read; whatever follows is ignored.
    case formEnded
  }

  private enum Place: Equatable {
    /// Before the first boundary, whose line end is not there to be found.
    case beginning
    case headers
    case content
    /// After a boundary: a line end follows, or two hyphens.
    case afterBoundary
    case ended
  }

  static let damaged = Problem.invalid(field: "arquivo", rule: "upload.damagedForm")

  /// Line end, two hyphens, boundary.
  private let delimiter: [UInt8]
  private var place = Place.beginning
  /// Read and not yet understood: less than a delimiter, or headers that have not ended.
  private var pending: [UInt8] = []
  private var parts = 0
  private var bytesRead: Int64 = 0
  /// How many bytes of the form stand before the content of the part that began last.
  private(set) var bytesBeforeContent: Int64 = 0

  init(boundary: String) {
    delimiter = Array("\r\n--\(boundary)".utf8)
    // The first boundary stands at the very start: as if a line had ended before it.
    pending = [0x0D, 0x0A]
  }

  var hasEnded: Bool { place == .ended }

  /// What browsers send after the last part's content: the closing boundary and a line end.
  var closingBytes: Int64 { Int64(delimiter.count + 4) }

  /// What the next bytes mean. Throws `upload.damagedForm`.
  mutating func read(_ bytes: some Collection<UInt8>) throws(Problem) -> [Event] {
    guard place != .ended else { return [] }
    let window = pending + bytes
    bytesRead += Int64(bytes.count)
    pending = []
    var events: [Event] = []
    var rest = window[...]
    while let next = try step(rest, &events) { rest = next }
    return events
  }

  /// Nothing follows. Throws when the form was cut before its closing boundary.
  func finish() throws(Problem) {
    guard place == .ended else { throw Self.damaged }
  }

  /// Understands one thing; gives what is left, or nothing when more bytes are needed.
  private mutating func step(_ rest: ArraySlice<UInt8>, _ events: inout [Event]) throws(Problem)
    -> ArraySlice<UInt8>?
  {
    switch place {
    case .beginning: return try beginning(rest)
    case .afterBoundary: return try afterBoundary(rest, &events)
    case .headers: return try headers(rest, &events)
    case .content: return content(rest, &events)
    case .ended: return nil
    }
  }

  private mutating func beginning(_ rest: ArraySlice<UInt8>) throws(Problem) -> ArraySlice<UInt8>? {
    guard rest.count >= delimiter.count else {
      guard delimiter.starts(with: rest) else { throw Self.damaged }
      return wait(with: rest)
    }
    guard rest.starts(with: delimiter) else { throw Self.damaged }
    place = .afterBoundary
    return rest.dropFirst(delimiter.count)
  }

  private mutating func afterBoundary(
    _ rest: ArraySlice<UInt8>, _ events: inout [Event]
  ) throws(Problem) -> ArraySlice<UInt8>? {
    guard rest.count >= 2 else { return wait(with: rest) }
    let two = Array(rest.prefix(2))
    if two == [0x2D, 0x2D] {
      place = .ended
      events.append(.formEnded)
      return nil
    }
    guard two == [0x0D, 0x0A], parts < UploadLimits.parts else { throw Self.damaged }
    parts += 1
    place = .headers
    return rest.dropFirst(2)
  }

  private mutating func headers(
    _ rest: ArraySlice<UInt8>, _ events: inout [Event]
  ) throws(Problem) -> ArraySlice<UInt8>? {
    let limit = UploadLimits.partHeaderBytes
    guard let end = ByteSearch.first([0x0D, 0x0A, 0x0D, 0x0A], in: rest.prefix(limit + 4)) else {
      guard rest.count < limit + 4 else { throw Self.damaged }
      return wait(with: rest)
    }
    guard let header = PartHeader(lines: rest[rest.startIndex..<end]) else { throw Self.damaged }
    events.append(.partBegan(header))
    place = .content
    bytesBeforeContent = bytesRead - Int64(rest.endIndex - (end + 4))
    return rest[(end + 4)...]
  }

  private mutating func content(_ rest: ArraySlice<UInt8>, _ events: inout [Event]) -> ArraySlice<UInt8>? {
    if let found = ByteSearch.first(delimiter, in: rest) {
      append(rest[rest.startIndex..<found], to: &events)
      events.append(.partEnded)
      place = .afterBoundary
      return rest[(found + delimiter.count)...]
    }
    let kept = ByteSearch.longestEnd(of: rest, thatBegins: delimiter)
    append(rest.dropLast(kept), to: &events)
    return wait(with: rest.suffix(kept))
  }

  private func append(_ bytes: ArraySlice<UInt8>, to events: inout [Event]) {
    if !bytes.isEmpty { events.append(.content(bytes)) }
  }

  private mutating func wait(with rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    pending = Array(rest)
    return nil
  }
}
