import Transfers
public import Vocabulary

/// An identity provider as the administrator sets it up. Any that speaks OpenID Connect with authorization code will do.
public struct OpenIDProvider: Hashable, Sendable {
  /// Names of the claims in which the provider tells what; with dots for what stands inside another.
  public struct ClaimNames: Hashable, Sendable {
    public var name = "name"
    public var email = "email"
    public var emailVerified = "email_verified"
    /// How well the provider knows the person.
    public var levels = "acr"

    public init() {}
  }

  /// Its name in our addresses: `/entrar/{key}`.
  public let key: String
  /// Letter by letter as the provider writes it in its tokens.
  public let issuer: String
  public let clientID: String
  /// Nil for a client that is registered without one; PKCE protects both kinds.
  public let clientSecret: String?
  public let scopes: [String]
  public let buttonLabel: String
  public let claims: ClaimNames
  /// Added to the address that people are sent to, as `acr_values` or `prompt`.
  public let extraParameters: [String: String]
  /// PEM file of the certificates to be trusted instead of the system's own.
  public let certificateFile: String?

  let issuerAddress: WebAddress

  /// - Throws: `openid.settings` with the name of the setting that cannot be.
  public init(
    key: String, issuer: String, clientID: String, clientSecret: String?,
    scopes: [String] = ["openid", "email", "profile"], buttonLabel: String, claims: ClaimNames = ClaimNames(),
    extraParameters: [String: String] = [:], certificateFile: String? = nil
  ) throws(Problem) {
    func require(_ isGood: Bool, _ setting: String) throws(Problem) {
      if !isGood { throw .invalid(field: setting, rule: "openid.settings", ["setting": setting]) }
    }
    try require(Self.isKey(key), "key")
    guard let issuerAddress = WebAddress(issuer), !issuer.contains("?"),
      issuerAddress.isEncrypted || issuerAddress.isLoopback
    else { throw .invalid(field: "issuer", rule: "openid.settings", ["setting": "issuer"]) }
    try require(Self.isVisible(clientID), "clientID")
    try require(clientSecret.map(Self.isVisible) ?? true, "clientSecret")
    try require(
      scopes.contains("openid") && scopes.allSatisfy { Self.isVisible($0) && !$0.contains(" ") }, "scopes")
    try require(!buttonLabel.isEmpty && buttonLabel.count <= Self.longestLabel, "buttonLabel")
    try require(Self.ownParameters.isDisjoint(with: extraParameters.keys), "extraParameters")
    self.key = key
    self.issuer = issuer
    self.issuerAddress = issuerAddress
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.scopes = scopes
    self.buttonLabel = buttonLabel
    self.claims = claims
    self.extraParameters = extraParameters
    self.certificateFile = certificateFile
  }

  public static let longestLabel = 60

  /// What protects the sign-in is not to be set from outside.
  static let ownParameters: Set<String> = [
    "response_type", "response_mode", "client_id", "redirect_uri", "scope", "state", "nonce",
    "code_challenge",
    "code_challenge_method",
  ]

  private static func isKey(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        Digits.value(byte) != nil || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || byte == UInt8(ascii: "-")
      }
  }

  private static func isVisible(_ text: String) -> Bool {
    (1...512).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}

extension OpenIDProvider: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "OpenIDProvider(\(key))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
