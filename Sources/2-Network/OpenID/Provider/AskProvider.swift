import Transfers
public import Vocabulary

/// Questions to a provider, and its failures as problems.
extension OpenIDProvider {
  /// What the provider publishes about itself.
  ///
  /// - Throws: `openid.unreachable`, `openid.encryption`, and what `OpenIDEndpoints` refuses.
  public func discover() async throws(Problem) -> OpenIDEndpoints {
    let description = try OpenIDEndpoints.description(of: self)
    return try OpenIDEndpoints(
      try await good(ask(WebRequest(description, certificateFile: certificateFile))), of: self)
  }

  func signingKeys(_ endpoints: OpenIDEndpoints) async throws(Problem) -> SigningKeys {
    try SigningKeys(try await good(ask(WebRequest(endpoints.keys, certificateFile: certificateFile))))
  }

  func ask(_ request: WebRequest) async throws(Problem) -> WebAnswer {
    do { return try await send(request) } catch { throw .transfer(error) }
  }

  func good(_ answer: WebAnswer) throws(Problem) -> [UInt8] {
    do { return try answer.accepted() } catch { throw .transfer(error) }
  }
}

extension Problem {
  /// - Parameter part: which answer it was, in one word for the administrator.
  static func unexpected(_ part: String) -> Self { .conflict(rule: "openid.unexpected", ["part": part]) }

  static func transfer(_ failure: TransferFailure) -> Self {
    switch failure {
    case .encryption, .certificateFile: .conflict(rule: "openid.encryption")
    case .refused(let status): .unexpected("status \(status)")
    case .tooLarge, .unreadable, .unusable, .signInRefused: .unexpected("answer")
    case .unreachable, .timedOut, .cancelled, .busy: .conflict(rule: "openid.unreachable")
    }
  }
}
