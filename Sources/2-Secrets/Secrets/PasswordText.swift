import Foundation
import Vocabulary

/// A password as it is hashed and judged: the same letters are the same password on every keyboard.
/// Source: RFC 8265, section 4 (OpaqueString): other spaces become the space, then Unicode's form NFC.
struct PasswordText {
  /// In code points after normalisation, as NIST SP 800-63B counts. Longer is not safer, and hashing must have a limit.
  static let longest = 200
  /// No normalisation makes four code points one: beyond this nothing is worth normalising.
  private static let longestTyped = 4 * longest

  let normalised: String

  init(_ typed: String) throws(Problem) {
    guard typed.unicodeScalars.count <= Self.longestTyped else { throw Self.tooLong }
    var spaced = String.UnicodeScalarView()
    for scalar in typed.unicodeScalars {
      spaced.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
    }
    let normalised = String(spaced).precomposedStringWithCanonicalMapping
    guard normalised.unicodeScalars.count <= Self.longest else { throw Self.tooLong }
    self.normalised = normalised
  }

  var bytes: [UInt8] { Array(normalised.utf8) }
  var count: Int { normalised.unicodeScalars.count }

  private static var tooLong: Problem {
    .invalid(field: "senha", rule: "password.tooLong", ["limit": String(longest)])
  }
}
