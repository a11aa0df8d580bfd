import Access
import Secrets
import Vocabulary

extension Prumo {
  /// A new password, checked and hashed. Throws the rules of `PasswordRules.check`, and `signIn.busy`.
  func hashed(new password: String, email: EmailAddress, name: String) async throws -> String {
    let (rules, address) = (accounts.rules, email.description)
    return try await hashed(password) { try rules.check(password, email: address, name: name) }
  }

  func hashed(
    _ password: String, after check: @escaping @Sendable () throws -> Void = {}
  ) async throws -> String {
    var randomness = randomness
    let salt = RandomBytes.make(PasswordHash.saltByteCount, using: &randomness)
    let cost = accounts.passwordCost
    return try await accounts.gate.run {
      try check()
      return try PasswordHash.make(password, salt: salt, cost: cost)
    }
  }

  /// Takes as long whether or not there is a hash.
  func matches(_ password: String, _ hash: String?) async throws -> Bool {
    let asked = hash ?? PasswordHash.decoy(cost: accounts.passwordCost)
    let isRight = try await accounts.gate.run { try PasswordHash.matches(password, asked) }
    return isRight && hash != nil
  }

  /// The same password by the cost of today, when it was hashed more cheaply.
  func refreshed(_ password: String, _ hash: String) async throws -> String? {
    guard PasswordHash.isOutdated(hash, cost: accounts.passwordCost) else { return nil }
    return try await hashed(password)
  }
}
