import Access
import Records
import SQLStore
import Synchronization
import TestCast
import TestSupport
import Testing
import Transfers
import UseCases
import Vocabulary

/// A mail server that takes what it is given.
final class Mailbag: Sendable {
  private let taken = Mutex<[Mail]>([])

  var letters: [Mail] { taken.withLock { $0 } }

  @Sendable func take(_ mail: Mail) { taken.withLock { $0.append(mail) } }
}

extension Prumo {
  /// Sends what waits, and gives what was sent.
  func lettersSent() async throws -> [Mail] {
    let bag = Mailbag()
    _ = try await sendOutgoingMail(from: try Mailbox("prumo@exemplo.gov.br"), by: bag.take)
    return bag.letters
  }
}

@Suite struct OutboxTests {
  private let sender = "prumo@exemplo.gov.br"

  private func bodies(_ prumo: Prumo) async throws -> [(state: String, body: String?)] {
    try await prumo.store.read { db in
      try db.rows("SELECT state, body FROM outgoing_mail ORDER BY created_at, id").map {
        (try $0.text("state"), try $0.textIfAny("body"))
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func
    `a letter that the server does not take waits longer each time, and is given up after a day and a half`(
      engine: Engine
    ) async throws
  {
    try await withClock(engine, accounts: sendingMail) { prumo, clock in
      try await prumo.requestRecovery(of: "bento@exemplo.gov.br", origin: .test)
      func attempt() async throws -> [LetterOutcome] {
        try await prumo.sendOutgoingMail(from: try Mailbox(sender)) { _ in
          throw TransferFailure.signInRefused
        }
      }
      for wait in [60, 300, 900, 3_600, 3 * 3_600, 12 * 3_600, 24 * 3_600] as [Int64] {
        #expect(try await attempt() == [.putOff(rule: "mail.signInRefused")])
        clock.advance(seconds: wait - 1)
        #expect(try await attempt() == [])
        clock.advance(seconds: 1)
      }
      #expect(try await attempt() == [.givenUp(rule: "mail.signInRefused")])
      let kept = try await bodies(prumo)
      #expect(kept.count == 1 && kept[0].state == "failed" && kept[0].body == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a letter is sealed while it waits, and its body is gone once it was sent`(engine: Engine) async throws
  {
    try await withClock(engine, accounts: sendingMail) { prumo, _ in
      try await prumo.requestRecovery(of: "bento@exemplo.gov.br", origin: .test)
      let waiting = try await bodies(prumo)
      #expect(waiting.count == 1 && waiting[0].body?.contains("recuperar") == false)
      #expect(try await prumo.lettersSent().count == 1)
      let sent = try await bodies(prumo)
      #expect(sent.count == 1 && sent[0].state == "sent" && sent[0].body == nil)
      #expect(try await prumo.lettersSent().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases)
  func `several nodes send each letter once`(engine: Engine) async throws {
    try await withDatabase(engine, prepared: territoryAndCast) { database in
      var nodes: [Prumo] = []
      for number in 1...3 {
        let mark = ProcessMark(host: "teste", processID: number, beganAt: 1)
        nodes.append(try await openPrumo(try await database.open(), process: mark, accounts: sendingMail))
      }
      for member in Member.allCases {
        try await nodes[0].requestRecovery(of: member.email.description, origin: .test)
      }
      let bag = Mailbag()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for node in nodes {
          group.addTask {
            _ = try await node.sendOutgoingMail(from: try Mailbox(sender), by: bag.take)
          }
        }
        try await group.waitForAll()
      }
      #expect(Set(bag.letters.map(\.to.address)).count == Member.allCases.count)
      #expect(bag.letters.count == Member.allCases.count)
      for node in nodes {
        let store = node.store
        try await offThePool { try store.close() }
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `the letter of a node that died is sent by another when its claim is over`(engine: Engine) async throws
  {
    try await withClock(engine, accounts: sendingMail) { prumo, clock in
      try await prumo.requestRecovery(of: "bento@exemplo.gov.br", origin: .test)
      let now = clock.now
      _ = try await prumo.store.write {
        try OutgoingMailRecords.claim(by: "morto", at: now, until: now.adding(seconds: 600), in: $0)
      }
      #expect(try await prumo.lettersSent().isEmpty)
      clock.advance(seconds: 600)
      #expect(try await prumo.lettersSent().count == 1)
    }
  }
}
