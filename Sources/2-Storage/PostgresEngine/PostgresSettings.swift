import CLibPQ
import SQLStore

/// Where the server is and how each session begins.
struct PostgresSettings: Sendable {
  private let url: String
  let sessionStatements: [String]

  /// - Throws: `unreachable` for an address that libpq does not understand; the address, which may hold a password, is not
  ///   repeated.
  init(url: String, secondsForATurn: Int) throws {
    var message: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(url, &message)
    PQfreemem(message)
    guard options != nil else {
      throw StoreError.unreachable(
        "the database's address is not understood; it reads postgres://user@host/name")
    }
    PQconninfoFree(options)
    self.url = url
    sessionStatements = [
      """
      SET standard_conforming_strings = on;
      SET timezone = 'UTC';
      SET cursor_tuple_fraction = 1;
      SET lock_timeout = '\(secondsForATurn)s';
      SET idle_in_transaction_session_timeout = '\(Self.idleMinutes)min'
      """
    ]
  }

  /// A program that stopped in the middle must not keep the writers' turn for ever.
  private static let idleMinutes = 10

  /// A new session, which may have failed. What the address says comes before what is said here.
  func connect() -> OpaquePointer? {
    let options: [(String, String)] = [
      ("fallback_application_name", "prumo"), ("connect_timeout", "10"), ("dbname", url),
      ("client_encoding", "UTF8"),
    ]
    let copies = options.map { (copy($0.0), copy($0.1)) }
    defer {
      for (keyword, value) in copies {
        keyword.deallocate()
        value.deallocate()
      }
    }
    let keywords = copies.map { UnsafePointer<CChar>?($0.0) } + [nil]
    let values = copies.map { UnsafePointer<CChar>?($0.1) } + [nil]
    return PQconnectdbParams(keywords, values, 1)
  }

  /// libpq's reason in one line, without the address.
  func withoutSecrets(_ reason: String) -> String {
    reason.contains(url) ? "the server does not answer" : reason.split(separator: "\n").joined(separator: " ")
  }

  private func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
    let letters = Array(text.utf8CString)
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: letters.count)
    copy.initialize(from: letters, count: letters.count)
    return copy
  }
}
