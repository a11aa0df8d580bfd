/// A value that the trail keeps of a thing, before and after. There is no field for a password, a token, a code or
/// anything of a beneficiary, so that none can be written by oversight. As with actions: add, never rename.
public enum AuditField: String, CaseIterable, Hashable, Sendable {
  // Of people and roles.
  case person, name, email, state, postEndsOn, reviewedAt
  case role, sector, place, validFrom, validUntil
  // Of sign-ins and sessions.
  /// How someone signed in: `password`, `secondFactor`, `recoveryCode`, `identity`.
  case method
  case sessions
  /// Until when a link or a session can be used.
  case usableUntil
  // Of files.
  case file, sha256, dataset, month, rowsRead, rowsAccepted, municipalities
  // Of decisions.
  /// The rule that refused something, as `load.sameFile`.
  case rule
  case reason, timeZone, deadline
  // Of looks at pages, and of lists.
  case filter, count, page
  /// What a list was narrowed by, beside `person`, `name` and `place`.
  case group, thing, from, until
  // Of operation.
  case setting, value, format, removed, kept
}
