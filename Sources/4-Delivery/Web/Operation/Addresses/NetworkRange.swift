/// An address, or all that begin alike: `10.0.0.0/8`, `2001:db8::/32`.
public struct NetworkRange: Hashable, Sendable {
  private let base: NetworkAddress
  /// Leading bits that count, of 128.
  private let bits: Int

  /// Nil for what is no address, and for a number of bits that the address does not have.
  public init?(_ text: some StringProtocol) {
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    guard pieces.count <= 2, let address = NetworkAddress(String(pieces[0])) else { return nil }
    let width = address.isVersion4 ? 32 : 128
    var length = width
    if pieces.count == 2 {
      guard pieces[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let given = Int(pieces[1]),
        (0...width).contains(given)
      else { return nil }
      length = given
    }
    bits = length + 128 - width
    base = Self.cut(address, to: bits)
  }

  public func contains(_ address: NetworkAddress) -> Bool { Self.cut(address, to: bits) == base }

  /// All of version 4 or all of version 6.
  public var isEverything: Bool { bits == 0 || (base.isVersion4 && bits == 96) }

  private static func cut(_ address: NetworkAddress, to bits: Int) -> NetworkAddress {
    func mask(_ count: Int) -> UInt64 { count <= 0 ? 0 : count >= 64 ? .max : ~(.max >> UInt64(count)) }
    return NetworkAddress(high: address.high & mask(bits), low: address.low & mask(bits - 64))
  }
}
