import Crypto
public import Vocabulary

/// The second factor of a telephone's authenticator app: six digits that change every 30 seconds.
/// Source: RFC 6238 (TOTP) on RFC 4226 (HOTP), with SHA-1, which all apps know.
public struct TimeCodeSecret: Hashable, Sendable {
  public static let secondsPerStep: Int64 = 30
  public static let digits = 6
  /// Steps before and after the present one that are accepted: clocks differ, and typing takes time.
  static let window: Int64 = 1
  /// 160 bits, as long as the hash. Source: RFC 4226, section 4, R6.
  static let byteCount = 20

  private let bytes: [UInt8]

  public static func new(using randomness: inout some RandomNumberGenerator) -> Self {
    Self(bytes: RandomBytes.make(byteCount, using: &randomness))
  }

  /// Reads what `text` gives. Nil for anything that is no secret of ours.
  public init?(_ text: String) {
    guard let bytes = Base32.standard.bytes(text), bytes.count == Self.byteCount else { return nil }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 32 letters and digits, to type into an app that cannot take the picture.
  public var text: String { Base32.standard.text(bytes) }

  /// What the QR code for the app holds. The account is the person's e-mail, as the app shows it in its list.
  public func address(account: String, issuer: String = "Prumo") -> String {
    let name = Self.escaped(issuer)
    return
      "otpauth://totp/\(name):\(Self.escaped(account))?secret=\(text)&issuer=\(name)&algorithm=SHA1"
      + "&digits=\(Self.digits)&period=\(Self.secondsPerStep)"
  }

  /// The code that an app shows at that moment.
  public func code(at instant: Instant) -> String {
    code(ofStep: Self.step(at: instant))
  }

  /// The step whose code this is, to be kept with the account; nil when it is no code of now. `lastStep` is the one that
  /// was kept: it and those before it are over, so that no code is good twice. Spaces do not matter.
  public func accepts(_ code: String, at instant: Instant, after lastStep: Int64?) -> Int64? {
    let typed = code.filter { !$0.isWhitespace }
    let now = Self.step(at: instant)
    // Every step is looked at whatever the first one says: the time tells nothing.
    let accepted = (now - Self.window...now + Self.window)
      .filter { ConstantTime.areEqual(self.code(ofStep: $0), typed) }
    return accepted.first { $0 > lastStep ?? .min }
  }

  private static func step(at instant: Instant) -> Int64 {
    instant.millisecondsSince1970 / (secondsPerStep * 1_000)
  }

  /// Source: RFC 4226, section 5.3.
  private func code(ofStep step: Int64) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
    let mark = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
    let offset = Int(mark[mark.count - 1] & 15)
    let number = mark[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
    let text = String(number % 1_000_000)
    return String(repeating: "0", count: Self.digits - text.count) + text
  }

  private static func escaped(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.reduce(into: "") { escaped, byte in
      if plain.contains(byte) {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        escaped += "%" + Hexadecimal.text([byte]).uppercased()
      }
    }
  }
}

extension TimeCodeSecret: CustomStringConvertible, CustomReflectable {
  /// Logs and error messages show no secret.
  public var description: String { "TimeCodeSecret(…)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
