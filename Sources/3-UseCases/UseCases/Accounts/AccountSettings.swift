import Assets
import Records
import SQLStore
public import Secrets
import Vocabulary

/// What whoever installs the program decides about accounts.
public struct AccountSettings: Sendable {
  /// Nil: made at the first start and kept in the store. Given, it is kept apart from the store, whose copy then opens no
  /// second factor.
  public var installationKey: InstallationKey?
  public var passwordCost: PasswordCost
  public var gate: PasswordGate
  /// What links in letters begin with, as `https://prumo.exemplo.gov.br`. Nil where no mail is sent: links are then
  /// shown to the administrator, who hands them over.
  public var mailAddress: String?
  /// By which people may sign in instead of a password, in the order of their buttons.
  public var identityProviders: [IdentityProvider]

  public init(
    installationKey: InstallationKey? = nil, passwordCost: PasswordCost = .standard,
    gate: PasswordGate = PasswordGate(), mailAddress: String? = nil,
    identityProviders: [IdentityProvider] = []
  ) {
    self.installationKey = installationKey
    self.passwordCost = passwordCost
    self.gate = gate
    self.mailAddress = mailAddress
    self.identityProviders = identityProviders
  }
}

/// What sign-in needs beside the store, made once at the start.
struct AccountKeeping: Sendable {
  let key: InstallationKey
  let passwordCost: PasswordCost
  let gate: PasswordGate
  let rules: PasswordRules
  let mailAddress: String?
  let identities: IdentityProviders

  private static let keyName = "key"
  private static let keyMark = "key fingerprint"

  /// Throws `secret.otherKey`.
  init(
    _ settings: AccountSettings, in store: any Store, at now: Instant, using randomness: HandedInRandomness
  ) async throws {
    guard let common = Assets.text("Catalogue/access/common-passwords.txt") else {
      throw StoreError.defect("the list of common passwords is not in the program")
    }
    rules = PasswordRules(commonPasswords: common)
    passwordCost = settings.passwordCost
    gate = settings.gate
    mailAddress = settings.mailAddress
    identities = IdentityProviders(settings.identityProviders)
    key = try await Self.key(settings.installationKey, in: store, at: now, using: randomness)
  }

  /// The first key that was used stays: with another one nothing that was sealed would open.
  private static func key(
    _ given: InstallationKey?, in store: any Store, at now: Instant, using randomness: HandedInRandomness
  ) async throws -> InstallationKey {
    let kept = try await store.read { db in
      (try InstallationRecords.value(of: keyName, in: db), try InstallationRecords.value(of: keyMark, in: db))
    }
    var randomness = randomness
    let wanted = try given ?? kept.0.map(read) ?? .new(using: &randomness)
    let mark = SecretToken.fingerprint(of: wanted.text)
    if kept.1 == mark { return wanted }
    if given == nil, kept.0 == nil, kept.1 != nil { throw Problem.conflict(rule: "secret.otherKey") }
    let text = given == nil ? wanted.text : nil
    return try await store.write { db in
      // Another node may have begun at the same moment.
      if let text {
        let first = try read(InstallationRecords.putFirst(text, as: keyName, at: now, in: db))
        let firstMark = SecretToken.fingerprint(of: first.text)
        guard try InstallationRecords.putFirst(firstMark, as: keyMark, at: now, in: db) == firstMark else {
          throw Problem.conflict(rule: "secret.otherKey")
        }
        return first
      }
      guard try InstallationRecords.putFirst(mark, as: keyMark, at: now, in: db) == mark else {
        throw Problem.conflict(rule: "secret.otherKey")
      }
      return wanted
    }
  }

  private static func read(_ text: String) throws -> InstallationKey {
    guard let key = InstallationKey(text) else {
      throw StoreError.defect("the installation's key is unreadable")
    }
    return key
  }
}
