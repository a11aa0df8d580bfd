import Foundation
import Transfers
import Vocabulary

/// What a code was changed for.
struct ProviderTokens: Equatable, Sendable {
  let idToken: String
  let accessToken: String?

  /// - Throws: `openid.codeRefused` when the code is used up or too old, `openid.client` when our own sign-in at the
  ///   provider is refused, `openid.refused` for any other no, `openid.unexpected`.
  init(status: Int, body: [UInt8]) throws(Problem) {
    let answer = try? JSONDecoder.reading(Answer.self, body)
    if let error = answer?.error {
      switch error {
      case "invalid_grant": throw .conflict(rule: "openid.codeRefused")
      case "invalid_client", "unauthorized_client": throw .conflict(rule: "openid.client")
      default: throw .conflict(rule: "openid.refused", ["reason": OpenIDAttempt.reason(error)])
      }
    }
    if status == 401 { throw .conflict(rule: "openid.client") }
    guard (200...299).contains(status), let idToken = answer?.id_token else { throw .unexpected("token") }
    self.idToken = idToken
    accessToken = answer?.access_token
  }

  private struct Answer: Decodable {
    let error: String?
    let id_token: String?
    let access_token: String?
  }
}

extension OpenIDProvider {
  func exchange(
    _ code: String, of attempt: OpenIDAttempt, back: WebAddress, _ endpoints: OpenIDEndpoints
  ) async throws(Problem) -> ProviderTokens {
    let answer = try await ask(exchangeRequest(code, of: attempt, back: back, endpoints))
    return try ProviderTokens(status: answer.status, body: answer.body)
  }

  func exchangeRequest(
    _ code: String, of attempt: OpenIDAttempt, back: WebAddress, _ endpoints: OpenIDEndpoints
  ) -> WebRequest {
    var fields = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back.description),
      ("code_verifier", attempt.verifier),
    ]
    var headers = [WebRequest.Header("Accept", "application/json")]
    if let clientSecret, !endpoints.takesSecretInForm {
      headers.append(.basic(user: clientID, password: clientSecret))
    } else {
      fields.append(("client_id", clientID))
      if let clientSecret { fields.append(("client_secret", clientSecret)) }
    }
    return WebRequest(
      endpoints.token, form: FormFields(fields), headers: headers, certificateFile: certificateFile)
  }
}
