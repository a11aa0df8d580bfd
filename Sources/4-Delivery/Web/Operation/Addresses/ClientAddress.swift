/// Who is at the other end, when there may be proxies between.
///
/// Each proxy adds at the right of `X-Forwarded-For` the address that it saw itself. What stands further left was only told,
/// and anybody can tell anything: so the list is read from the right, past the proxies that are ours, to the first
/// address that is not.
public struct ClientAddress: Sendable {
  private let trusted: [NetworkRange]

  /// Longer lists are not of a proxy's making; what is further left is not looked at.
  static let longestList = 20

  public init(trusted: [NetworkRange]) {
    self.trusted = trusted
  }

  public func isTrusted(_ address: NetworkAddress) -> Bool { trusted.contains { $0.contains(address) } }

  /// - Parameters:
  ///   - peer: the address of the connection.
  ///   - forwardedFor: every `X-Forwarded-For` of the request, in their order; several count as one list.
  public func client(peer: NetworkAddress, forwardedFor: [String]) -> NetworkAddress {
    guard isTrusted(peer) else { return peer }
    let hops = forwardedFor.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    var last = peer
    for hop in hops.suffix(Self.longestList).reversed() {
      // A hop that cannot be read was not written by a proxy of ours: the one before it is the last we know.
      guard let address = Self.address(hop) else { return last }
      last = address
      guard isTrusted(address) else { return address }
    }
    return last
  }

  /// Some proxies write the port too: `192.0.2.7:4711`, `[2001:db8::1]:4711`.
  private static func address(_ hop: Substring) -> NetworkAddress? {
    let text = hop.drop { $0 == " " || $0 == "\t" }
    let bare = text.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
    let trimmed = String(bare)
    if let address = NetworkAddress(trimmed) { return address }
    guard let colon = trimmed.lastIndex(of: ":"), UInt16(trimmed[trimmed.index(after: colon)...]) != nil
    else {
      return nil
    }
    let before = trimmed[..<colon]
    guard before.hasPrefix("[") || !before.contains(":") else { return nil }
    return NetworkAddress(before)
  }
}
