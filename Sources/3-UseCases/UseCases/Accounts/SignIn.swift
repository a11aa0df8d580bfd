public import Access
import Records
import SQLStore
import Secrets
import Vocabulary

/// What a person typed to sign in, and where.
public struct SignInAttempt: Sendable {
  public let email: String
  public let password: String
  /// The browser's device token, from its cookie.
  public let device: String?
  public let origin: Actor.Origin
  public let client: String

  public init(email: String, password: String, device: String?, origin: Actor.Origin, client: String) {
    self.email = email
    self.password = password
    self.device = device
    self.origin = origin
    self.client = client
  }
}

/// The two cookies of a browser in which somebody has signed in. Kept nowhere else.
public struct SignInTokens: Sendable {
  public let session: String
  /// Says later that the person has signed in here before.
  public let device: String
}

public enum SignInAnswer: Sendable {
  case signedIn(SignInTokens)
  /// The password was right; the account has a second factor. Carries the token of this step.
  case codeNeeded(step: String)
}

extension Prumo {
  /// Answers alike, and as fast, whether the address is unknown or the password wrong.
  /// Throws `signIn.wrong`, `signIn.ended`, `signIn.tooMany` or `signIn.busy`.
  public func signIn(_ attempt: SignInAttempt) async throws -> SignInAnswer {
    let typed = String(attempt.email.filter { !$0.isWhitespace }.prefix(EmailAddress.maximumBytes))
    let account = try await account(EmailAddress(typed), device: attempt.device)
    let sides = sides(
      of: attempt.origin, account: typed.lowercased(), knownDevice: account?.knownDevice)
    let hash = account?.credential?.passwordHash
    let isRight = try await counting(sides) { try await matches(attempt.password, hash) }
    guard isRight, let account, let hash else {
      try await refuse("signIn.wrong", account?.person, attempt.origin)
      throw Problem.invalid(field: "senha", rule: "signIn.wrong")
    }
    guard account.person.mayEnter(on: now().day) else {
      try await refuse("signIn.ended", account.person, attempt.origin)
      throw Problem.notAllowed(rule: "signIn.ended")
    }
    let refreshed = try await refreshed(attempt.password, hash)
    return try await store.write { db in
      try takeBack(sides, in: db)
      if let refreshed {
        try CredentialWriting.refreshPassword(refreshed, replacing: hash, of: account.person.id, in: db)
      }
      return try pass(
        account.person, method: .password, device: attempt.device, attempt.origin, attempt.client, in: db)
    }
  }

  /// After the password or the provider: the second factor where the account has one, else the session.
  func pass(
    _ person: Person, method: SignInMethod, device: String?, _ origin: Actor.Origin, _ client: String,
    in db: any WriteTransaction
  ) throws -> SignInAnswer {
    if try CredentialRecords.find(of: person.id, in: db)?.hasSecondFactor == true {
      let step = newToken()
      try SignInWriting.beginStep(fingerprint: step.fingerprint, for: person.id, at: now(), in: db)
      return .codeNeeded(step: step.text)
    }
    return .signedIn(
      try enter(person, method: method, hasSecondFactor: false, device: device, origin, client, in: db))
  }

  /// Begins the session, makes the browser a known one and records it.
  func enter(
    _ person: Person, method: SignInMethod, hasSecondFactor: Bool, device: String?, _ origin: Actor.Origin,
    _ client: String, in db: any WriteTransaction
  ) throws -> SignInTokens {
    let now = now()
    let (token, newDevice) = (newToken(), newToken())
    let session = Session(
      id: newID(), person: person.id, hasSecondFactor: hasSecondFactor, at: now, address: origin.address,
      client: client)
    try SessionWriting.open(session, fingerprint: token.fingerprint, in: db)
    if let device { try SignInWriting.forget(device: SecretToken.fingerprint(of: device), in: db) }
    try SignInWriting.know(device: newDevice.fingerprint, of: person.id, at: now, in: db)
    try AuditWriting.record(
      AuditNote(
        .sessionOpened, of: AuditThing(.session, session.id), in: try place(of: person.id, in: db),
        after: [.method: method.rawValue]),
      by: themselves(person, origin: origin), at: now, in: db)
    return SignInTokens(session: token.text, device: newDevice.text)
  }

  /// The place by which the trail shows what is done to a person: that of the first role in force.
  func place(of person: ID<Person>, in db: any ReadTransaction) throws -> Place? {
    let all = try AssignmentRecords.own(of: person, in: db)
    let today = now().day
    return (all.first { $0.isInForce(on: today) } ?? all.last)?.place
  }

  private struct Account: Sendable {
    let person: Person
    let credential: Credential?
    /// Fingerprint of the browser's token, when the person has signed in in it before.
    let knownDevice: String?
  }

  private func account(_ email: EmailAddress?, device: String?) async throws -> Account? {
    let now = now()
    let fingerprint = device.map { SecretToken.fingerprint(of: $0) }
    guard let email else { return nil }
    return try await store.read { db in
      guard let person = try PersonRecords.signingIn(as: email, in: db) else { return nil }
      let isKnown = try fingerprint.map {
        try SignInRecords.knows(device: $0, of: person.id, at: now, in: db)
      }
      return Account(
        person: person, credential: try CredentialRecords.find(of: person.id, in: db),
        knownDevice: isKnown == true ? fingerprint : nil)
    }
  }

  func refuse(_ rule: String, _ person: Person?, _ origin: Actor.Origin) async throws {
    let now = now()
    _ = try await store.write { db in
      try AuditWriting.record(
        AuditNote(
          .signInRefused, of: person.map { AuditThing(.person, $0.id) },
          in: try person.flatMap { try place(of: $0.id, in: db) }, after: [.rule: rule]),
        by: visitor(origin), at: now, in: db)
    }
  }
}

/// How somebody showed who they are.
enum SignInMethod: String {
  case password, secondFactor, recoveryCode, identity, link, demonstration
}
