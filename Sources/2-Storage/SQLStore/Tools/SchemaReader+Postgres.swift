extension SchemaReader {
  func postgresTable(_ table: String) throws -> Table {
    Table(
      name: table, columns: try postgresColumns(table), indexes: try postgresIndexes(table),
      foreignKeys: try postgresForeignKeys(table), checks: try postgresChecks(table))
  }

  /// The table of that name in the schema the connection writes to.
  private func isTable(_ table: String) -> SQLText {
    "c.relname = \(table) AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace"
  }

  private func postgresColumns(_ table: String) throws -> [Column] {
    let rows = try db.rows(
      """
      SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
        pg_get_expr(d.adbin, d.adrelid) AS standard
      FROM pg_catalog.pg_attribute AS a
      JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
      LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE \(isTable(table)) AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum
      """)
    guard !rows.isEmpty else { throw StoreError.defect("there is no table \(table)") }
    return try rows.map { row in
      Column(
        name: try row.text("name"), type: try row.text("type").uppercased(),
        isRequired: try row.flag("required"), standard: try row.textIfAny("standard"))
    }
  }

  private func postgresIndexes(_ table: String) throws -> [Index] {
    let rows = try db.rows(
      """
      SELECT x.relname AS name, i.indisunique AS is_unique, pg_get_expr(i.indpred, i.indrelid) AS condition,
        pg_get_indexdef(i.indexrelid, k.position, TRUE) AS column_name
      FROM pg_catalog.pg_index AS i
      JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
      JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
      CROSS JOIN LATERAL generate_series(1, i.indnkeyatts::integer) AS k (position)
      WHERE \(isTable(table))
      ORDER BY x.relname, k.position
      """)
    return try Self.gathered(rows, by: { try $0.text("name") }) { group in
      Index(
        name: try group[0].text("name"), columns: try group.map { try $0.text("column_name") },
        isUnique: try group[0].flag("is_unique"), condition: try group[0].textIfAny("condition"))
    }
  }

  private func postgresForeignKeys(_ table: String) throws -> [ForeignKey] {
    let rows = try db.rows(
      """
      SELECT k.conname AS name, a.attname AS column_name, t.relname AS target, b.attname AS target_column,
        CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'
          WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END AS on_delete
      FROM pg_catalog.pg_constraint AS k
      JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_class AS t ON t.oid = k.confrelid
      CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS n (own, other, position)
      JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = n.own
      JOIN pg_catalog.pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = n.other
      WHERE \(isTable(table)) AND k.contype = 'f'
      ORDER BY k.conname, n.position
      """)
    return try Self.gathered(rows, by: { try $0.text("name") }) { group in
      ForeignKey(
        name: try group[0].text("name"), columns: try group.map { try $0.text("column_name") },
        target: try group[0].text("target"), targetColumns: try group.map { try $0.text("target_column") },
        onDelete: try group[0].text("on_delete"))
    }
  }

  private func postgresChecks(_ table: String) throws -> [Check] {
    let rows = try db.rows(
      """
      SELECT k.conname AS name, pg_get_expr(k.conbin, k.conrelid) AS expression
      FROM pg_catalog.pg_constraint AS k
      JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
      WHERE \(isTable(table)) AND k.contype = 'c'
      ORDER BY k.conname
      """)
    return try rows.map { Check(name: try $0.text("name"), expression: try $0.text("expression")) }
  }
}
