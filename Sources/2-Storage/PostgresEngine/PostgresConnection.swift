import CLibPQ
import Dispatch
import SQLStore

/// One session with the server, and the statements prepared in it.
///
/// `@unchecked Sendable`: it has no lock of its own and needs none, because the pool lends it to one transaction at a time
/// and its lock stands between one loan and the next. libpq asks for no particular thread.
final class PostgresConnection: @unchecked Sendable {
  /// The thread of transactions that a task waits for; a blocking transaction runs on its caller's.
  let queue = DispatchQueue(label: "postgres")
  private let settings: PostgresSettings
  private var handle: OpaquePointer?
  private var prepared: [String: String] = [:]
  private(set) var lastFailure: PostgresFailure?
  /// Set when the session is of no more use; the next transaction begins with a new one.
  private(set) var isLost = true

  init(_ settings: PostgresSettings) {
    self.settings = settings
  }

  deinit { PQfinish(handle) }

  func close() {
    PQfinish(handle)
    handle = nil
    isLost = true
    prepared = [:]
  }

  /// A working session, new if there is none. Throws `unreachable`.
  func openIfNeeded() throws {
    lastFailure = nil
    if !isLost, PQstatus(handle) == CONNECTION_OK, PQtransactionStatus(handle) == PQTRANS_IDLE { return }
    close()
    handle = settings.connect()
    guard PQstatus(handle) == CONNECTION_OK else {
      let reason = handle.map { String(cString: PQerrorMessage($0)) } ?? "no memory"
      close()
      throw StoreError.unreachable(settings.withoutSecrets(reason))
    }
    isLost = false
    // Notices would go to the program's error output, and may repeat values.
    PQsetNoticeReceiver(handle, { _, _ in }, nil)
    for statement in settings.sessionStatements { try command(statement) }
  }

  /// A statement without values and without an answer worth keeping. May hold several, separated by semicolons.
  func command(_ sql: String) throws {
    let result = PostgresResult(PQexec(handle, sql))
    try throwFailure(result, sql)
  }

  /// - Parameter isKept: prepare once and keep it for the session.
  func run(_ sql: String, _ values: [SQLValue], isKept: Bool) throws -> PostgresResult {
    let texts = values.map { value -> String? in
      switch value {
      case .null: nil
      case .integer(let integer): String(integer)
      case .text(let text): text
      }
    }
    let types = values.map(Self.type)
    let name = isKept ? try prepare(sql, types) : nil
    let answer = Self.withPointers(texts) { pointers in
      let count = Int32(pointers.count)
      if let name { return PQexecPrepared(handle, name, count, pointers, nil, nil, 0) }
      return PQexecParams(handle, sql, count, types, pointers, nil, nil, 0)
    }
    let result = PostgresResult(answer)
    try throwFailure(result, sql)
    return result
  }

  /// Sends rows that are already in the form of a text `COPY`; `next` gives nil at the end.
  func copy(_ sql: String, _ next: () throws -> [UInt8]?) throws {
    let start = PostgresResult(PQexec(handle, sql))
    try throwFailure(start, sql)
    do {
      while let bytes = try next() {
        let sent = bytes.withUnsafeBytes { raw in
          PQputCopyData(handle, raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count))
        }
        if sent != 1 { break }
      }
    } catch {
      PQputCopyEnd(handle, "stopped by the program")
      drain()
      throw error
    }
    PQputCopyEnd(handle, nil)
    let end = PostgresResult(PQgetResult(handle))
    drain()
    try throwFailure(end, sql)
  }

  private func drain() {
    while let extra = PQgetResult(handle) { PQclear(extra) }
  }

  /// Whole numbers are declared as such and text as text: the server then refuses what SQLite's strict tables refuse.
  private static func type(_ value: SQLValue) -> Oid {
    switch value {
    case .null: 0
    case .integer: 20
    case .text: 25
    }
  }

  private func prepare(_ sql: String, _ types: [Oid]) throws -> String {
    let key = "\(types.map { $0 == 20 ? "n" : "t" }.joined()) \(sql)"
    if let name = prepared[key] { return name }
    if prepared.count >= Self.keptStatements { try forgetStatements() }
    let name = "s\(prepared.count)"
    let result = PostgresResult(PQprepare(handle, name, sql, Int32(types.count), types))
    try throwFailure(result, sql)
    prepared[key] = name
    return name
  }

  private func forgetStatements() throws {
    prepared = [:]
    try command("DEALLOCATE ALL")
  }

  /// Far more than the program has; lists of many lengths could otherwise fill the server's memory.
  private static let keptStatements = 400

  private func throwFailure(_ result: borrowing PostgresResult, _ sql: String) throws {
    guard result.isFailure else { return }
    let hasNoSession = PQstatus(handle) == CONNECTION_BAD
    let failure = PostgresFailure(result, connectionIsLost: hasNoSession, sql: sql)
    lastFailure = failure
    // A new session also forgets the statements whose answers changed.
    if hasNoSession || failure.isStalePlan || PostgresFailure.meansLost(failure.state) { isLost = true }
    throw failure.error
  }

  /// Zero-terminated copies of the texts; `Vetting` has refused texts that hold a zero.
  private static func withPointers(
    _ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> OpaquePointer?
  ) -> OpaquePointer? {
    var bytes: [CChar] = []
    var starts: [Int?] = []
    for text in texts {
      starts.append(text == nil ? nil : bytes.count)
      guard let text else { continue }
      bytes.append(contentsOf: text.utf8.lazy.map(CChar.init(bitPattern:)))
      bytes.append(0)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      body(starts.map { start in start.flatMap { offset in buffer.baseAddress.map { $0 + offset } } })
    }
  }
}
