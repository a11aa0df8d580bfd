public import Vocabulary

/// Who sends or receives a message: an address and, for people, a name before it.
public struct Mailbox: Hashable, Sendable {
  /// RFC 5321 allows 254 bytes for the whole address.
  public static let maximumAddressBytes = 254
  public static let maximumNameBytes = 200

  public let address: String
  public let name: String?

  /// - Throws: `mail.address` for what is no plain ASCII address, `mail.lineBreak` and `mail.tooLong` for the name.
  public init(_ address: String, name: String? = nil) throws(Problem) {
    guard Self.isAddress(address) else { throw .invalid(rule: "mail.address") }
    if let name { try HeaderText.check(name, field: "name", maximumBytes: Self.maximumNameBytes) }
    self.address = address
    self.name = name
  }

  /// The part of an address behind its `@`.
  var domain: Substring { address.split(separator: "@").last ?? "" }

  /// As it stands in a header.
  var header: String {
    guard let name, !name.isEmpty else { return address }
    let words = HeaderText.words(name, isPhrase: true)
    let isShort = words.utf8.count + address.utf8.count < HeaderText.maximumPlainBytes
    return words + (isShort ? " <" : "\r\n <") + address + ">"
  }

  /// Narrower than RFC 5321: nothing in quotes, no comments, no spaces, so that no reader can find two addresses in it.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= maximumAddressBytes else { return false }
    return !parts[0].isEmpty && parts[0].utf8.count <= 64
      && parts[0].utf8.allSatisfy { byte in
        byte > 0x20 && byte < 0x7F && !Array("\"(),:;<>[\\]".utf8).contains(byte)
      } && WebAddress.isHost(parts[1].lowercased())
  }
}
