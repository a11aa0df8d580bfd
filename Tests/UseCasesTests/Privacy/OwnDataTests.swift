import Access
import Foundation
import Privacy
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

@Suite struct OwnDataTests {
  @Test(arguments: Engine.allCases)
  func `nothing of another person, and no secret, is in the own data`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let celia = try await prumo.signedIn(as: .celia)
      _ = try await prumo.signedIn(as: .bento)
      try await prumo.store.write { db in
        try db.run(
          "INSERT INTO credential (person_id, password_hash) VALUES (\(Member.celia.id), 'SEGREDO-1')")
        try db.run(
          """
          INSERT INTO recovery_code (person_id, code_fingerprint, created_at)
          VALUES (\(Member.celia.id), 'SEGREDO-2', \(testNow))
          """)
        try db.run(
          """
          INSERT INTO person_identity (issuer, subject_fingerprint, person_id, linked_at)
          VALUES ('https://sso.exemplo.gov.br', 'SEGREDO-3', \(Member.celia.id), \(testNow))
          """)
      }
      let json = try await prumo.ownData(celia).json()
      #expect(!json.contains("SEGREDO") && !json.contains("bento@exemplo.gov.br"))
      #expect(json.contains("celia@exemplo.gov.br") && json.contains("https://sso.exemplo.gov.br"))
      #expect(json.contains("\"has_password\" : \"1\""))
      #expect(json.contains("teste") && json.contains("fieldTechnician"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `every table with personal data is told, or says of nobody whose it is`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let told = Set(try await prumo.ownData(try await prumo.signedIn(as: .celia)).parts.map(\.table))
      let personal = prumo.privacy.tables.compactMap { table -> String? in
        guard case .record = table.cover else { return nil }
        return table.name
      }
      #expect(told.union(OwnDataRecords.tablesOfNoOne) == Set(personal))
    }
  }

  @Test(arguments: Engine.allCases)
  func `what the trail tells by and about a person is in the own data`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let celia = try await prumo.signedIn(as: .celia)
      let iara = try await prumo.signedIn(as: .iara).actor
      try await prumo.store.write { db in
        try AuditWriting.record(
          AuditNote(.personReviewed, of: AuditThing(.person, Member.celia.id)), by: iara, at: testNow, in: db)
        try AuditWriting.record(
          AuditNote(.personReviewed, of: AuditThing(.person, Member.dora.id)), by: iara, at: testNow, in: db)
      }
      try await prumo.askAboutOwnData(.information, text: "O que guardam?", sendAnyway: false, celia)
      let entries = try await prumo.ownData(celia).parts.first { $0.table == "audit_entry" }?.rows
      #expect(entries?.count == 2)
    }
  }

  @Test(arguments: Engine.allCases)
  func `taking the own data away stands in the trail, looking at them does not`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let celia = try await prumo.signedIn(as: .celia)
      let before = try await prumo.told()
      _ = try await prumo.ownData(celia)
      #expect(try await prumo.told() == before)
      let data = try await prumo.exportOwnData(celia)
      #expect(try await prumo.told() == before + ["privacy.exported "])
      let file = try JSONSerialization.jsonObject(with: Data(try data.json().utf8)) as? [String: Any]
      #expect((file?["tables"] as? [String: Any])?.count == data.parts.count)
      #expect(file?["person"] as? String == Member.celia.id.text && file?["isTrailCut"] as? Bool == false)
    }
  }
}
