public import Access
import Records
import SQLStore
import Secrets
import Vocabulary

/// What a person typed as the second factor, and where.
public struct CodeAttempt: Sendable {
  /// The token of the step that the password began.
  public let step: String
  /// Six digits of the telephone, or a recovery code.
  public let code: String
  public let device: String?
  public let origin: Actor.Origin
  public let client: String

  public init(step: String, code: String, device: String?, origin: Actor.Origin, client: String) {
    self.step = step
    self.code = code
    self.device = device
    self.origin = origin
    self.client = client
  }
}

extension Prumo {
  /// The second step of a sign-in. Throws `signIn.stepOver` when it took too long or too many codes were wrong,
  /// `signIn.wrongCode`, `signIn.codeTooMany`.
  public func signIn(_ attempt: CodeAttempt) async throws -> SignInTokens {
    let now = now()
    let fingerprint = SecretToken.fingerprint(of: attempt.step)
    let found = try await store.read { db -> (person: Person, isKnown: Bool)? in
      guard let step = try SignInRecords.step(fingerprint: fingerprint, in: db), step.isOpen(at: now),
        let person = try PersonRecords.own(step.person, in: db), person.mayEnter(on: now.day)
      else { return nil }
      let isKnown = try attempt.device.map {
        try SignInRecords.knows(device: SecretToken.fingerprint(of: $0), of: person.id, at: now, in: db)
      }
      return (person, isKnown == true)
    }
    guard let (person, isKnown) = found else { throw Problem.conflict(rule: "signIn.stepOver") }
    let sides = codeSides(of: person, knownDevice: isKnown ? attempt.device : nil)
    try await countCode(sides)
    let tokens = try await store.write { db -> SignInTokens? in
      guard let method = try use(attempt.code, of: person.id, at: now, in: db) else {
        try SignInWriting.countStepFailure(fingerprint: fingerprint, in: db)
        return nil
      }
      try takeBack(sides, in: db)
      try SignInWriting.endStep(fingerprint: fingerprint, in: db)
      let tokens = try enter(
        person, method: method, hasSecondFactor: true, device: attempt.device, attempt.origin, attempt.client,
        in: db)
      if method == .recoveryCode {
        try AuditWriting.record(
          AuditNote(
            .recoveryCodeUsed, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
          by: themselves(person, origin: attempt.origin), at: now, in: db)
      }
      return tokens
    }
    guard let tokens else {
      try await refuse("signIn.wrongCode", person, attempt.origin)
      throw Problem.invalid(field: "codigo", rule: "signIn.wrongCode")
    }
    return tokens
  }

  func codeSides(of person: Person, knownDevice: String?) -> Sides {
    let name =
      knownDevice.map { "code \(person.id) \(SecretToken.fingerprint(of: $0))" } ?? "code \(person.id)"
    return Sides(sides: [side(name, .codes)])
  }

  /// As `count`, with the rule for codes.
  func countCode(_ sides: Sides) async throws {
    do {
      try await count(sides)
    } catch let problem as Problem where problem.rule == "signIn.tooMany" {
      throw Problem.tooMany(rule: "signIn.codeTooMany", problem.details)
    }
  }

  /// Uses up a code of the telephone or a recovery code; nil when it is neither, or was used before.
  func use(
    _ code: String, of person: ID<Person>, at now: Instant, in db: any WriteTransaction
  ) throws -> SignInMethod? {
    guard let credential = try CredentialRecords.find(of: person, in: db), credential.hasSecondFactor,
      let sealed = credential.timeCodeSecret
    else { return nil }
    if let secret = TimeCodeSecret(try opened(sealed, of: person)),
      let step = secret.accepts(code, at: now, after: credential.timeCodeLastStep)
    {
      return try CredentialWriting.useTimeCode(step: step, of: person, in: db) ? .secondFactor : nil
    }
    guard let fingerprint = RecoveryCodes.fingerprint(of: code),
      try CredentialWriting.useRecoveryCode(fingerprint: fingerprint, of: person, at: now, in: db)
    else { return nil }
    return .recoveryCode
  }

  func opened(_ sealed: String, of person: ID<Person>) throws -> String {
    try SealedText.open(sealed, owner: Self.timeCodeOwner(person), key: accounts.key)
  }

  static func timeCodeOwner(_ person: ID<Person>) -> String { "person \(person) second factor" }
}
