/// Copies every row of every table from one store to another, whatever the engines: the basis of backup, of restore, and
/// of the way up from one file to a server.
///
/// The source is read in one snapshot, the target written in one transaction: all or nothing. Both must have been migrated
/// by the same migrations, and the target's tables must be empty. Memory holds one batch of rows.
///
/// - Parameter tables: which tables; without it all of them. Their order does not matter: foreign keys are looked at when
///   everything is there.
/// - Returns: rows copied by table.
/// - Throws: `defect` when the tables differ, the target is not empty, or the counts do not agree at the end.
public func copyEverything(
  from source: any Store, to target: any Store, tables: [String]? = nil
) throws -> [String: Int] {
  try source.readBlocking { from in
    let reader = SchemaReader(from, source.dialect)
    let names = try tables ?? reader.tables().filter { $0 != "schema_migration" }
    for name in names { try Vetting.check(identifier: name) }
    return try target.writeBlocking { to in
      try StoreCopy(reader: reader, writer: SchemaReader(to, target.dialect), from: from, to: to).copy(names)
    }
  }
}

/// The tables that hold the program's rows: all but the migrator's own.
public func tableNames(in store: any Store) throws -> [String] {
  try store.readBlocking { db in
    try SchemaReader(db, store.dialect).tables().filter { $0 != "schema_migration" }
  }
}

/// How many rows each of those tables has.
public func rowCounts(in store: any Store) throws -> [String: Int] {
  let names = try tableNames(in: store)
  return try store.readBlocking { db in
    var counts: [String: Int] = [:]
    for name in names {
      try Vetting.check(identifier: name)
      let table = SQLText(parts: [.words(name)])
      counts[name] =
        try db.firstRow("SELECT count(*) AS rows_there FROM \(table)")?.integer("rows_there") ?? 0
    }
    return counts
  }
}

/// Whether the engine finds its own pages in order and every row that is pointed to. A server looks after that by itself.
public func isIntact(_ store: any Store) throws -> Bool {
  guard store.dialect == .sqlite else { return true }
  return try store.readBlocking { db in
    let pages = try db.rows("PRAGMA integrity_check(1)").map { try $0.text("integrity_check") }
    return try pages == ["ok"] && db.rows("PRAGMA foreign_key_check").isEmpty
  }
}

private struct StoreCopy {
  let reader: SchemaReader
  let writer: SchemaReader
  let from: any ReadTransaction
  let to: any WriteTransaction

  private static let rowsPerBatch = 2_000
  private static let bytesPerBatch = 4_000_000

  func copy(_ names: [String]) throws -> [String: Int] {
    try compareMigrations()
    var counts: [String: Int] = [:]
    let keys = try PutOffKeys(of: names, in: to, writer.dialect)
    for name in names {
      guard try count(name, in: to) == 0 else {
        throw StoreError.defect("table \(name) of the target is not empty")
      }
      try copy(name)
      let (read, written) = (try count(name, in: from), try count(name, in: to))
      guard read == written else {
        throw StoreError.defect("table \(name): \(read) rows in the source, \(written) in the target")
      }
      counts[name] = written
    }
    try keys.restore()
    return counts
  }

  private func copy(_ table: String) throws {
    let columns = try reader.table(table).columns
    for column in columns { try Vetting.check(identifier: column.name) }
    guard try Self.shape(columns) == Self.shape(writer.table(table).columns) else {
      throw StoreError.defect("table \(table) has other columns in the target than in the source")
    }
    let names = columns.map(\.name)
    var batch: [[SQLValue]] = []
    var bytes = 0
    let list = words(names.joined(separator: ", "))
    try from.forEachRow("SELECT \(list) FROM \(words(table))") { row in
      batch.append(row.values)
      bytes += row.values.reduce(0) { $0 + Self.bytes($1) }
      guard batch.count >= Self.rowsPerBatch || bytes >= Self.bytesPerBatch else { return }
      try to.insert(into: table, columns: names, rows: batch)
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    try to.insert(into: table, columns: names, rows: batch)
  }

  /// The same migrations mean the same tables, which column names alone would not.
  private func compareMigrations() throws {
    guard try migrations(reader, from) == migrations(writer, to) else {
      throw StoreError.defect("source and target were not migrated by the same migrations")
    }
  }

  private func migrations(_ schema: SchemaReader, _ db: any ReadTransaction) throws -> [String] {
    guard try schema.tables().contains("schema_migration") else { return [] }
    return try db.rows("SELECT number, hash FROM schema_migration ORDER BY number").map {
      "\(try $0.integer("number")) \(try $0.text("hash"))"
    }
  }

  private func count(_ table: String, in db: any ReadTransaction) throws -> Int {
    try db.firstRow("SELECT count(*) AS rows_there FROM \(words(table))")?.integer("rows_there") ?? 0
  }

  private static func shape(_ columns: [SchemaReader.Column]) -> Set<String> {
    Set(columns.map { "\($0.name) \($0.type == "TEXT" ? "text" : "whole number")" })
  }

  private static func bytes(_ value: SQLValue) -> Int {
    if case .text(let text) = value { text.utf8.count } else { 8 }
  }
}
