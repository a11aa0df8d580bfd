import Secrets

extension Prumo {
  /// For the pages, which tell it before a password is typed.
  public static let shortestPassword = PasswordRules.shortest
}
