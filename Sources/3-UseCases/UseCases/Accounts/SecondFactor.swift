public import Access
import Records
import SQLStore
import Secrets
public import Vocabulary

/// A second factor that waits for its first code.
public struct SecondFactorProposal: Sendable {
  /// To type into an app that cannot take the picture.
  public let secret: String
  /// What the QR code holds.
  public let address: String
}

/// What is shown once after the second factor was set.
public struct SecondFactorSet: Sendable {
  public let recoveryCodes: [String]
  /// The session's new token: who has more rights from here on does not go on with the old one.
  public let session: String
}

extension Prumo {
  /// The secret for the app; the same one until it is confirmed. Throws `secondFactor.already`, `access.onlyViewing`.
  public func proposeSecondFactor(_ signedIn: SignedIn) async throws -> SecondFactorProposal {
    _ = try signedIn.acting()
    let person = signedIn.person
    var randomness = randomness
    let new = TimeCodeSecret.new(using: &randomness)
    let sealed = try SealedText.seal(
      new.text, owner: Self.timeCodeOwner(person.id), key: accounts.key, using: &randomness)
    let text = try await store.write { db -> String in
      let credential = try CredentialRecords.find(of: person.id, in: db)
      guard credential?.hasSecondFactor != true else { throw Problem.conflict(rule: "secondFactor.already") }
      if let waiting = credential?.timeCodeSecret { return try opened(waiting, of: person.id) }
      _ = try CredentialWriting.proposeTimeCode(sealed: sealed, of: person.id, in: db)
      return new.text
    }
    guard let secret = TimeCodeSecret(text) else { throw StoreError.defect("unreadable second factor") }
    return SecondFactorProposal(
      secret: secret.text, address: secret.address(account: person.email.description))
  }

  /// Sets the second factor with a first code of it. Throws `secondFactor.already`, `signIn.wrongCode`,
  /// `signIn.codeTooMany`, `access.onlyViewing`.
  public func confirmSecondFactor(_ code: String, _ signedIn: SignedIn) async throws -> SecondFactorSet {
    let actor = try signedIn.acting()
    let (now, id) = (now(), signedIn.person.id)
    let sides = Sides(sides: [side("set \(signedIn.session.id)", .networkAndAccount)])
    try await countCode(sides)
    let codes = newRecoveryCodes()
    let token = newToken()
    let isSet = try await store.write { db in
      guard let credential = try CredentialRecords.find(of: id, in: db), !credential.hasSecondFactor,
        let sealed = credential.timeCodeSecret
      else { throw Problem.conflict(rule: "secondFactor.already") }
      guard let step = TimeCodeSecret(try opened(sealed, of: id))?.accepts(code, at: now, after: nil),
        try CredentialWriting.confirmTimeCode(sealed: sealed, step: step, of: id, at: now, in: db)
      else { return false }
      try takeBack(sides, in: db)
      try keep(codes, of: id, at: now, in: db)
      try SessionWriting.raise(signedIn.session.id, newFingerprint: token.fingerprint, in: db)
      try SessionWriting.endAll(of: id, except: signedIn.session.id, in: db)
      try AuditWriting.record(
        AuditNote(.secondFactorSet, of: AuditThing(.person, id), in: try place(of: id, in: db)),
        by: actor, at: now, in: db)
      return true
    }
    guard isSet else { throw Problem.invalid(field: "codigo", rule: "signIn.wrongCode") }
    return SecondFactorSet(recoveryCodes: codes, session: token.text)
  }

  /// New recovery codes, with a code of the telephone; the old ones end. Throws as `removeSecondFactor`.
  public func renewRecoveryCodes(with code: String, _ signedIn: SignedIn) async throws -> [String] {
    let codes = newRecoveryCodes()
    try await changing(with: code, signedIn) { actor, id, now, db in
      try keep(codes, of: id, at: now, in: db)
      try AuditWriting.record(
        AuditNote(.recoveryCodesMade, of: AuditThing(.person, id), in: try place(of: id, in: db)),
        by: actor, at: now, in: db)
    }
    return codes
  }

  /// Takes the own second factor away. Throws `secondFactor.needed` while a role asks for it, `secondFactor.none`,
  /// `signIn.wrongCode`, `signIn.codeTooMany`, `access.onlyViewing`.
  public func removeSecondFactor(with code: String, _ signedIn: SignedIn) async throws {
    try await changing(with: code, signedIn) { actor, id, now, db in
      guard !needsSecondFactor(try AssignmentRecords.own(of: id, in: db), on: now.day) else {
        throw Problem.conflict(rule: "secondFactor.needed")
      }
      _ = try CredentialWriting.removeTimeCode(of: id, in: db)
      try SessionWriting.endAll(of: id, except: signedIn.session.id, in: db)
      try AuditWriting.record(
        AuditNote(.secondFactorRemoved, of: AuditThing(.person, id), in: try place(of: id, in: db)),
        by: actor, at: now, in: db)
    }
  }

  /// For somebody whose telephone is gone, after the administrator made sure who asks: the second factor ends with all
  /// sessions, and the roles that ask for it sleep until a new one is set. Throws `person.unknown`, `person.oneself`,
  /// `person.moreRights`, `secondFactor.none`.
  public func resetSecondFactor(of id: ID<Person>, by actor: Actor) async throws {
    let permit = try actor.permit(ChangePeople.self)
    let now = now()
    try await store.write { db in
      let person = try controlled(id, permit, in: db)
      guard try CredentialWriting.removeTimeCode(of: person.id, in: db) else {
        throw Problem.conflict(rule: "secondFactor.none")
      }
      try forgetSignIns(of: person.id, in: db)
      try AuditWriting.record(
        AuditNote(
          .secondFactorRemoved, of: AuditThing(.person, person.id), in: try place(of: person.id, in: db)),
        by: actor, at: now, in: db)
      try queue(.secondFactorRemoved, to: person, in: db)
    }
  }

  private func newRecoveryCodes() -> [String] {
    var randomness = randomness
    return RecoveryCodes.new(using: &randomness)
  }

  private func keep(
    _ codes: [String], of person: ID<Person>, at now: Instant, in db: any WriteTransaction
  ) throws {
    try CredentialWriting.replaceRecoveryCodes(
      fingerprints: codes.compactMap { RecoveryCodes.fingerprint(of: $0) }, of: person, at: now, in: db)
  }

  /// A change of the second factor that a code of it allows.
  private func changing(
    with code: String, _ signedIn: SignedIn,
    _ change: @escaping @Sendable (Actor, ID<Person>, Instant, any WriteTransaction) throws -> Void
  ) async throws {
    let actor = try signedIn.acting()
    let (now, id) = (now(), signedIn.person.id)
    let sides = codeSides(of: signedIn.person, knownDevice: signedIn.session.id.text)
    try await countCode(sides)
    let isRight = try await store.write { db in
      guard try CredentialRecords.find(of: id, in: db)?.hasSecondFactor == true else {
        throw Problem.conflict(rule: "secondFactor.none")
      }
      guard try use(code, of: id, at: now, in: db) != nil else { return false }
      try takeBack(sides, in: db)
      try change(actor, id, now, db)
      return true
    }
    guard isRight else { throw Problem.invalid(field: "codigo", rule: "signIn.wrongCode") }
  }
}
