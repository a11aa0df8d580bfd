import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Secrets

@Suite struct PasswordGateTests {
  /// Work that has begun and waits to be let go.
  private final class Held: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func work() { semaphore.wait() }
    func letGo() { semaphore.signal() }
  }

  private func until(_ gate: PasswordGate, running: Int, waiting: Int) async {
    while gate.occupancy != (running, waiting) { await Task.yield() }
  }

  @Test func `one more than may wait is refused at once`() async throws {
    let gate = PasswordGate(atOnce: 1, waiting: 2)
    let held = Held()
    let first = Task { try await gate.run { held.work() } }
    await until(gate, running: 1, waiting: 0)
    let waiting = (0..<2).map { number in Task { try await gate.run { number } } }
    await until(gate, running: 1, waiting: 2)
    await #expect(throws: Problem.tooMany(rule: "signIn.busy")) { _ = try await gate.run { 3 } }
    held.letGo()
    try await first.value
    for (number, task) in waiting.enumerated() { #expect(try await task.value == number) }
    await until(gate, running: 0, waiting: 0)
    #expect(try await gate.run { 4 } == 4)
  }

  @Test func `nobody waits where nobody may`() async throws {
    let gate = PasswordGate(atOnce: 1, waiting: 0)
    let held = Held()
    let first = Task { try await gate.run { held.work() } }
    await until(gate, running: 1, waiting: 0)
    await #expect(throws: Problem.tooMany(rule: "signIn.busy")) { try await gate.run {} }
    held.letGo()
    try await first.value
  }

  @Test func `who is cancelled leaves the line, and the next one comes in`() async throws {
    let gate = PasswordGate(atOnce: 1, waiting: 1)
    let held = Held()
    let first = Task { try await gate.run { held.work() } }
    await until(gate, running: 1, waiting: 0)
    let cancelled = Task { try await gate.run { _ = Issue.record("it ran though it was cancelled") } }
    await until(gate, running: 1, waiting: 1)
    cancelled.cancel()
    await #expect(throws: CancellationError.self) { try await cancelled.value }
    let next = Task { try await gate.run { true } }
    await until(gate, running: 1, waiting: 1)
    held.letGo()
    try await first.value
    #expect(try await next.value)
  }

  @Test func `who was cancelled before is not let in`() async {
    let gate = PasswordGate(atOnce: 1, waiting: 1)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try await gate.run { _ = Issue.record("it ran though it was cancelled") }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(gate.occupancy == (0, 0))
  }

  @Test func `work that throws gives its place back`() async throws {
    let gate = PasswordGate(atOnce: 1, waiting: 0)
    await #expect(throws: PasswordHash.Fault.unreadable) {
      _ = try await gate.run { try PasswordHash.matches("cavalo alado", "nada") }
    }
    #expect(try await gate.run { 1 } == 1)
  }

  @Test(arguments: [1, 3]) func `never more at once than was said`(atOnce: Int) async throws {
    let gate = PasswordGate(atOnce: atOnce, waiting: 100)
    let counts = Counts()
    try await withThrowingTaskGroup { group in
      for _ in 0..<50 {
        group.addTask { try await gate.run { try counts.during { try Self.hash() } } }
      }
      try await group.waitForAll()
    }
    #expect(counts.most <= atOnce)
    #expect(gate.occupancy == (0, 0))
  }

  private static func hash() throws {
    _ = try PasswordHash.make("cavalo alado", salt: [UInt8](0..<16), cost: .tests)
  }

  private final class Counts: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func during(_ body: () throws -> Void) rethrows {
      counts.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      defer { counts.withLock { $0.now -= 1 } }
      try body()
    }
  }
}
