/// Addresses that open an account once. Their token is in no log: whoever reads it could use it first.
enum SecretAddress {
  private static let beginnings = ["/primeiro-acesso/", "/convite/", "/recuperar/"]

  /// The path as a log may have it.
  static func hidden(_ path: String) -> String {
    guard let beginning = beginnings.first(where: { path.hasPrefix($0) }), path.count > beginning.count else {
      return path
    }
    return beginning + "…"
  }
}
