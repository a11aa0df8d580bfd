/// Addresses that open an account: whoever reads one in a log could use it.
enum SecretAddresses {
  /// What such addresses begin with, before the token.
  static let beginnings = ["/primeiro-acesso/", "/convite/", "/recuperar/"]

  /// As it may stand in a log.
  static func shown(_ path: String) -> String {
    beginnings.first(where: path.hasPrefix).map { $0 + "…" } ?? path
  }
}
