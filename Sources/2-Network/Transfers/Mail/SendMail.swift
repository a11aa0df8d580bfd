import CTransfer
public import Vocabulary

/// Gives a message to a mail server, on a thread of its own, and returns when the server has taken it: from then on it
/// is the server's.
public func send(
  _ mail: Mail, by server: MailServer, limits: TransferLimits = .mail
) async throws(TransferFailure) {
  try await TransferPlaces.shared.lending { () async throws(TransferFailure) in
    try await onOwnThread { cancellation in
      Result { () throws(TransferFailure) in try deliver(mail, server, limits, cancellation) }
    }
  }
}

private func deliver(
  _ mail: Mail, _ server: MailServer, _ limits: TransferLimits, _ cancellation: Cancellation
) throws(TransferFailure) {
  if cancellation.isAsked { throw .cancelled }
  let message = mail.message
  let transfer = try Transfer(
    protocols: "smtp,smtps", limits: limits, sending: message, cancellation: cancellation)
  try transfer.set(CURLOPT_URL, server.address)
  if server.security != .none { try transfer.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
  try transfer.trust(server.certificateFile)
  if let signIn = server.signIn {
    try transfer.set(CURLOPT_USERNAME, signIn.user)
    try transfer.set(CURLOPT_PASSWORD, signIn.password)
  }
  try transfer.set(CURLOPT_MAIL_FROM, "<\(mail.from.address)>")
  try transfer.set(CURLOPT_MAIL_RCPT, ["<\(mail.to.address)>"])
  try transfer.set(CURLOPT_UPLOAD, 1)
  try transfer.setSize(CURLOPT_INFILESIZE_LARGE, message.count)
  _ = try transfer.perform(isLocal: server.isLoopback)
}

extension TransferFailure {
  /// The failure as an administrator is told it who sends a message; nil for a defect of ours.
  public var mailProblem: Problem? {
    switch self {
    case .unreachable, .timedOut, .busy, .unreadable, .tooLarge: .conflict(rule: "mail.unreachable")
    case .encryption: .conflict(rule: "mail.encryption")
    case .certificateFile: .conflict(rule: "mail.certificateFile")
    case .signInRefused: .conflict(rule: "mail.signInRefused")
    case .refused(let status): .conflict(rule: "mail.refused", ["status": String(status)])
    case .cancelled, .unusable: nil
    }
  }
}
