public import Vocabulary

extension OpenIDProvider {
  /// gov.br, the federal government's sign-in: free for public bodies, after the body itself has joined. The subject is
  /// the person's CPF, so it is kept as a fingerprint only (`OpenIDPerson.fingerprint`). The level of the account comes
  /// as `gold`, `silver` or `bronze`. Source: the public integration guide of the Login Único.
  ///
  /// - Parameter isStaging: the ministry's test environment, where every integration begins.
  public static func govBR(
    clientID: String, clientSecret: String, isStaging: Bool
  ) throws(Problem) -> Self {
    var claims = ClaimNames()
    claims.levels = "reliability_info.level"
    return try Self(
      key: "govbr", issuer: isStaging ? "https://sso.staging.acesso.gov.br/" : "https://sso.acesso.gov.br/",
      clientID: clientID, clientSecret: clientSecret,
      scopes: ["openid", "email", "profile", "govbr_confiabilidades", "govbr_confiabilidades_idtoken"],
      buttonLabel: "Entrar com GOV.BR", claims: claims)
  }
}
