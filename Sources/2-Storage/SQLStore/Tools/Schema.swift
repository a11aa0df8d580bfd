/// A readable, ordered text of tables, columns, keys, indexes and checks, in the engine's own types. Two databases with
/// the same schema give the same text; golden files hold it.
public func schemaText(of store: any Store) throws -> String {
  try store.readBlocking { db in
    let reader = SchemaReader(db, store.dialect)
    return try reader.tables().map { text(of: try reader.table($0)) }.joined(separator: "\n")
  }
}

/// Foreign keys whose columns do not begin any index of their table, as `table (column, …)`: a delete on the other side
/// would read the whole table. A partial index counts only when it leaves out nothing but rows without that key.
public func foreignKeysWithoutIndex(in store: any Store) throws -> [String] {
  try store.readBlocking { db in
    let reader = SchemaReader(db, store.dialect)
    return try reader.tables().flatMap { name in
      let table = try reader.table(name)
      return table.foreignKeys.filter { key in
        !table.indexes.contains { index in
          holdsEveryKey(index) && Set(index.columns.prefix(key.columns.count)) == Set(key.columns)
        }
      }.map { "\(name) (\($0.columns.joined(separator: ", ")))" }
    }
  }
}

private func holdsEveryKey(_ index: SchemaReader.Index) -> Bool {
  guard let condition = index.condition, let first = index.columns.first else { return true }
  return condition.filter { $0 != "(" && $0 != ")" }.uppercased() == "\(first) is not null".uppercased()
}

private func text(of table: SchemaReader.Table) -> String {
  var lines = ["table \(table.name)"]
  for column in table.columns {
    var line = "  \(column.name) \(column.type)"
    if column.isRequired { line += " NOT NULL" }
    if let standard = column.standard { line += " DEFAULT \(standard)" }
    lines.append(line)
  }
  for index in table.indexes {
    var line = index.isUnique ? "  unique " : "  index "
    line += "\(index.name) (\(index.columns.joined(separator: ", ")))"
    if let condition = index.condition { line += " WHERE \(condition)" }
    lines.append(line)
  }
  for key in table.foreignKeys {
    var line = "  foreign key \(key.name) (\(key.columns.joined(separator: ", "))) REFERENCES \(key.target)"
    if !key.targetColumns.isEmpty { line += " (\(key.targetColumns.joined(separator: ", ")))" }
    lines.append("\(line) ON DELETE \(key.onDelete)")
  }
  for check in table.checks { lines.append("  check \(check.name): \(check.expression)") }
  return lines.joined(separator: "\n") + "\n"
}
