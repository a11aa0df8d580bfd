import Crypto
import Foundation

/// A certificate that signs itself, made for one test: written out in the form of X.509 (RFC 5280), with as little in
/// it as a server on this machine needs.
struct TestCertificate {
  let key = P256.Signing.PrivateKey()
  let bytes: [UInt8]

  /// - Parameters:
  ///   - names: DNS names that it is good for.
  ///   - addresses: IPv4 addresses that it is good for.
  init(
    names: [String] = [], addresses: [[UInt8]] = [[127, 0, 0, 1]], from: String = "000101000000Z",
    until: String = "491231235959Z"
  ) throws {
    let algorithm = DER.sequence([DER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02])])
    let name = DER.sequence([
      DER.wrap(
        0x31,
        DER.sequence([DER.identifier([0x55, 0x04, 0x03]), DER.wrap(0x0C, Array("Autoridade de teste".utf8))]))
    ])
    let validity = DER.sequence([DER.wrap(0x17, Array(from.utf8)), DER.wrap(0x17, Array(until.utf8))])
    let isAuthority = DER.sequence([
      DER.identifier([0x55, 0x1D, 0x13]), DER.wrap(0x01, [0xFF]),
      DER.wrap(0x04, DER.sequence([DER.wrap(0x01, [0xFF])])),
    ])
    let goodFor = DER.sequence([
      DER.identifier([0x55, 0x1D, 0x11]),
      DER.wrap(
        0x04,
        DER.sequence(names.map { DER.wrap(0x82, Array($0.utf8)) } + addresses.map { DER.wrap(0x87, $0) })),
    ])
    let content = DER.sequence([
      DER.wrap(0xA0, DER.wrap(0x02, [2])), DER.wrap(0x02, [1]), algorithm, name, validity, name,
      Array(key.publicKey.derRepresentation), DER.wrap(0xA3, DER.sequence([isAuthority, goodFor])),
    ])
    let signature = try Array(key.signature(for: Data(content)).derRepresentation)
    bytes = DER.sequence([content, algorithm, DER.wrap(0x03, [0] + signature)])
  }

  var pem: String {
    let text = Data(bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    return "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----\n"
  }

  /// Lends a file with the certificate.
  @discardableResult func withFile<R>(_ body: (String) async throws -> R) async throws -> R {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
    try pem.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await body(file.path)
  }
}

private enum DER {
  static func wrap(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      switch count {
      case ..<128: [UInt8(count)]
      case ..<256: [0x81, UInt8(count)]
      default: [0x82, UInt8(count >> 8), UInt8(count & 255)]
      }
    return [tag] + length + content
  }

  static func sequence(_ parts: [[UInt8]]) -> [UInt8] { wrap(0x30, parts.flatMap(\.self)) }

  static func identifier(_ bytes: [UInt8]) -> [UInt8] { wrap(0x06, bytes) }
}
