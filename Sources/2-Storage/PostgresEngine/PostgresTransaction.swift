import SQLStore

/// The door to the database inside one closure. Used by one thread only, and of no use once the closure has ended.
final class PostgresTransaction: WriteTransaction {
  private let connection: PostgresConnection
  private var failure: (any Error)?
  private var cursors = 0
  var isOver = false

  init(_ connection: PostgresConnection) {
    self.connection = connection
  }

  func rows(_ sql: SQLText) throws -> [ResultRow] {
    try guarded {
      let (words, values) = try vetted(sql)
      let result = try connection.run(words, values, isKept: Self.isKept(words, values))
      return try Self.rows(result)
    }
  }

  func firstRow(_ sql: SQLText) throws -> ResultRow? {
    try guarded {
      let (words, values) = try vetted(sql)
      let result = try connection.run(words, values, isKept: Self.isKept(words, values))
      guard result.count > 0 else { return nil }
      let names = result.columnNames()
      return try result.row(0, names, result.readers(names))
    }
  }

  /// A cursor, so that the closure may ask further questions on the same session.
  func forEachRow(_ sql: SQLText, _ body: (ResultRow) throws -> Void) throws {
    cursors += 1
    let cursor = "walk\(cursors)"
    try guarded {
      let (words, values) = try vetted(sql)
      _ = try connection.run("DECLARE \(cursor) NO SCROLL CURSOR FOR \(words)", values, isKept: false)
    }
    var isAtEnd = false
    while !isAtEnd {
      let rows = try guarded {
        try Self.rows(connection.run("FETCH \(Self.rowsPerFetch) FROM \(cursor)", [], isKept: false))
      }
      for row in rows { try body(row) }
      isAtEnd = rows.count < Self.rowsPerFetch
    }
    try guarded { try connection.command("CLOSE \(cursor)") }
  }

  func run(_ sql: SQLText) throws -> Int {
    try guarded {
      let (words, values) = try vetted(sql)
      return try connection.run(words, values, isKept: Self.isKept(words, values)).changedRows
    }
  }

  func insert(into table: String, columns: [String], rows: [[SQLValue]]) throws {
    try guarded {
      try Vetting.check(table: table, columns: columns, rows: rows)
      guard !rows.isEmpty else { return }
      var text = CopyText(rows: rows)
      try connection.copy("COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN") {
        try text.nextPiece()
      }
    }
  }

  /// A closure that caught a failed statement's error does not commit: the server would answer with a silent rollback.
  func throwFailureIfAny() throws {
    if let failure { throw failure }
  }

  private func guarded<R>(_ work: () throws -> R) throws -> R {
    if isOver { throw StoreError.defect("a transaction was used after its end") }
    try throwFailureIfAny()
    do {
      return try work()
    } catch {
      failure = error
      throw error
    }
  }

  private func vetted(_ sql: SQLText) throws -> (String, [SQLValue]) {
    let rendered = sql.rendered(for: .postgres)
    try Vetting.check(rendered.values)
    return rendered
  }

  private static let rowsPerFetch = 1_000
  private static let valuesOfKeptStatements = 64

  /// Questions and changes come again; what alters the schema does not, and long lists seldom do.
  private static func isKept(_ sql: String, _ values: [SQLValue]) -> Bool {
    guard values.count <= valuesOfKeptStatements else { return false }
    let verb = sql.drop { $0.isWhitespace }.prefix { $0.isLetter }.uppercased()
    return ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(verb)
  }

  private static func rows(_ result: borrowing PostgresResult) throws -> [ResultRow] {
    let names = result.columnNames()
    let readers = try result.readers(names)
    var rows: [ResultRow] = []
    rows.reserveCapacity(result.count)
    for number in 0..<result.count { rows.append(try result.row(number, names, readers)) }
    return rows
  }
}
