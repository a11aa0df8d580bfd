import CTransfer

/// Asks a web server and waits for the whole answer, on a thread of its own. Encryption is always verified, and no
/// redirect is followed. A cancelled task ends the transfer within about a second.
public func send(
  _ request: WebRequest, limits: TransferLimits = .question
) async throws(TransferFailure) -> WebAnswer {
  try await TransferPlaces.shared.lending { () async throws(TransferFailure) in
    try await onOwnThread { cancellation in
      Result { () throws(TransferFailure) in try transfer(request, limits, cancellation) }
    }
  }
}

private func transfer(
  _ request: WebRequest, _ limits: TransferLimits, _ cancellation: Cancellation
) throws(TransferFailure) -> WebAnswer {
  if cancellation.isAsked { throw .cancelled }
  guard request.headers.allSatisfy(\.isPlain) else { throw .unusable(part: "header") }
  let transfer = try Transfer(protocols: "http,https", limits: limits, cancellation: cancellation)
  try transfer.set(CURLOPT_URL, request.address.description)
  try transfer.setSize(CURLOPT_MAXFILESIZE_LARGE, limits.maximumAnswerBytes)
  try transfer.trust(request.certificateFile)
  if let form = request.form { try transfer.setBody(Array(form.text.utf8)) }
  try transfer.set(CURLOPT_HTTPHEADER, request.headers.map { "\($0.name): \($0.value)" })
  let traffic = try transfer.perform(isLocal: request.address.isLoopback)
  return WebAnswer(status: traffic.status, headerLines: traffic.headerLines, body: traffic.body)
}

extension WebRequest.Header {
  /// A line end in a value would begin a header, or a whole request, of its own.
  fileprivate var isPlain: Bool {
    let letters = Array("-abcdefghijklmnopqrstuvwxyz".utf8)
    return !name.isEmpty && name.lowercased().utf8.allSatisfy(letters.contains)
      && !value.isEmpty && value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
