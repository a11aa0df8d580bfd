import Foundation

/// An address of the internet protocol, of version 4 or 6.
///
/// One of version 4 that arrives in the clothes of version 6 (`::ffff:10.0.0.5`) is the same address.
public struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  private static let mappedPrefix: UInt64 = 0xffff << 32

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// `10.0.0.5`, `2001:db8::1`, `[2001:db8::1]`. Nil for a name, and for an address with a zone or a port.
  public init?(_ text: some StringProtocol) {
    let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : String(text)
    // Only these can stand in one; the system's own reading would also stop at a NUL.
    guard bare.utf8.count <= 45, bare.utf8.allSatisfy({ Self.isPart($0) }) else { return nil }
    var four = in_addr()
    if inet_pton(AF_INET, bare, &four) == 1 {
      self.init(high: 0, low: Self.mappedPrefix | UInt64(UInt32(bigEndian: four.s_addr)))
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, bare, &six) == 1 else { return nil }
    let bytes = withUnsafeBytes(of: &six) { Array($0) }
    self.init(high: Self.number(bytes[0..<8]), low: Self.number(bytes[8..<16]))
  }

  public var isVersion4: Bool { high == 0 && low >> 32 == Self.mappedPrefix >> 32 }

  public var isLoopback: Bool {
    isVersion4 ? low & 0xff00_0000 == 0x7f00_0000 : high == 0 && low == 1
  }

  /// What one household or office is given: the address itself, or the first 64 bits of one of version 6.
  var holder: NetworkAddress { isVersion4 ? self : NetworkAddress(high: high, low: 0) }

  public var description: String {
    if isVersion4 {
      return (0..<4).map { String((low >> (24 - UInt64($0) * 8)) & 0xff) }.joined(separator: ".")
    }
    var six = in6_addr()
    withUnsafeMutableBytes(of: &six) { bytes in
      for index in 0..<8 {
        bytes[index] = UInt8(truncatingIfNeeded: high >> (56 - UInt64(index) * 8))
        bytes[index + 8] = UInt8(truncatingIfNeeded: low >> (56 - UInt64(index) * 8))
      }
    }
    var letters = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(AF_INET6, &six, &letters, socklen_t(letters.count)) != nil else { return "::" }
    return String(decoding: letters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
