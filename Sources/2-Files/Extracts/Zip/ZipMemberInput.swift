import CZlib

/// One member's bytes, unfolded as they are asked for; its checksum and sizes are checked at its end.
final class ZipMemberInput {
  private let zip: ZipMembers
  private let member: ZipMembers.Member
  private let stream: UnsafeMutablePointer<z_stream>
  private var checksum: UInt = 0
  private var bytesOut: UInt64 = 0
  private var bytesIn: UInt64 = 0
  private(set) var isAtEnd = false

  init(_ member: ZipMembers.Member, of zip: ZipMembers) throws(ExtractFailure) {
    self.zip = zip
    self.member = member
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard prumo_inflate_init_raw(stream) == Z_OK else { throw .io(reason: "zlib") }
    checksum = crc32(0, nil, 0)
    if member.method == 0, member.compressedBytes != member.bytes { throw .damagedZip }
    if member.isDirectory, member.compressedBytes ?? 0 == 0, member.checksum != nil { isAtEnd = true }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Fills up to `count` bytes; fewer only at the member's end.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(ExtractFailure) -> Int {
    var filled = 0
    while filled < count, !isAtEnd {
      let got =
        member.method == 8
        ? try inflateSome(target + filled, count - filled) : try copySome(target + filled, count - filled)
      checksum = crc32(checksum, target + filled, UInt32(got))
      filled += got
      bytesOut += UInt64(got)
      try zip.count(unfolded: got)
      if isAtEnd { try checkEnd() }
    }
    return filled
  }

  func drain() throws(ExtractFailure) {
    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: ZipBytes.windowBytes)
    defer { scratch.deallocate() }
    while !isAtEnd { _ = try read(into: scratch, count: ZipBytes.windowBytes) }
  }

  private func inflateSome(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(ExtractFailure) -> Int
  {
    try zip.bytes.need(1)
    stream.pointee.next_in = zip.bytes.window + zip.bytes.start
    stream.pointee.avail_in = UInt32(zip.bytes.available)
    stream.pointee.next_out = target
    stream.pointee.avail_out = UInt32(min(count, 1 << 30))
    let room = Int(stream.pointee.avail_out)
    let before = zip.bytes.available
    let outcome = inflate(stream, Z_NO_FLUSH)
    let used = before - Int(stream.pointee.avail_in)
    zip.bytes.consume(used)
    bytesIn += UInt64(used)
    switch outcome {
    case Z_STREAM_END: isAtEnd = true
    case Z_OK, Z_BUF_ERROR: break
    default: throw .damagedZip
    }
    return room - Int(stream.pointee.avail_out)
  }

  private func copySome(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) throws(ExtractFailure) -> Int {
    let left = (member.compressedBytes ?? 0) - bytesIn
    if left == 0 {
      isAtEnd = true
      return 0
    }
    try zip.bytes.need(1)
    let step = min(count, zip.bytes.available, left > 1 << 30 ? 1 << 30 : Int(left))
    target.update(from: zip.bytes.window + zip.bytes.start, count: step)
    zip.bytes.consume(step)
    bytesIn += UInt64(step)
    isAtEnd = bytesIn == member.compressedBytes
    return step
  }

  private func checkEnd() throws(ExtractFailure) {
    if let expected = member.checksum {
      guard UInt32(checksum) == expected else { throw .zipChecksum }
      guard bytesIn == member.compressedBytes, bytesOut == member.bytes else { throw .damagedZip }
    } else {
      try checkDescriptor()
    }
  }

  /// The sizes that follow the data have four or eight bytes each, with or without a signature before them, and
  /// nothing says which: the reading that agrees with what was unfolded is the right one.
  private func checkDescriptor() throws(ExtractFailure) {
    try zip.bytes.need(12)
    try zip.bytes.want(24)
    let signed = zip.bytes.number(at: 0, bytes: 4) == 0x0807_4B50 ? [4, 0] : [0]
    var sawChecksum = false
    for skip in signed where zip.bytes.available >= skip + 12 {
      guard zip.bytes.number(at: skip, bytes: 4) == UInt64(UInt32(checksum)) else { continue }
      sawChecksum = true
      for width in [8, 4] where zip.bytes.available >= skip + 4 + 2 * width {
        let limit: UInt64 = width == 8 ? .max : 0xFFFF_FFFF
        if zip.bytes.number(at: skip + 4, bytes: width) == bytesIn & limit,
          zip.bytes.number(at: skip + 4 + width, bytes: width) == bytesOut & limit
        {
          zip.bytes.consume(skip + 4 + 2 * width)
          return
        }
      }
    }
    throw sawChecksum ? .damagedZip : .zipChecksum
  }
}
