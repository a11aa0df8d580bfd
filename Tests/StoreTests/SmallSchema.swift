import SQLStore
import TestSupport

/// A schema small enough to read at a glance, with one of each constraint, named and unnamed.
enum SmallSchema {
  static let migrations = [polos, visits]

  static let polos = Migration(
    number: 1, name: "polos",
    sql: """
      -- A polo gathers municipalities; its name; written once.
      CREATE TABLE polo (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL CONSTRAINT polo_name_unique UNIQUE,
        parent TEXT REFERENCES polo (id),
        is_open SMALLINT NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
        visits BIGINT NOT NULL DEFAULT 0 CONSTRAINT polo_visits_from_zero CHECK (visits >= 0)
      ) STRICT;
      CREATE INDEX polo_parent ON polo (parent);
      """)

  static let visits = Migration(
    number: 2, name: "visits",
    sql: """
      CREATE TABLE visit (
        polo TEXT NOT NULL CONSTRAINT visit_of_polo REFERENCES polo (id),
        number BIGINT NOT NULL,
        report TEXT NOT NULL DEFAULT 'sem relato; ainda',
        replaced_by BIGINT,
        PRIMARY KEY (polo, number),
        FOREIGN KEY (polo, replaced_by) REFERENCES visit (polo, number) DEFERRABLE INITIALLY DEFERRED
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX visit_report ON visit (report) WHERE report <> 'sem relato; ainda';
      CREATE INDEX visit_replaced ON visit (polo, replaced_by);
      CREATE TABLE note (number BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL) STRICT;
      """)
}

/// Adds a polo; a test states only what matters to it.
func addPolo(
  _ id: String, name: String? = nil, parent: String? = nil, visits: Int = 0, in db: any WriteTransaction
) throws {
  try db.run(
    "INSERT INTO polo (id, name, parent, visits) VALUES (\(id), \(name ?? "Polo \(id)"), \(parent), \(visits))"
  )
}

func countPolos(in store: any Store) async throws -> Int {
  try await store.read { try $0.firstRow("SELECT count(*) AS polos FROM polo")?.integer("polos") ?? -1 }
}
