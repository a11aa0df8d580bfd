extension SchemaReader {
  func sqliteTable(_ table: String) throws -> Table {
    let declared = try db.firstRow(
      "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = \(table) ORDER BY name")
    guard let sql = try declared?.textIfAny("sql") else {
      throw StoreError.defect("there is no table \(table)")
    }
    let text = try TableText(table: table, createTable: sql)
    let checks = text.constraints.filter { $0.kind == .check }.map {
      Check(name: $0.name, expression: $0.expression)
    }
    return Table(
      name: table, columns: try sqliteColumns(table), indexes: try sqliteIndexes(table, text),
      foreignKeys: try sqliteForeignKeys(table, text), checks: checks.sorted { $0.name < $1.name })
  }

  private func sqliteColumns(_ table: String) throws -> [Column] {
    let rows = try db.rows(
      """
      SELECT name, type, "notnull" AS required, dflt_value AS standard
      FROM pragma_table_info(\(table))
      ORDER BY cid
      """)
    return try rows.map { row in
      Column(
        name: try row.text("name"), type: try row.text("type"), isRequired: try row.flag("required"),
        standard: try row.textIfAny("standard"))
    }
  }

  private func sqliteIndexes(_ table: String, _ text: TableText) throws -> [Index] {
    let rows = try db.rows(
      """
      SELECT i.name AS name, i."unique" AS is_unique, i.origin AS origin, s.sql AS sql, c.name AS column_name
      FROM pragma_index_list(\(table)) AS i
      JOIN pragma_index_info(i.name) AS c
      LEFT JOIN sqlite_schema AS s ON s.name = i.name
      ORDER BY i.name, c.seqno
      """)
    var indexes = try Self.gathered(rows, by: { try $0.text("name") }) { group in
      let columns = try group.map { try $0.textIfAny("column_name") ?? "(expression)" }
      let sql = try group[0].textIfAny("sql")
      let name =
        switch try group[0].text("origin") {
        case "pk": text.name(.primaryKey, columns)
        case "u": text.name(.unique, columns)
        default: try group[0].text("name")
        }
      return Index(
        name: try name ?? group[0].text("name"), columns: columns,
        isUnique: try group[0].flag("is_unique"), condition: try sql.flatMap(Self.condition))
    }
    // A whole-number primary key is the table itself and has no index of its own.
    for key in text.constraints
    where key.kind == .primaryKey && !indexes.contains(where: { $0.name == key.name }) {
      indexes.append(Index(name: key.name, columns: key.columns, isUnique: true, condition: nil))
    }
    return indexes.sorted { $0.name < $1.name }
  }

  private static func condition(ofIndex sql: String) throws -> String? {
    let tokens = try SQLTokens.of(sql).filter(\.isCode)
    guard let position = tokens.firstIndex(where: { $0.upper == "WHERE" }) else { return nil }
    return SQLTokens.oneLine(tokens[(position + 1)...])
  }

  private func sqliteForeignKeys(_ table: String, _ text: TableText) throws -> [ForeignKey] {
    let rows = try db.rows(
      """
      SELECT id, "table" AS target, "from" AS column_name, "to" AS target_column, on_delete
      FROM pragma_foreign_key_list(\(table))
      ORDER BY id, seq
      """)
    let keys = try Self.gathered(rows, by: { String(try $0.integer("id")) }) { group in
      let columns = try group.map { try $0.text("column_name") }
      return ForeignKey(
        name: text.name(.foreignKey, columns) ?? "\(table)_\(columns.joined(separator: "_"))_fkey",
        columns: columns, target: try group[0].text("target"),
        targetColumns: try group.compactMap { try $0.textIfAny("target_column") },
        onDelete: try group[0].text("on_delete"))
    }
    return keys.sorted { $0.name < $1.name }
  }
}
