/// What is kept and has a rule of its own for how long. Each has exactly one in `Catalogue/privacy/retention.yaml`.
public enum RetentionSubject: String, CaseIterable, Hashable, Sendable {
  /// People whose account has ended.
  case endedPeople
  /// People who were invited and never came.
  case unusedInvitations
  /// Sessions that ended or ran out, with the address and the browser they came from.
  case sessions
  /// Invitations and recoveries that were used or ran out.
  case links
  /// Counters of wrong sign-ins, and sign-ins that were not finished.
  case throttles
  /// Browsers from which a person has signed in before.
  case devices
  /// Messages that were sent or given up.
  case mail
  /// Requests of people about their own data, once answered.
  case privacyRequests
  /// When the retention ran, and how much it took away.
  case retentionRuns
  case trail
  /// Who gave a file to the program, and under what name.
  case loads
  /// Rows of the ministries' files: names, NIS and CPF of beneficiaries.
  case fileRows
  /// What the program tells the machine's log.
  case logs
  case backups
}
