import SQLStore
import TestSupport
import Testing

@Suite struct ValueTests {
  private static let texts = [
    "", " ", "D'Ávila", "'", "''", "\"", "\\", "\\\\", "\\N", "\\.", "\\x41", "a\tb", "a\nb", "a\r\nb", "\n",
    "\t",
    "$1", "?1", "%", "{}", "{\"a\": \"b\"}", "NULL", "é", "e\u{301}", "👩‍👩‍👧‍👦", "日本語", "\u{1}\u{7f}",
    "\u{feff}bom",
    String(repeating: "São João — \\ \t", count: 100_000),
  ]
  private static let integers: [Int64] = [0, 1, -1, 42, .max, .min, 9_007_199_254_740_993]

  private func expectSame(_ texts: [String], _ rows: [ResultRow]) throws {
    #expect(rows.count == texts.count)
    for (text, row) in zip(texts, rows) {
      // Byte for byte: two ways of writing an accent are equal as strings.
      #expect(try Array(row.text("words").utf8) == Array(text.utf8))
    }
  }

  @Test(arguments: Engine.allCases) func `a NUL is refused on every way in`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let refusal = StoreError.defect("text with a NUL character cannot be stored")
      await #expect(throws: refusal) { try await store.write { try addPolo("a", name: "a\0b", in: $0) } }
      await #expect(throws: refusal) {
        try await store.write {
          try $0.insert(into: "polo", columns: ["id", "name"], rows: [[.text("a"), .text("\0")]])
        }
      }
      await #expect(throws: refusal) {
        try await store.read { try $0.rows("SELECT id FROM polo WHERE id = \("\0") ORDER BY id") }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `every text comes back as it went in`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let rows = try await store.write { db in
        for (number, text) in Self.texts.enumerated() {
          try db.run("INSERT INTO note (number, words) VALUES (\(number), \(text))")
        }
        let bulk = Self.texts.enumerated().map { [SQLValue.integer(Int64(1_000 + $0)), .text($1)] }
        try db.insert(into: "note", columns: ["number", "words"], rows: bulk)
        return try db.rows("SELECT words FROM note ORDER BY number")
      }
      try expectSame(Self.texts + Self.texts, rows)
    }
  }

  @Test(arguments: Engine.allCases) func `every text is found by itself`(engine: Engine) async throws {
    try await withStore(engine) { store in
      for text in Self.texts {
        let row = try await store.read {
          try $0.firstRow("SELECT CAST(\(text) AS TEXT) AS report, length(CAST(\(text) AS TEXT)) AS letters")
        }
        #expect(try row?.integer("letters") == text.unicodeScalars.count)
        #expect(try row.map { try Array($0.text("report").utf8) } == Array(text.utf8))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `every whole number comes back as it went in`(engine: Engine)
    async throws
  {
    try await withStore(engine) { store in
      for integer in Self.integers {
        let row = try await store.read { try $0.firstRow("SELECT CAST(\(integer) AS BIGINT) AS n") }
        #expect(try row?.integer("n") == Int(integer))
      }
    }
  }

  @Test(arguments: Engine.allCases) func `nothing stays nothing and is not empty text`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let rows = try await store.write { db in
        try addPolo("a", parent: nil, in: db)
        try db.insert(
          into: "polo", columns: ["id", "name", "parent"],
          rows: [[.text("b"), .text("b"), .null], [.text("c"), .text(""), .text("b")]])
        return try db.rows("SELECT id, parent, name FROM polo WHERE parent IS NULL OR name = '' ORDER BY id")
      }
      #expect(try rows.map { try $0.textIfAny("parent") } == [nil, nil, "b"])
      #expect(try rows.last?.text("name") == "")
      let found = try await store.read {
        try $0.rows(
          "SELECT id FROM polo WHERE \(nil as String?) IS NULL OR parent = \(nil as String?) ORDER BY id")
      }
      #expect(found.count == 3)
    }
  }

  @Test(arguments: Engine.allCases, [0, 1, 2_000])
  func `a list may have any length`(engine: Engine, length: Int) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      try await store.write { db in
        let rows = (0..<2_500).map { [SQLValue.text("p\($0)"), .text("Polo \($0)"), .integer(Int64($0))] }
        try db.insert(into: "polo", columns: ["id", "name", "visits"], rows: rows)
      }
      let ids = (0..<length).map { "p\($0)" }
      let (inside, outside, byNumber) = try await store.read { db in
        (
          try db.firstRow("SELECT count(*) AS n FROM polo WHERE id IN \(list: ids)"),
          try db.firstRow("SELECT count(*) AS n FROM polo WHERE id NOT IN \(list: ids)"),
          try db.firstRow("SELECT count(*) AS n FROM polo WHERE visits IN \(list: 0..<length)")
        )
      }
      #expect(try inside?.integer("n") == length)
      #expect(try outside?.integer("n") == 2_500 - length)
      #expect(try byNumber?.integer("n") == length)
    }
  }

  @Test(arguments: Engine.allCases) func `text is ordered by its bytes`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let rows = try await store.write { db in
        for name in ["ç", "b", "Z", "a", "B", "é", "_", "10", "9"] { try addPolo(name, name: name, in: db) }
        return try db.rows("SELECT name FROM polo ORDER BY name")
      }
      #expect(try rows.map { try $0.text("name") } == ["10", "9", "B", "Z", "_", "a", "b", "ç", "é"])
    }
  }

  @Test(arguments: Engine.allCases) func `the rows changed are counted`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let counts = try await store.write { db in
        try addPolo("a", in: db)
        try addPolo("b", in: db)
        return [
          try db.run("UPDATE polo SET visits = 1"), try db.run("UPDATE polo SET visits = 2 WHERE id = 'z'"),
          try db.run("INSERT INTO polo (id, name) VALUES ('a', 'x') ON CONFLICT (id) DO NOTHING"),
          try db.run("CREATE TABLE other (id TEXT NOT NULL PRIMARY KEY)"),
          try db.run("DELETE FROM polo WHERE id = 'b'"),
        ]
      }
      #expect(counts == [2, 0, 0, 0, 1])
    }
  }

  @Test(arguments: Engine.allCases) func `a statement may answer with what it wrote`(engine: Engine)
    async throws
  {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let row = try await store.write { db in
        try addPolo("a", in: db)
        return try db.firstRow("UPDATE polo SET visits = visits + \(5) WHERE id = 'a' RETURNING visits")
      }
      #expect(try row?.integer("visits") == 5)
    }
  }

  @Test(arguments: Engine.allCases) func `what is no whole number and no text is refused by name`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      await #expect(throws: StoreError.self) {
        try await store.read { try $0.rows("SELECT 1.5 AS share") }
      }
    }
  }

  @Test(arguments: Engine.allCases) func `fifty thousand rows go in at once`(engine: Engine) async throws {
    try await withStore(engine, migrations: SmallSchema.migrations) { store in
      let row = try await store.write { db in
        let rows = (0..<50_000).map { [SQLValue.text("p\($0)"), .text("Polo\t\($0)"), .integer(Int64($0))] }
        try db.insert(into: "polo", columns: ["id", "name", "visits"], rows: rows)
        return try db.firstRow("SELECT count(*) AS n, CAST(sum(visits) AS BIGINT) AS visits FROM polo")
      }
      #expect(try row?.integer("n") == 50_000)
      #expect(try row?.integer("visits") == 1_249_975_000)
    }
  }
}
