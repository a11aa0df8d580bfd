import Vocabulary

/// The address of a page or a question: `https`, or `http` where the caller allows it. Parsed once; what follows the
/// host is kept letter by letter. Without user, password and fragment, which have no place in what a program asks.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  public static let maximumBytes = 4_096

  public let isEncrypted: Bool
  /// In lower case; an IPv6 address with its brackets.
  public let host: String
  /// As written; nil for the usual one.
  public let port: Int?
  /// From the first `/` or `?` on; empty when there is none.
  public let rest: String

  public init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.maximumBytes, text.utf8.allSatisfy(Self.isPlain) else { return nil }
    guard let mark = text.firstRange(of: "://") else { return nil }
    switch text[..<mark.lowerBound].lowercased() {
    case "https": isEncrypted = true
    case "http": isEncrypted = false
    default: return nil
    }
    let afterMark = text[mark.upperBound...]
    let end = afterMark.firstIndex { $0 == "/" || $0 == "?" } ?? afterMark.endIndex
    guard let (host, port) = Self.hostAndPort(afterMark[..<end]) else { return nil }
    self.host = host
    self.port = port
    rest = String(afterMark[end...])
  }

  public var description: String {
    (isEncrypted ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "") + rest
  }

  /// The machine itself: what goes there leaves it on no wire.
  public var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isDigit) }
  }

  /// With more fields behind the `?`; nil when it becomes too long.
  public func adding(_ fields: FormFields) -> Self? {
    let separator = !rest.contains("?") ? "?" : rest.hasSuffix("?") || rest.hasSuffix("&") ? "" : "&"
    return Self((rest.isEmpty ? description + "/" : description) + separator + fields.text)
  }

  private static func hostAndPort(_ text: some StringProtocol) -> (String, Int?)? {
    let hostEnd: String.Index
    if text.hasPrefix("[") {
      guard let close = text.firstIndex(of: "]") else { return nil }
      hostEnd = text.index(after: close)
    } else {
      hostEnd = text.firstIndex(of: ":") ?? text.endIndex
    }
    let host = text[..<hostEnd].lowercased()
    guard isHost(host) else { return nil }
    guard hostEnd != text.endIndex else { return (host, nil) }
    let digits = text[text.index(after: hostEnd)...]
    guard text[hostEnd] == ":", (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit),
      let port = Int(digits), (1...65_535).contains(port)
    else { return nil }
    return (host, port)
  }

  /// Names and addresses of machines. Stricter than what resolvers take, so that two readers cannot differ on it.
  static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      return host.hasSuffix("]") && host.dropFirst().dropLast().count >= 2
        && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return host.utf8.count <= 253
      && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && !label.hasPrefix("-") && label.utf8.allSatisfy { isNameByte($0) }
      }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { Digits.value(byte) != nil }

  /// What may stand in an address without being written as `%20`, less `#` and the characters on which programs differ.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !Array("\"#<>@\\^`{|}".utf8).contains(byte)
  }
}
