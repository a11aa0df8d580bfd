import Assets
import CatalogueReader
import Foundation
import Privacy
import Testing

@Suite struct PrivacyTests {
  private func carried(_ name: String) throws -> String {
    try #require(Assets.text("Catalogue/privacy/\(name).yaml"))
  }

  private func catalogue() throws -> PrivacyCatalogue {
    try readPrivacy(
      processing: try carried("processing"), retention: try carried("retention"),
      tables: try carried("tables"))
  }

  private func fault(in name: String, replacing text: String, with other: String) throws -> CatalogueFault? {
    let whole = try carried(name)
    let changed = whole.replacing(text, with: other, maxReplacements: 1)
    #expect(changed != whole, "\(text) is not in the file")
    do {
      _ = try readPrivacy(
        processing: name == "processing" ? changed : try carried("processing"),
        retention: name == "retention" ? changed : try carried("retention"),
        tables: name == "tables" ? changed : try carried("tables"))
      return nil
    } catch { return error as? CatalogueFault }
  }

  @Test func `a term that cannot be, or an unknown subject, is refused with its line`() throws {
    let term = try fault(in: "retention", replacing: "term: 5 years", with: "term: 5 weeks")
    #expect(term?.file == "Catalogue/privacy/retention.yaml" && term?.line == 8)
    #expect(term?.reason.contains("5 weeks") == true)
    #expect(try fault(in: "retention", replacing: "subject: mail", with: "subject: letters") != nil)
    let twice = try fault(in: "retention", replacing: "subject: mail", with: "subject: links")
    #expect(twice?.reason == "privacy.repeatedRetention: links" && (twice?.line ?? 0) > 30)
    let kept = try fault(in: "retention", replacing: "outcome: anonymised", with: "outcome: kept")
    #expect(kept?.reason == "privacy.termWithoutOutcome: endedPeople" && kept?.line == 6)
  }

  @Test func `a record without a purpose, or with a term that is not there, is refused`() throws {
    let purpose = try fault(in: "processing", replacing: "  purpose: Contar", with: "  aim: Contar")
    #expect(purpose?.reason.contains("'purpose' is missing") == true && purpose?.line == 5)
    let items = try fault(in: "processing", replacing: "items: nome; ", with: "items: nome; ; ")
    #expect(items?.reason.contains("'items'") == true)
    #expect(try fault(in: "processing", replacing: "retention: mail", with: "retention: letters") != nil)
    #expect(try fault(in: "processing", replacing: "retention: mail", with: "retention: links") != nil)
    #expect(try fault(in: "processing", replacing: "key: mail", with: "key: accounts")?.line ?? 0 > 20)
  }

  @Test func `a table of a record that is not there names its line`() throws {
    let fault = try fault(in: "tables", replacing: "record: signIn", with: "record: signing")
    #expect(fault?.file == "Catalogue/privacy/tables.yaml" && fault?.line == 6)
    #expect(try self.fault(in: "tables", replacing: "  holds: regiões\n", with: "") != nil)
  }

  /// The law's own list of what the record must say (LGPD, art. 37, with 6 and 9), entry by entry.
  @Test func `the carried record says all of every entry, in whole sentences`() throws {
    let catalogue = try catalogue()
    #expect(catalogue.records.count >= 8)
    for record in catalogue.records {
      #expect(record.legalBasis.contains("13.709/2018"), "\(record.key)")
      #expect(!record.items.isEmpty && !record.retention.isEmpty, "\(record.key)")
      for text in [record.purpose, record.security] {
        #expect(text.hasSuffix("."), "\(record.key): \(text)")
      }
    }
    for rule in catalogue.retention.all {
      #expect(rule.reason.hasSuffix(".") && !rule.source.isEmpty, "\(rule.subject)")
    }
  }

  /// Nobody can add a table, or a column beside a name, and forget to say whose data it is.
  @Test func `every table of the schema is covered, column by column where it holds personal data`() throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("RecordsTests/Golden/schema-sqlite.txt")
    let schema = Self.columnsByTable(try String(contentsOf: golden, encoding: .utf8))
    #expect(schema.count > 15)
    let tables = try catalogue().tables
    #expect(Set(tables.map(\.name)).symmetricDifference(schema.keys).sorted() == [])
    for table in tables {
      guard case .record(_, let personal, let other) = table.cover else { continue }
      #expect((personal + other).sorted() == schema[table.name]?.sorted(), "\(table.name)")
    }
  }

  /// `table person`, then its columns, each with its type in capitals; indexes and constraints follow.
  private static func columnsByTable(_ schema: String) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for block in schema.split(separator: "\n\n") {
      let lines = block.split(separator: "\n")
      guard let first = lines.first, first.hasPrefix("table ") else { continue }
      columns[String(first.dropFirst(6))] = lines.dropFirst().compactMap { line in
        let words = line.split(separator: " ")
        guard words.count >= 2, ["TEXT", "INTEGER", "REAL", "BLOB"].contains(words[1]) else { return nil }
        return String(words[0])
      }
    }
    return columns
  }
}
