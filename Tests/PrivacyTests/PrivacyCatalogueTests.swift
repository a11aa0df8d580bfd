import Privacy
import Testing
import Vocabulary

@Suite struct PrivacyCatalogueTests {
  private let record = ProcessingRecord(
    key: "accounts", title: "Contas", purpose: "Dar acesso", legalBasis: "Lei 13.709/2018, art. 7º, III",
    people: "Servidores", items: ["nome"], origin: "A própria pessoa", recipients: "Administradores",
    retention: RetentionSubject.allCases, security: "Contas individuais", toConfirm: nil)

  private func catalogue(
    records: [ProcessingRecord]? = nil, tables: [StoredTable] = []
  ) throws -> PrivacyCatalogue {
    let rules = try RetentionSubject.allCases.map { subject in
      try RetentionRule(
        subject: subject, label: "x", term: .period(1, .years), countedFrom: "x", outcome: .deleted,
        reason: "x", source: "x", toConfirm: nil)
    }
    return try PrivacyCatalogue(
      records: records ?? [record], retention: try RetentionTable(rules), tables: tables)
  }

  @Test func `a record or a table that stands twice is refused`() {
    #expect(throws: Problem.invalid(rule: "privacy.repeatedRecord", ["record": "accounts"])) {
      try catalogue(records: [record, record])
    }
    let table = StoredTable(name: "region", cover: .nothingPersonal(holds: "regiões"))
    #expect(throws: Problem.invalid(rule: "privacy.repeatedTable", ["table": "region"])) {
      try catalogue(tables: [table, table])
    }
  }

  @Test func `a table of a record that is not there is refused`() {
    let table = StoredTable(
      name: "person", cover: .record("nothing", personalColumns: ["name"], otherColumns: []))
    #expect(
      throws: Problem.invalid(rule: "privacy.unknownRecord", ["table": "person", "record": "nothing"])
    ) { try catalogue(tables: [table]) }
  }

  @Test func `a term that no record speaks of is refused`() {
    #expect(throws: Problem.invalid(rule: "privacy.unusedRetention", ["subject": "endedPeople"])) {
      try catalogue(records: [])
    }
  }

  @Test func `a whole catalogue is accepted`() throws {
    let table = StoredTable(
      name: "person", cover: .record("accounts", personalColumns: ["name"], otherColumns: ["id"]))
    #expect(try catalogue(tables: [table]).records == [record])
  }
}
