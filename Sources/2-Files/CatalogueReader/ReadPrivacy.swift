public import Privacy
import Vocabulary

/// Reads and checks the record of processing, the terms and the tables that they cover.
public func readPrivacy(
  processing: String, retention: String, tables: String
) throws(CatalogueFault) -> PrivacyCatalogue {
  let file = "Catalogue/privacy/processing.yaml"
  let rules = try readRetention(retention)
  let records = try CatalogueEntries(processing, file: file).map(record)
  let covered = try CatalogueEntries(tables, file: "Catalogue/privacy/tables.yaml").map(table)
  do {
    return try PrivacyCatalogue(
      records: records.map(\.record), retention: rules, tables: covered.map(\.table))
  } catch {
    throw fault(error, records: records, tables: covered, file: file)
  }
}

private typealias PlacedRecord = (record: ProcessingRecord, line: Int)
private typealias PlacedTable = (table: StoredTable, line: Int)

/// At the last entry with the key that the problem names: of two, the second is the one too many.
private func fault(
  _ problem: Problem, records: [PlacedRecord], tables: [PlacedTable], file: String
) -> CatalogueFault {
  let details = problem.details.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
  let reason = "\(problem.rule): \(details.joined(separator: ", "))"
  if let table = tables.last(where: { $0.table.name == problem.details["table"] }) {
    return CatalogueFault(file: "Catalogue/privacy/tables.yaml", line: table.line, reason: reason)
  }
  let line = records.last { $0.record.key == problem.details["record"] }?.line ?? 1
  return CatalogueFault(file: file, line: line, reason: reason)
}

private func readRetention(_ text: String) throws(CatalogueFault) -> RetentionTable {
  let file = "Catalogue/privacy/retention.yaml"
  let rules = try CatalogueEntries(text, file: file).map(rule)
  do {
    return try RetentionTable(rules.map(\.rule))
  } catch {
    let line = rules.last { $0.rule.subject.rawValue == error.details["subject"] }?.line ?? 1
    throw CatalogueFault(
      file: file, line: line, reason: "\(error.rule): \(error.details["subject"] ?? "")")
  }
}

private func rule(
  _ entry: inout CatalogueEntries.Entry
) throws(CatalogueFault) -> (rule: RetentionRule, line: Int) {
  let (file, line) = (entry.file, entry.line)
  let subject = try entry.choice("subject", RetentionSubject.self)
  let (label, countedFrom) = (try entry.text("label"), try entry.text("countedFrom"))
  let term = try entry.value(
    "term", expected: "a term like 30 days, 6 months, 5 years, permanent, notStored or outside"
  ) { RetentionTerm($0) }
  let outcome = try entry.choice("outcome", RetentionRule.Outcome.self)
  let (reason, source) = (try entry.text("reason"), try entry.text("source"))
  do {
    let rule = try RetentionRule(
      subject: subject, label: label, term: term, countedFrom: countedFrom, outcome: outcome, reason: reason,
      source: source, toConfirm: entry.textIfAny("toConfirm"))
    return (rule, line)
  } catch {
    throw CatalogueFault(file: file, line: line, reason: "\(error.rule): \(subject.rawValue)")
  }
}

private func record(_ entry: inout CatalogueEntries.Entry) throws(CatalogueFault) -> PlacedRecord {
  let subjects = RetentionSubject.allCases.map(\.rawValue).joined(separator: ", ")
  let record = ProcessingRecord(
    key: try entry.text("key"), title: try entry.text("title"), purpose: try entry.text("purpose"),
    legalBasis: try entry.text("legalBasis"), people: try entry.text("people"),
    items: try entry.value("items", expected: "items with ; between them") { listed($0, by: ";") },
    origin: try entry.text("origin"), recipients: try entry.text("recipients"),
    retention: try entry.value("retention", expected: "some of \(subjects)") { text in
      let names = listed(text, by: ",") ?? []
      let subjects = names.compactMap { RetentionSubject(rawValue: $0) }
      return subjects.isEmpty || subjects.count != names.count ? nil : subjects
    },
    security: try entry.text("security"), toConfirm: entry.textIfAny("toConfirm"))
  return (record, entry.line)
}

private func table(_ entry: inout CatalogueEntries.Entry) throws(CatalogueFault) -> PlacedTable {
  let (name, record) = (try entry.text("table"), try entry.text("record"))
  if record == "none" {
    let holds = try entry.text("holds")
    return (StoredTable(name: name, cover: .nothingPersonal(holds: holds)), entry.line)
  }
  let personal = try entry.value("personal", expected: "names of columns") { listed($0, by: ",") }
  let other = entry.textIfAny("other").flatMap { listed($0, by: ",") } ?? []
  let cover = StoredTable.Cover.record(record, personalColumns: personal, otherColumns: other)
  return (StoredTable(name: name, cover: cover), entry.line)
}

/// Nil when an item is empty.
private func listed(_ text: String, by separator: Character) -> [String]? {
  let items = text.split(separator: separator, omittingEmptySubsequences: false).map { item in
    String(item.drop { $0 == " " })
  }
  return items.contains("") ? nil : items
}
