public import Access
public import Privacy
import Records
import SQLStore
public import Vocabulary

/// What the retention would take away today.
public struct RetentionDue: Sendable {
  public let rule: RetentionRule
  /// The first day whose things are still kept; nil where nothing ends by time.
  public let keptSince: Day?
  public let count: Int
}

extension Prumo {
  /// Of every rule what is due today, in the order of the table.
  public func retentionDue(by actor: Actor) async throws -> [RetentionDue] {
    _ = try actor.requiredScope(of: .privacyWrite)
    let (today, table) = (now().day, privacy.retention)
    return try await store.read { db in
      try table.all.map { rule in
        let since = rule.term.keptSince(on: today)
        let count = try since.map { try RetentionRecords.countDue(rule.subject, keptSince: $0, in: db) } ?? 0
        return RetentionDue(rule: rule, keptSince: since, count: count)
      }
    }
  }

  /// Newest first.
  public func retentionRuns(by actor: Actor, limit: Int) async throws -> [RetentionRun] {
    _ = try actor.requiredScope(of: .privacyWrite)
    return try await store.read { try RetentionRecords.newest(limit: limit, in: $0) }
  }

  /// Begins a run that a person asks for; `continueRetention` then carries it out. Throws `privacy.retentionRunning`.
  public func beginRetention(by actor: Actor) async throws -> ID<RetentionRun> {
    _ = try actor.permit(AnswerPrivacyRequests.self)
    guard let id = try await claimRetention(requestedBy: actor.person, isDaily: false, by: actor) else {
      throw Problem.conflict(rule: "privacy.retentionRunning")
    }
    return id
  }

  /// Begins and carries out. Throws `privacy.retentionRunning`.
  @discardableResult
  public func runRetention(by actor: Actor) async throws -> RetentionRun? {
    try await continueRetention(try await beginRetention(by: actor), by: actor)
  }

  /// The run of the day, carried out by whichever node comes first; a run whose node died is gone on with. Nil when there is
  /// nothing to do: it is done, or another carries it out.
  @discardableResult
  public func runDailyRetention() async throws -> RetentionRun? {
    let actor = Actor.program(Self.ownName, origin: Actor.Origin(address: "local", requestID: "retention"))
    guard let id = try await claimRetention(requestedBy: nil, isDaily: true, by: actor) else { return nil }
    return try await continueRetention(id, by: actor)
  }

  /// Carries out what is left of a run, a piece at a time; each piece stands with its entry in the trail, or not at all.
  /// Returns early when another process has taken the run over.
  @discardableResult
  public func continueRetention(
    _ id: ID<RetentionRun>, by actor: Actor, pieceSize: Int = RetentionWriting.pieceSize
  ) async throws -> RetentionRun? {
    guard let run = try await store.read({ try RetentionRecords.find(id, in: $0) }) else { return nil }
    let finished = Set(run.steps.filter { $0.endedAt != nil }.map(\.subject))
    for (subject, since) in privacy.retention.due(on: run.day) where !finished.contains(subject) {
      while true {
        switch try await piece(of: subject, keptSince: since, run: id, by: actor, size: pieceSize) {
        case .more: continue
        case .lost: return try await store.read { try RetentionRecords.find(id, in: $0) }
        case .over: break
        }
        break
      }
    }
    let (now, process) = (now(), process.description)
    return try await store.write { db in
      if try RetentionWriting.breathe(id, by: process, at: now, in: db) {
        try RetentionWriting.end(id, at: now, in: db)
      }
      return try RetentionRecords.find(id, in: db)
    }
  }

  private enum Pace { case more, over, lost }

  private func piece(
    of subject: RetentionSubject, keptSince day: Day, run: ID<RetentionRun>, by actor: Actor, size: Int
  ) async throws -> Pace {
    let (now, process, label) = (now(), process.description, privacy.retention[subject].label)
    return try await store.write { db in
      guard try RetentionWriting.breathe(run, by: process, at: now, in: db) else { return .lost }
      let piece = try RetentionWriting.removePiece(
        of: subject, keptSince: day, at: now, pieceSize: size, in: db)
      try RetentionWriting.note(
        RetentionRun.Step(
          subject: subject, keptSince: day, removed: piece.removed, endedAt: piece.isOver ? now : nil),
        of: run, in: db)
      for person in piece.people {
        try AuditWriting.record(
          AuditNote(
            .retentionRun, of: AuditThing(.person, person), after: [.removed: "1", .reason: label]),
          by: actor, at: now, in: db)
      }
      if piece.removed > 0, piece.people.isEmpty {
        try AuditWriting.record(
          AuditNote(
            .retentionRun, of: AuditThing(.retentionRule, subject.rawValue),
            after: [.removed: String(piece.removed)]), by: actor, at: now, in: db)
      }
      return piece.isOver ? .over : .more
    }
  }

  /// Claimed in one write transaction, and writers take turns on any number of nodes: no two get it.
  private func claimRetention(
    requestedBy person: ID<Person>?, isDaily: Bool, by actor: Actor
  ) async throws -> ID<RetentionRun>? {
    let (new, now, process): (ID<RetentionRun>, Instant, String) = (newID(), now(), process.description)
    return try await store.write { db in
      if let running = try RetentionRecords.running(in: db) {
        guard !running.isAlive(at: now) else { return nil }
        try RetentionWriting.takeOver(running.id, by: process, at: now, in: db)
        return running.id
      }
      if isDaily, try RetentionRecords.isDone(on: now.day, in: db) { return nil }
      let run = RetentionRun(
        id: new, day: now.day, state: .running, requestedBy: person, process: process, begunAt: now,
        aliveAt: now, endedAt: nil, steps: [])
      try RetentionWriting.begin(run, in: db)
      if !isDaily {
        try AuditWriting.record(
          AuditNote(.retentionRun, of: AuditThing(.retentionRule, "all")), by: actor, at: now, in: db)
      }
      return new
    }
  }
}
