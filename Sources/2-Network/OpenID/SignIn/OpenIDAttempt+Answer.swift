public import Vocabulary

extension OpenIDAttempt {
  /// RFC 6749 sets no limit; providers send some hundred letters.
  public static let maximumCodeBytes = 4_096

  /// The code that the provider sent the person back with.
  ///
  /// - Parameter parameters: what stood behind the `?` of our address, each name once.
  /// - Throws: `openid.state` when the answer is not to this attempt, `openid.issuer` when another provider gave it,
  ///   `openid.refused` when the provider or the person said no, `openid.unexpected`.
  public func code(
    in parameters: [String: String], from provider: OpenIDProvider, _ endpoints: OpenIDEndpoints
  ) throws(Problem) -> String {
    // First of all: until it fits, nothing that stands there means anything.
    guard let given = parameters["state"], Self.isSame(given, state) else {
      throw .invalid(rule: "openid.state")
    }
    if endpoints.namesItself || parameters["iss"] != nil {
      guard parameters["iss"] == provider.issuer else { throw .invalid(rule: "openid.issuer") }
    }
    if let error = parameters["error"] {
      throw .invalid(rule: "openid.refused", ["reason": Self.reason(error)])
    }
    guard let code = parameters["code"], (1...Self.maximumCodeBytes).contains(code.utf8.count),
      code.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else { throw .unexpected("code") }
    return code
  }

  /// In the same time wherever they differ.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    return zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The provider's word for its no, for an administrator; whatever else could stand there is left out.
  static func reason(_ error: String) -> String {
    let isWord = error.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
    }
    return isWord && (1...40).contains(error.utf8.count) ? error : "error"
  }
}
