/// Walks a ZIP from its first byte, member by member, by the local headers, as an upload allows nothing else.
/// Source: PKWARE APPNOTE.TXT 6.3, sections 4.3 to 4.5.
final class ZipMembers {
  static let localSignature: UInt64 = 0x0403_4B50
  private static let directorySignature: UInt64 = 0x0201_4B50
  private static let endSignature: UInt64 = 0x0605_4B50
  private static let end64Signature: UInt64 = 0x0606_4B50
  private static let locator64Signature: UInt64 = 0x0706_4B50
  private static let digitalSignature: UInt64 = 0x0505_4B50

  struct Member {
    let name: String
    let isDirectory: Bool
    let method: Int
    /// Nil when they follow the data.
    let checksum: UInt32?
    let compressedBytes: UInt64?
    let bytes: UInt64?
  }

  let bytes: ZipBytes
  private let limits: ReadLimits
  private var members = 0
  private var bytesUnfolded: Int64 = 0

  init(_ raw: RawInput, limits: ReadLimits) {
    bytes = ZipBytes(raw)
    self.limits = limits
  }

  /// The next member's header, or nil after the last: then the directory that ends a whole ZIP was read, too.
  func next() throws(ExtractFailure) -> Member? {
    try bytes.need(4)
    let signature = bytes.number(at: 0, bytes: 4)
    if signature == Self.directorySignature || signature == Self.endSignature
      || signature == Self.end64Signature
    {
      try readDirectory()
      return nil
    }
    guard signature == Self.localSignature else { throw .damagedZip }
    members += 1
    guard members <= limits.maximumZipMembers else {
      throw .zipTooManyMembers(limit: limits.maximumZipMembers)
    }
    return try readLocalHeader()
  }

  private func readLocalHeader() throws(ExtractFailure) -> Member {
    try bytes.need(30)
    let flags = bytes.number(at: 6, bytes: 2)
    let method = Int(bytes.number(at: 8, bytes: 2))
    let checksum = UInt32(bytes.number(at: 14, bytes: 4))
    var compressed = bytes.number(at: 18, bytes: 4)
    var size = bytes.number(at: 22, bytes: 4)
    let nameBytes = Int(bytes.number(at: 26, bytes: 2))
    let extraBytes = Int(bytes.number(at: 28, bytes: 2))
    try bytes.need(30 + nameBytes + extraBytes)
    let isDirectory = nameBytes > 0 && bytes.number(at: 29 + nameBytes, bytes: 1) == UInt64(UInt8(ascii: "/"))
    let name = bytes.text(at: 30, count: nameBytes)
    readSizes64(from: 30 + nameBytes, count: extraBytes, size: &size, compressed: &compressed)
    bytes.consume(30 + nameBytes + extraBytes)
    guard flags & 0x2041 == 0 else { throw .zipEncrypted }
    guard method == 0 || method == 8 else { throw .zipMethod(method: method) }
    let followsData = flags & 8 != 0
    guard !followsData || method == 8 || isDirectory else { throw .zipMethod(method: method) }
    return Member(
      name: name, isDirectory: isDirectory, method: method, checksum: followsData ? nil : checksum,
      compressedBytes: followsData ? nil : compressed, bytes: followsData ? nil : size)
  }

  /// Extra field 1: sizes beyond four bytes, each there only where the header holds all ones.
  private func readSizes64(from offset: Int, count: Int, size: inout UInt64, compressed: inout UInt64) {
    var at = offset
    while at + 4 <= offset + count {
      let length = Int(bytes.number(at: at + 2, bytes: 2))
      guard at + 4 + length <= offset + count else { return }
      if bytes.number(at: at, bytes: 2) == 1 {
        var value = at + 4
        if size == 0xFFFF_FFFF, value + 8 <= at + 4 + length {
          size = bytes.number(at: value, bytes: 8)
          value += 8
        }
        if compressed == 0xFFFF_FFFF, value + 8 <= at + 4 + length {
          compressed = bytes.number(at: value, bytes: 8)
        }
        return
      }
      at += 4 + length
    }
  }

  /// Reads to the end record; a ZIP without it was cut short.
  private func readDirectory() throws(ExtractFailure) {
    while true {
      try bytes.need(4)
      switch bytes.number(at: 0, bytes: 4) {
      case Self.directorySignature:
        try bytes.need(46)
        let variable = [28, 30, 32].map { Int(bytes.number(at: $0, bytes: 2)) }
        try bytes.skip(46 + variable.reduce(0, +))
      case Self.end64Signature:
        try bytes.need(12)
        let size = bytes.number(at: 4, bytes: 8)
        guard size < 1 << 20 else { throw .damagedZip }
        try bytes.skip(12 + Int(size))
      case Self.locator64Signature:
        try bytes.skip(20)
      case Self.digitalSignature:
        try bytes.need(6)
        try bytes.skip(6 + Int(bytes.number(at: 4, bytes: 2)))
      case Self.endSignature:
        try bytes.need(22)
        try bytes.skip(22 + Int(bytes.number(at: 20, bytes: 2)))
        return
      default:
        throw .damagedZip
      }
    }
  }

  /// Counts what members unfold to, over all of them, against the limits that stop a bomb.
  func count(unfolded: Int) throws(ExtractFailure) {
    bytesUnfolded += Int64(unfolded)
    guard bytesUnfolded <= limits.maximumBytes else { throw .zipBomb(limit: limits.maximumBytes) }
    let (allowed, isHuge) = bytes.raw.bytesRead.multipliedReportingOverflow(by: limits.maximumExpansionRatio)
    if bytesUnfolded > limits.expansionRatioFrom, !isHuge, bytesUnfolded > allowed {
      throw .zipBomb(limit: max(allowed, limits.expansionRatioFrom))
    }
  }
}
