extension SQLText {
  /// The words an engine understands, and the values in the order of their numbers (`?1` or `$1` is the first).
  ///
  /// On PostgreSQL a missing value is written as the word `NULL`, because a parameter must have a type and
  /// `NULL` fits any; `values` then holds none for it.
  public func rendered(for dialect: Dialect) -> (sql: String, values: [SQLValue]) {
    var rendering = Rendering(dialect: dialect)
    rendering.append(parts)
    return (rendering.sql, rendering.values)
  }
}

private struct Rendering {
  let dialect: Dialect
  var sql = ""
  var values: [SQLValue] = []

  mutating func append(_ parts: [SQLText.Part]) {
    for part in parts {
      switch part {
      case .words(let words): sql += words
      case .value(let value): append(value)
      case .list(let list): append(list: list)
      case .perDialect(let sqlite, let postgres): append(dialect == .sqlite ? sqlite : postgres)
      }
    }
  }

  private mutating func append(_ value: SQLValue) {
    if dialect == .postgres, value == .null {
      sql += "NULL"
      return
    }
    values.append(value)
    sql += dialect == .sqlite ? "?" : "$"
    sql += String(values.count)
  }

  private mutating func append(list: [SQLValue]) {
    if list.isEmpty, dialect == .postgres {
      appendEmptyList()
      return
    }
    sql += "("
    for (position, value) in list.enumerated() {
      if position > 0 { sql += ", " }
      append(value)
    }
    sql += ")"
  }

  /// `IN ()` is no PostgreSQL. An empty array is, and takes the type of what stands left of it: `= ANY ('{}')` is
  /// always false and `<> ALL ('{}')` always true, which is what SQLite answers to `IN ()` and `NOT IN ()`.
  private mutating func appendEmptyList() {
    while sql.last?.isWhitespace == true { sql.removeLast() }
    if sql.hasSuffix("NOT IN") {
      sql.removeLast("NOT IN".count)
      sql += "<> ALL ('{}')"
    } else if sql.hasSuffix("IN") {
      sql.removeLast("IN".count)
      sql += "= ANY ('{}')"
    } else {
      sql += " ()"
    }
  }
}
