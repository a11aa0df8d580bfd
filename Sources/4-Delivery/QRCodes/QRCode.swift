import CQRCode
import Vocabulary

/// A text as the square of dark and light modules that telephones read. Source: ISO/IEC 18004.
public struct QRCode: Hashable, Sendable {
  /// In UTF-8. More fits in, but then the modules of a printed square get too small for a telephone's camera.
  public static let longestBytes = 500
  /// Light modules around the square, without which readers do not find it. Source: ISO/IEC 18004, section 6.3.8.
  static let quietZone = 4

  /// The number of UTF-8 among the extended channel interpretations.
  private static let utf8: UInt32 = 26

  /// Modules in a row and in a column, without the quiet zone: 21 to 177.
  public let side: Int
  private let dark: [Bool]

  /// Level M: still read when 15 in 100 of it are dirty or torn, as on a sheet that lies at a door. Throws
  /// `qrCode.tooLong`.
  public init(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.longestBytes else {
      throw Problem.invalid(rule: "qrCode.tooLong", ["limit": String(Self.longestBytes)])
    }
    guard !bytes.isEmpty, let input = QRinput_new2(0, QR_ECLEVEL_M) else { throw Fault() }
    defer { QRinput_free(input) }
    // Without this word readers guess the encoding of accents, and not all guess right.
    let isPlain = bytes.allSatisfy { $0 < 0x80 }
    guard isPlain || QRinput_appendECIheader(input, Self.utf8) == 0,
      QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes) == 0, let code = QRcode_encodeInput(input)
    else { throw Fault() }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    // The lowest bit is the colour; the others say what the module is for.
    dark = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
  }

  /// An empty text, or a machine out of memory: a defect, not a refusal.
  public struct Fault: Error {}

  public func isDark(row: Int, column: Int) -> Bool { dark[row * side + column] }
}
