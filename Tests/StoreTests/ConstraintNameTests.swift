import SQLStore
import TestSupport
import Testing

/// SQLite knows no names of keys; we give them PostgreSQL's. Here PostgreSQL itself is asked.
@Suite struct ConstraintNameTests {
  private static let awkward = Migration(
    number: 1, name: "awkward",
    sql: """
      CREATE TABLE campaign (
        id TEXT NOT NULL PRIMARY KEY, -- a comment, with a comma
        year BIGINT NOT NULL CHECK (year BETWEEN 2004 AND 2100) CHECK (year <> 2020),
        title TEXT DEFAULT 'a, (b' UNIQUE CHECK (title <> ')'),
        opens_on TEXT NOT NULL DEFAULT ('2026-01-01'),
        closes_on TEXT CONSTRAINT given_name CHECK (closes_on >= opens_on), /* here too, ( */
        "order" BIGINT CHECK (("order" > 0) AND ("order" < 10 OR year = 2004)),
        UNIQUE (year, title),
        CHECK (closes_on > opens_on),
        CHECK (length(title) < 200),
        CONSTRAINT campaign_named UNIQUE (opens_on, closes_on)
      ) STRICT;
      CREATE TABLE monitoring_campaign_municipality_assignment (
        responsible_technician_of_the_regional_office TEXT NOT NULL
          REFERENCES campaign (id) ON DELETE CASCADE UNIQUE,
        campaign_of_the_year_before_the_one_that_is_assigned TEXT,
        second_responsible_technician_of_the_regional_office TEXT,
        PRIMARY KEY (responsible_technician_of_the_regional_office),
        FOREIGN KEY (campaign_of_the_year_before_the_one_that_is_assigned) REFERENCES campaign (id),
        UNIQUE (
          campaign_of_the_year_before_the_one_that_is_assigned, second_responsible_technician_of_the_regional_office)
      ) STRICT;
      CREATE INDEX with_key ON monitoring_campaign_municipality_assignment (
        campaign_of_the_year_before_the_one_that_is_assigned)
        WHERE campaign_of_the_year_before_the_one_that_is_assigned IS NOT NULL;
      """)

  /// Kind and name of every constraint, without types and expressions.
  private func names(_ engine: Engine) async throws -> [String] {
    try await withStore(engine, migrations: [Self.awkward]) { store in
      let text = try await offThePool { try schemaText(of: store) }
      let kinds = ["  unique", "  foreign key", "  check", "  index", "table"]
      return text.split(separator: "\n").map(String.init).filter { line in
        kinds.contains { line.hasPrefix($0) }
      }
      .map { String($0.prefix { $0 != ":" && $0 != "(" }) }.sorted()
    }
  }

  @Test func `both engines name every constraint alike`() async throws {
    let (sqlite, postgres) = try await (names(.sqlite), names(.postgres))
    #expect(sqlite == postgres)
    #expect(sqlite.contains("  check campaign_year_check1"))
  }

  @Test(arguments: Engine.allCases) func `an index of the rows that have a key is enough for it`(
    engine: Engine
  ) async throws {
    try await withStore(engine, migrations: [Self.awkward]) { store in
      let bare = try await offThePool { try foreignKeysWithoutIndex(in: store) }
      #expect(bare == [])
    }
  }

  @Test(arguments: Engine.allCases) func `a name that PostgreSQL would shorten is refused`(engine: Engine)
    async throws
  {
    let name = String(repeating: "n", count: 64)
    try await withStore(engine) { store in
      await #expect(throws: StoreError.self) {
        try await offThePool {
          try Migrator([
            Migration(
              number: 1, name: "long", sql: "CREATE TABLE \(name) (id TEXT NOT NULL PRIMARY KEY) STRICT;")
          ]).migrate(store, at: testInstant)
        }
      }
    }
  }
}
