public import Transfers
public import Vocabulary

/// Signs people in by identity providers, and remembers for a while what each provider publishes, so that not every
/// visit to our sign-in page becomes a question to theirs. Forgetting it loses nothing.
public actor OpenIDDirectory {
  /// Providers change addresses and keys rarely and announce it; a key that is not known is looked for at once.
  public static let remembersSeconds: Int64 = 3_600
  /// Tokens with invented keys must not make us ask for the list again and again.
  public static let asksAgainAfterSeconds: Int64 = 60

  private var endpoints = Remembered<OpenIDEndpoints>()
  private var keys = Remembered<SigningKeys>()

  public init() {}

  /// Where to send the person who wants to sign in.
  ///
  /// - Parameter back: our own address that the provider sends the person back to, as it is registered there.
  public func begin(
    _ attempt: OpenIDAttempt, at provider: OpenIDProvider, back: WebAddress, now: Instant
  ) async throws(Problem) -> WebAddress {
    try attempt.authorizationAddress(at: provider, await endpoints(of: provider, now), back: back)
  }

  /// Who has come back from the provider. Each step refuses with its own rule, all of them `openid.…`.
  ///
  /// - Parameter parameters: what stood behind the `?` of our address.
  public func complete(
    _ attempt: OpenIDAttempt, at provider: OpenIDProvider, back: WebAddress, parameters: [String: String],
    now: Instant
  ) async throws(Problem) -> OpenIDPerson {
    let endpoints = try await endpoints(of: provider, now)
    let code = try attempt.code(in: parameters, from: provider, endpoints)
    let tokens = try await provider.exchange(code, of: attempt, back: back, endpoints)
    let token = try SignedToken(tokens.idToken)
    let keys = try await keys(of: provider, endpoints, for: token, now)
    let claims = try IDToken.claims(token, from: provider, nonce: attempt.nonce, keys: keys, now: now)
    let person = try OpenIDPerson(claims, from: provider)
    guard person.email == nil, let address = endpoints.person,
      let accessToken = tokens.accessToken
    else { return person }
    return try person.completed(
      by: await provider.more(about: person, at: address, accessToken: accessToken), from: provider)
  }

  private func endpoints(
    of provider: OpenIDProvider, _ now: Instant
  ) async throws(Problem) -> OpenIDEndpoints {
    if let known = endpoints.value(of: provider, youngerThan: Self.remembersSeconds, now: now) {
      return known
    }
    let found = try await provider.discover()
    endpoints.keep(found, of: provider, now: now)
    return found
  }

  private func keys(
    of provider: OpenIDProvider, _ endpoints: OpenIDEndpoints, for token: SignedToken, _ now: Instant
  ) async throws(Problem) -> SigningKeys {
    if let known = keys.value(of: provider, youngerThan: Self.remembersSeconds, now: now),
      known.canCheck(token)
    {
      return known
    }
    if let known = keys.value(of: provider, youngerThan: Self.asksAgainAfterSeconds, now: now) {
      return known
    }
    let found = try await provider.signingKeys(endpoints)
    keys.keep(found, of: provider, now: now)
    return found
  }
}
