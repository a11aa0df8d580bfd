import Access
import Records
import SQLStore
import Secrets
public import Transfers
import Vocabulary

/// What came of one letter.
public enum LetterOutcome: Hashable, Sendable {
  case sent
  /// To be tried again later.
  case putOff(rule: String)
  case givenUp(rule: String)
}

extension Prumo {
  /// How long a letter belongs to the node that took it: longer than a server is waited for.
  static let letterClaimSeconds: Int64 = 600
  /// Waits between tries. Their sum is a day and a half: a mail server's long weekend night.
  static let letterWaitsSeconds: [Int64] = [60, 300, 900, 3_600, 3 * 3_600, 12 * 3_600, 24 * 3_600]

  /// Sends what waits in the outbox, each letter by one node only, and returns what came of each. A node that dies between
  /// the server's word and its own note leaves the letter to be sent once more: twice is better than never.
  ///
  /// - Parameter send: gives one letter to the server.
  public func sendOutgoingMail(
    from sender: Mailbox, by send: @Sendable (Mail) async throws -> Void
  ) async throws -> [LetterOutcome] {
    var outcomes: [LetterOutcome] = []
    let process = process.description
    while !Task.isCancelled {
      let now = now()
      let until = now.adding(seconds: Self.letterClaimSeconds)
      guard
        let letter = try await store.write({
          try OutgoingMailRecords.claim(by: process, at: now, until: until, in: $0)
        })
      else { break }
      let outcome = try await outcome(of: letter, from: sender, by: send)
      try await note(outcome, of: letter)
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func outcome(
    of letter: OutgoingLetter, from sender: Mailbox, by send: @Sendable (Mail) async throws -> Void
  ) async throws -> LetterOutcome {
    do {
      let text = try SealedText.open(letter.sealedBody, owner: Self.letterOwner(letter.id), key: accounts.key)
      let mail = try Mail(
        id: ID(letter.id.text)!, from: sender, to: try Mailbox(letter.recipient.description),
        subject: letter.subject, text: text, writtenAt: letter.createdAt)
      try await send(mail)
      return .sent
    } catch let failure as TransferFailure {
      return later(letter, failure.mailProblem?.rule ?? "mail.unreachable")
    } catch let problem as Problem where problem.rule == "mail.address" || problem.rule == "secret.otherKey" {
      // Another try would end alike.
      return .givenUp(rule: problem.rule)
    } catch let problem as Problem {
      return later(letter, problem.rule)
    }
  }

  private func later(_ letter: OutgoingLetter, _ rule: String) -> LetterOutcome {
    letter.attempts > Self.letterWaitsSeconds.count ? .givenUp(rule: rule) : .putOff(rule: rule)
  }

  private func note(_ outcome: LetterOutcome, of letter: OutgoingLetter) async throws {
    let (now, process) = (now(), process.description)
    try await store.write { db in
      switch outcome {
      case .sent: try OutgoingMailRecords.end(letter.id, failure: nil, by: process, at: now, in: db)
      case .givenUp(let rule):
        try OutgoingMailRecords.end(letter.id, failure: rule, by: process, at: now, in: db)
      case .putOff(let rule):
        let wait = Self.letterWaitsSeconds[min(letter.attempts, Self.letterWaitsSeconds.count) - 1]
        try OutgoingMailRecords.putOff(
          letter.id, until: now.adding(seconds: wait), failure: rule, by: process, in: db)
      }
    }
  }
}
