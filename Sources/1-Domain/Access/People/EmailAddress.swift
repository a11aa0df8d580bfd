/// An e-mail address as it was typed, compared without regard to case. No proof that it works: that is the invitation.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  /// RFC 5321 allows 254 bytes for the whole.
  public static let maximumBytes = 254

  public let description: String
  /// What two spellings of one address share.
  public var key: String { description.lowercased() }

  /// One `@`, something before it, a domain with a dot or `localhost` after it, no spaces or control characters.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumBytes, !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }),
      !bytes.contains(where: {
        [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: "\"")].contains($0)
      })
    else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, Self.isDomain(parts[1]) else { return nil }
    description = String(text)
  }

  public static func == (left: Self, right: Self) -> Bool { left.key == right.key }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  private static func isDomain(_ text: some StringProtocol) -> Bool {
    if text == "localhost" { return true }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
  }
}
