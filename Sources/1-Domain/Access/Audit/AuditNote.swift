public import Vocabulary

/// What is to be written into the trail: an action, on which thing, in which place, and the values that matter before and
/// after. Who, when and from where come with it when it is recorded.
///
/// ```swift
/// AuditNote(.clockChosen, of: AuditThing(.municipality, code), in: .territory(.municipality(code)),
///   before: [.timeZone: former], after: [.timeZone: zone])
/// ```
public struct AuditNote: Hashable, Sendable {
  public let action: AuditAction
  public let thing: AuditThing?
  /// Decides who may read the entry: those whose right to the trail reaches this place. Without a place it is read by
  /// those who answer for a whole state or the country. For what is done to a person, the place of the person's role.
  public let place: Place?
  public let before: AuditValues
  public let after: AuditValues

  public init(
    _ action: AuditAction, of thing: AuditThing? = nil, in place: Place? = nil,
    before: [AuditField: String] = [:], after: [AuditField: String] = [:]
  ) {
    self.action = action
    self.thing = thing
    self.place = place
    self.before = AuditValues(before)
    self.after = AuditValues(after)
  }
}
