/// Deletes all rows of all of the program's tables but those named, within the caller's transaction. Returns how many.
/// For a demonstration that begins anew; nothing else throws rows away wholesale.
@discardableResult
public func deleteEverything(
  except kept: Set<String>, in db: any WriteTransaction, _ dialect: Dialect
) throws -> Int {
  let names = try SchemaReader(db, dialect).tables().filter { $0 != "schema_migration" && !kept.contains($0) }
  for name in names { try Vetting.check(identifier: name) }
  let keys = try PutOffKeys(of: names, in: db, dialect)
  let deleted = try names.reduce(0) { try $0 + db.run("DELETE FROM \(words($1))") }
  try keys.restore()
  return deleted
}
