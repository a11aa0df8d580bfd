import SQLStore
import Testing

@Suite struct SQLTextTests {
  @Test func `values are numbered in the order in which they stand`() {
    let open: SQLText = "AND stage = \("open")"
    let text: SQLText = "SELECT id FROM campaign WHERE year = \(2026) \(open) AND uf IN \(list: ["MT", "AC"])"
    let sqlite = text.rendered(for: .sqlite)
    #expect(sqlite.sql == "SELECT id FROM campaign WHERE year = ?1 AND stage = ?2 AND uf IN (?3, ?4)")
    #expect(sqlite.values == [.integer(2026), .text("open"), .text("MT"), .text("AC")])
    let postgres = text.rendered(for: .postgres)
    #expect(postgres.sql == "SELECT id FROM campaign WHERE year = $1 AND stage = $2 AND uf IN ($3, $4)")
    #expect(postgres.values == sqlite.values)
  }

  @Test func `text from outside never becomes words`() {
    let hostile = "'; DROP TABLE visit; --"
    let text: SQLText = "SELECT id FROM visit WHERE note = \(hostile)"
    #expect(text.rendered(for: .sqlite).sql == "SELECT id FROM visit WHERE note = ?1")
    #expect(text.rendered(for: .postgres).sql == "SELECT id FROM visit WHERE note = $1")
  }

  @Test func `nothing is a parameter on one engine and a word on the other`() {
    let text: SQLText = "UPDATE visit SET note = \(nil as String?), seen = \(true), left = \(false)"
    #expect(text.rendered(for: .sqlite).values == [.null, .integer(1), .integer(0)])
    #expect(text.rendered(for: .postgres).sql == "UPDATE visit SET note = NULL, seen = $1, left = $2")
    #expect(text.rendered(for: .postgres).values == [.integer(1), .integer(0)])
  }

  @Test func `an empty list is written as each engine can read it`() {
    let inside: SQLText = "SELECT id FROM visit WHERE uf IN \(list: [String]())"
    let outside: SQLText = "SELECT id FROM visit WHERE uf NOT IN \(list: [String]()) ORDER BY id"
    #expect(inside.rendered(for: .sqlite).sql == "SELECT id FROM visit WHERE uf IN ()")
    #expect(inside.rendered(for: .postgres).sql == "SELECT id FROM visit WHERE uf = ANY ('{}')")
    #expect(outside.rendered(for: .postgres).sql == "SELECT id FROM visit WHERE uf <> ALL ('{}') ORDER BY id")
  }

  @Test func `pieces are joined with their values`() {
    let filters: [SQLText] = ["uf = \("MT")", "year = \(2026)"]
    let text: SQLText = "SELECT id FROM campaign WHERE \(.joined(filters, by: " AND ")) ORDER BY id"
    #expect(
      text.rendered(for: .sqlite).sql == "SELECT id FROM campaign WHERE uf = ?1 AND year = ?2 ORDER BY id")
  }

  @Test func `an engine gets only its own words and values`() {
    let text: SQLText = "SELECT \(.perDialect(sqlite: "a = \(1)", postgres: "b = \(2)")) AND c = \(3)"
    #expect(text.rendered(for: .sqlite).sql == "SELECT a = ?1 AND c = ?2")
    #expect(text.rendered(for: .sqlite).values == [.integer(1), .integer(3)])
    #expect(text.rendered(for: .postgres).values == [.integer(2), .integer(3)])
  }
}
