public import OpenID
import Vocabulary

/// A provider by which people may sign in, and what its word is worth.
public struct IdentityProvider: Sendable {
  public let provider: OpenIDProvider
  /// Words of the provider, as methods (RFC 8176: `mfa`, `otp`) or as levels, that stand for a second factor of its own.
  /// Empty: it never does, and who needs a second factor is asked for ours.
  public let secondFactorWords: Set<String>

  public init(_ provider: OpenIDProvider, secondFactorWords: Set<String> = []) {
    self.provider = provider
    self.secondFactorWords = secondFactorWords
  }

  func showedSecondFactor(_ person: OpenIDPerson) -> Bool {
    !secondFactorWords.isDisjoint(with: person.methods + person.levels)
  }
}

/// A provider as a page offers it.
public struct IdentityChoice: Hashable, Sendable {
  /// Its part of our addresses.
  public let key: String
  /// What its button says.
  public let label: String

  public init(key: String, label: String) {
    self.key = key
    self.label = label
  }

  /// `gov.br`, of `Entrar com gov.br`.
  public var name: String {
    let verb = "Entrar com "
    return label.hasPrefix(verb) ? String(label.dropFirst(verb.count)) : label
  }
}

struct IdentityProviders: Sendable {
  let all: [IdentityProvider]
  let directory = OpenIDDirectory()

  init(_ all: [IdentityProvider]) {
    self.all = all
  }

  func named(_ key: String) -> IdentityProvider? { all.first { $0.provider.key == key } }
}

extension Prumo {
  /// Empty where none is configured.
  public var identityChoices: [IdentityChoice] {
    accounts.identities.all.map { IdentityChoice(key: $0.provider.key, label: $0.provider.buttonLabel) }
  }

  /// Throws `identity.noProvider`.
  public func identityChoice(_ key: String) throws -> IdentityChoice {
    guard let choice = identityChoices.first(where: { $0.key == key }) else {
      throw Problem.notFound(rule: "identity.noProvider")
    }
    return choice
  }
}
