/// Why nothing came of a transfer. Holds no address, body, name or password, so that it can be logged as it is.
public enum TransferFailure: Error, Hashable, Sendable {
  /// The name is unknown, nobody listens there, or the connection broke.
  case unreachable
  case timedOut
  /// The answer, or its headers, passed the limit and was not read further.
  case tooLarge(limitBytes: Int)
  /// The certificate is not good for that name, or encryption was asked for and not offered.
  case encryption
  /// The file with the certificates to be trusted cannot be read as such.
  case certificateFile
  /// The mail server takes no sign-in with this user and password.
  case signInRefused
  /// The server's own status: of HTTP when an answer is asked to be good, or the reply of SMTP.
  case refused(status: Int)
  /// What came is no answer of this protocol.
  case unreadable
  case cancelled
  /// As many transfers as are allowed at once are under way.
  case busy
  /// It cannot be sent as it is given: the part that is wrong.
  case unusable(part: String)
}
