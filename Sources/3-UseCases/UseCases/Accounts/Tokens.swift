public import Access
import Secrets
import Vocabulary

extension Prumo {
  func newToken() -> SecretToken {
    var randomness = randomness
    return SecretToken.new(using: &randomness)
  }

  /// Whoever has not signed in, as the trail names them.
  func visitor(_ origin: Actor.Origin) -> Actor { .program("sem entrada", origin: origin) }

  /// The person, as the trail names them, while what they may do does not matter.
  func themselves(_ person: Person, origin: Actor.Origin) -> Actor {
    Actor(person, assignments: [], roles: roles, on: now().day, hasSecondFactor: false, origin: origin)
  }
}

/// Where a link of an account leads.
public enum AccountPaths {
  public static func path(of kind: AccountLink.Kind, token: String) -> String {
    switch kind {
    case .firstAdministrator: "/primeiro-acesso/\(token)"
    case .invitation: "/convite/\(token)"
    case .recovery: "/recuperar/\(token)"
    }
  }
}
