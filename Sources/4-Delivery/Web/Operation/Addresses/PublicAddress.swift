import Foundation

/// Where people find the pages: a scheme and a host, as `https://prumo.exemplo.gov.br`.
public struct PublicAddress: Hashable, Sendable {
  public let isEncrypted: Bool
  /// Host, and the port where it is not the scheme's own; in lower case.
  public let authority: String

  /// Nil for anything but scheme and host. Without encryption only this machine itself can be meant.
  public init?(_ text: some StringProtocol) {
    let lower = text.lowercased()
    let bare = lower.hasSuffix("/") ? lower.dropLast() : lower[...]
    isEncrypted = bare.hasPrefix("https://")
    guard isEncrypted || bare.hasPrefix("http://") else { return nil }
    let rest = bare.dropFirst(isEncrypted ? "https://".count : "http://".count)
    guard let (host, port) = Self.parts(rest) else { return nil }
    let isLocal = host == "localhost" || NetworkAddress(host)?.isLoopback == true
    guard isEncrypted || isLocal else { return nil }
    authority = port == nil || port == (isEncrypted ? 443 : 80) ? host : "\(host):\(port ?? 0)"
  }

  /// As it is written before a path.
  public var text: String { (isEncrypted ? "https://" : "http://") + authority }

  /// Whether a `Host` header names it.
  func isNamed(by host: String) -> Bool {
    let lower = host.lowercased()
    return lower == authority || lower == authority + (isEncrypted ? ":443" : ":80")
  }

  private static func parts(_ text: Substring) -> (host: String, port: Int?)? {
    let hostEnd =
      text.hasPrefix("[") ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
    let host = String(text[..<(hostEnd ?? text.endIndex)])
    let rest = text[(hostEnd ?? text.endIndex)...]
    guard isHost(host) else { return nil }
    guard !rest.isEmpty else { return (host, nil) }
    guard rest.hasPrefix(":"), let port = UInt16(rest.dropFirst()), port > 0 else { return nil }
    return (host, Int(port))
  }

  private static func isHost(_ text: String) -> Bool {
    if text.hasPrefix("[") { return NetworkAddress(text) != nil }
    return !text.isEmpty && text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy {
            (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
          }
      }
  }
}
