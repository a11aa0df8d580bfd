public import Vocabulary

/// What is done with personal data, as reviewed data: the record of processing, the terms, and the tables they cover.
public struct PrivacyCatalogue: Sendable {
  /// In the order of the file, which is the order of the page.
  public let records: [ProcessingRecord]
  public let retention: RetentionTable
  public let tables: [StoredTable]

  /// Holds the three against each other. Throws `privacy.repeatedRecord`, `privacy.unknownRecord` (a table of a record
  /// that is not there), `privacy.repeatedTable` and `privacy.unusedRetention` (a term that no record speaks of).
  public init(
    records: [ProcessingRecord], retention: RetentionTable, tables: [StoredTable]
  ) throws(Problem) {
    var keys: Set<String> = []
    for record in records where !keys.insert(record.key).inserted {
      throw .invalid(rule: "privacy.repeatedRecord", ["record": record.key])
    }
    var names: Set<String> = []
    for table in tables {
      guard names.insert(table.name).inserted else {
        throw .invalid(rule: "privacy.repeatedTable", ["table": table.name])
      }
      if case .record(let record, _, _) = table.cover, !keys.contains(record) {
        throw .invalid(rule: "privacy.unknownRecord", ["table": table.name, "record": record])
      }
    }
    let spokenOf = Set(records.flatMap(\.retention))
    for subject in RetentionSubject.allCases where !spokenOf.contains(subject) {
      throw .invalid(rule: "privacy.unusedRetention", ["subject": subject.rawValue])
    }
    self.records = records
    self.retention = retention
    self.tables = tables
  }
}
