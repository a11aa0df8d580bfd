/// What can be allowed. Which role has which stands in `Catalogue/access/roles.yaml`; pages and use cases name them here.
public enum Permission: String, CaseIterable, Hashable, Sendable {
  /// Panel, sheets, comparisons, explanations and their downloads.
  case figuresRead = "figures.read"
  /// The history of loads and their reports. Loads are of the whole country's files, so this has no place.
  case loadsRead = "loads.read"
  /// Giving files to the program and stopping their reading.
  case loadsWrite = "loads.write"
  /// The clock that the people of a municipality live by.
  case clockChoose = "territory.clock"
  /// Accounts and assignments of the people of a territory.
  case peopleRead = "people.read"
  /// Inviting, changing, ending and reviewing accounts.
  case peopleWrite = "people.write"
  /// Giving a role in a territory, and taking it away.
  case roleGrant = "role.grant"
  /// The table of roles and permissions.
  case rolesRead = "roles.read"
  /// The audit trail.
  case auditRead = "audit.read"
  /// The audit trail as a file.
  case auditExport = "audit.export"
  /// The record of processing with what is kept and until when.
  case privacyRead = "privacy.read"
  /// Answering a person's requests about the own data, and running the retention.
  case privacyWrite = "privacy.write"
  /// Seeing the program as another person does, without changing anything.
  case viewAs = "people.viewAs"
}
