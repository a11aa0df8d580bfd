/// What the trail records. The text stands in the store for good: a case may be added, never renamed or taken out.
public enum AuditAction: String, CaseIterable, Hashable, Sendable {
  // People and their accounts.
  case personInvited = "person.invited"
  /// A new link for an invitation that was not used.
  case invitationRenewed = "invitation.renewed"
  case personAccepted = "person.accepted"
  case personChanged = "person.changed"
  case personEnded = "person.ended"
  case personReviewed = "person.reviewed"
  case emailChanged = "person.emailChanged"
  case passwordChanged = "password.changed"
  /// An administrator or the person asked for a link with which to choose a new password.
  case recoveryLinkMade = "recovery.linkMade"
  case passwordRecovered = "password.recovered"
  case secondFactorSet = "secondFactor.set"
  case secondFactorRemoved = "secondFactor.removed"
  case recoveryCodesMade = "recoveryCodes.made"
  case recoveryCodeUsed = "recoveryCode.used"
  case identityLinked = "identity.linked"
  case identityUnlinked = "identity.unlinked"

  // Roles.
  case assignmentGranted = "assignment.granted"
  case assignmentRevoked = "assignment.revoked"

  // Coming and going.
  case sessionOpened = "session.opened"
  case sessionEnded = "session.ended"
  /// All of a person's sessions but perhaps the one that asked.
  case sessionsEnded = "session.allEnded"
  case signInRefused = "signIn.refused"
  case viewAsBegun = "viewAs.begun"
  case viewAsEnded = "viewAs.ended"

  // Work.
  case loadCommitted = "load.committed"
  case loadRefused = "load.refused"
  case loadCancelled = "load.cancelled"
  case loadInterrupted = "load.interrupted"
  case boundariesLoaded = "boundaries.loaded"
  case clockChosen = "clock.chosen"

  // Looks at restricted pages.
  case peopleRead = "people.read"
  case trailRead = "trail.read"
  case trailExported = "trail.exported"
  case privacyRead = "privacy.read"

  // A person's rights over the own data, and what is kept how long.
  case privacyRequested = "privacy.requested"
  case privacyExported = "privacy.exported"
  case privacyCorrected = "privacy.corrected"
  case privacyAnswered = "privacy.answered"
  case retentionRun = "retention.run"

  // Operation.
  case backupMade = "backup.made"
  case backupRestored = "backup.restored"
  case settingsChanged = "settings.changed"
  case demonstrationReset = "demonstration.reset"
}
