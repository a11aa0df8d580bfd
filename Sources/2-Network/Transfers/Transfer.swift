import CTransfer

/// One transfer by libcurl, for one thread: set up, performed once, thrown away. What is common to all is set here:
/// encryption is always verified, nothing is followed, every limit holds.
final class Transfer {
  private let handle: UnsafeMutableRawPointer
  private let traffic: Traffic
  private let limits: TransferLimits
  private var lists: [UnsafeMutablePointer<curl_slist>] = []

  /// Thread-safe and done once, as libcurl asks.
  private static let hasBegun = prumo_begin() == CURLE_OK

  init(
    protocols: String, limits: TransferLimits, sending bytes: [UInt8] = [], cancellation: Cancellation
  ) throws(TransferFailure) {
    guard Self.hasBegun, let handle = curl_easy_init() else { throw .unusable(part: "libcurl") }
    self.handle = handle
    self.limits = limits
    traffic = Traffic(limits: limits, sending: bytes, cancellation: cancellation)
    try set(CURLOPT_PROTOCOLS_STR, protocols)
    try set(CURLOPT_USERAGENT, "Prumo")
    try set(CURLOPT_FOLLOWLOCATION, 0)
    // Signals would end up in any thread of the program.
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectMilliseconds)
    try set(CURLOPT_TIMEOUT_MS, limits.totalMilliseconds)
    try set(CURLOPT_SSL_VERIFYPEER, 1)
    try set(CURLOPT_SSL_VERIFYHOST, 2)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    let context = Unmanaged.passUnretained(traffic).toOpaque()
    try check(
      prumo_set_callbacks(handle, keepBody, keepHeader, giveBytes, mayGoOn, context), "callbacks")
  }

  deinit {
    curl_easy_cleanup(handle)
    for list in lists { curl_slist_free_all(list) }
  }

  func set(_ option: CURLoption, _ text: String) throws(TransferFailure) {
    try check(prumo_set_text(handle, option, text), "text")
  }

  func set(_ option: CURLoption, _ number: Int) throws(TransferFailure) {
    try check(prumo_set_number(handle, option, number), "number")
  }

  func setSize(_ option: CURLoption, _ bytes: Int) throws(TransferFailure) {
    try check(prumo_set_size(handle, option, curl_off_t(bytes)), "size")
  }

  func setBody(_ bytes: [UInt8]) throws(TransferFailure) {
    try check(bytes.withUnsafeBytes { prumo_set_body(handle, $0.baseAddress, $0.count) }, "body")
  }

  func set(_ option: CURLoption, _ lines: [String]) throws(TransferFailure) {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = curl_slist_append(list, line) else {
        curl_slist_free_all(list)
        throw .unusable(part: "list")
      }
      list = longer
    }
    guard let list else { return }
    lists.append(list)
    try check(prumo_set_list(handle, option, list), "list")
  }

  /// A file given is all that is trusted: the system's own certificates are then left out.
  func trust(_ certificateFile: String?) throws(TransferFailure) {
    guard let certificateFile else { return }
    try set(CURLOPT_CAINFO, certificateFile)
    try check(prumo_set_text(handle, CURLOPT_CAPATH, nil), "text")
  }

  /// What came back, whatever the server's status says. A proxy is taken from the environment as other programs do
  /// (`https_proxy`, `no_proxy`), unless the server is on this machine.
  func perform(isLocal: Bool) throws(TransferFailure) -> Traffic {
    if isLocal { try set(CURLOPT_NOPROXY, "*") }
    let code = curl_easy_perform(handle)
    traffic.status = prumo_status(handle)
    if code != CURLE_OK { throw failure(code) }
    return traffic
  }

  private func failure(_ code: CURLcode) -> TransferFailure {
    if let stopped = traffic.stopped { return stopped }
    switch code {
    case CURLE_LOGIN_DENIED: return .signInRefused
    case CURLE_SSL_CACERT_BADFILE: return .certificateFile
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limitBytes: limits.maximumAnswerBytes)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_CIPHER,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      return .encryption
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_HTTP2_STREAM,
      CURLE_BAD_CONTENT_ENCODING:
      return .unreadable
    case CURLE_URL_MALFORMAT: return .unusable(part: "address")
    default: return traffic.status >= 400 ? .refused(status: traffic.status) : .unreachable
    }
  }

  private func check(_ code: CURLcode, _ part: String) throws(TransferFailure) {
    if code != CURLE_OK { throw .unusable(part: part) }
  }
}
