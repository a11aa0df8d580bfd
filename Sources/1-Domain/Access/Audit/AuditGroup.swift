/// The kinds of action that a person filters the trail by.
public enum AuditGroup: String, CaseIterable, Hashable, Sendable {
  case people, roles, sessions, work, reading, privacy, operation

  /// In the order of `AuditAction`.
  public var actions: [AuditAction] { AuditAction.allCases.filter { $0.group == self } }
}

extension AuditAction {
  public var group: AuditGroup {
    switch self {
    case .personInvited, .invitationRenewed, .personAccepted, .personChanged, .personEnded, .personReviewed,
      .emailChanged, .passwordChanged, .recoveryLinkMade, .passwordRecovered, .secondFactorSet,
      .secondFactorRemoved, .recoveryCodesMade, .recoveryCodeUsed, .identityLinked, .identityUnlinked:
      .people
    case .assignmentGranted, .assignmentRevoked: .roles
    case .sessionOpened, .sessionEnded, .sessionsEnded, .signInRefused, .viewAsBegun, .viewAsEnded: .sessions
    case .loadCommitted, .loadRefused, .loadCancelled, .loadInterrupted, .boundariesLoaded, .clockChosen:
      .work
    case .peopleRead, .trailRead, .trailExported, .privacyRead: .reading
    case .privacyRequested, .privacyExported, .privacyCorrected, .privacyAnswered, .retentionRun: .privacy
    case .backupMade, .backupRestored, .settingsChanged, .demonstrationReset: .operation
    }
  }
}
