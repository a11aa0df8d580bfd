/// The compressed side of a ZIP: a window over the source with look-ahead, no way back.
final class ZipBytes {
  static let windowBytes = 256 << 10

  let raw: RawInput
  let window: UnsafeMutablePointer<UInt8>
  private(set) var start = 0
  private(set) var end = 0
  private var isAtEnd = false

  init(_ raw: RawInput) {
    self.raw = raw
    window = .allocate(capacity: Self.windowBytes)
  }

  deinit { window.deallocate() }

  var available: Int { end - start }

  func consume(_ count: Int) { start += count }

  /// Makes at least `count` bytes available, if the source has them.
  @discardableResult
  func want(_ count: Int) throws(ExtractFailure) -> Bool {
    guard available < count else { return true }
    guard !isAtEnd else { return false }
    window.update(from: window + start, count: available)
    end -= start
    start = 0
    let got = try raw.read(into: window + end, count: Self.windowBytes - end)
    if got < Self.windowBytes - end { isAtEnd = true }
    end += got
    return available >= count
  }

  /// As `want`, where anything less is a ZIP cut short.
  func need(_ count: Int) throws(ExtractFailure) {
    guard try want(count) else { throw .truncatedZip }
  }

  func skip(_ count: Int) throws(ExtractFailure) {
    var left = count
    while left > 0 {
      try need(1)
      let step = min(left, available)
      consume(step)
      left -= step
    }
  }

  /// Little-endian number of `bytes` bytes at `offset` from here; `need` first.
  func number(at offset: Int, bytes: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<bytes { number |= UInt64(window[start + offset + index]) << UInt64(8 * index) }
    return number
  }

  func text(at offset: Int, count: Int) -> String {
    let bytes = UnsafeBufferPointer(start: window + start + offset, count: count)
    return RawInput.sanitised(String(decoding: bytes, as: UTF8.self))
  }
}
