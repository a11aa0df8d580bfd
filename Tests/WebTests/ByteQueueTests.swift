import Synchronization
import TestSupport
import Testing

@testable import Web

/// Everything a reader gets, in pieces of one size.
private func readAll(_ queue: ByteQueue, piece: Int) throws -> [UInt8] {
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: piece)
  while true {
    let count = try buffer.withUnsafeMutableBytes { try queue.read(into: $0) }
    if count == 0 { return all }
    all += buffer.prefix(count)
  }
}

private final class Counter: Sendable {
  private let number = Mutex(0)
  var value: Int { number.withLock { $0 } }
  func increase() { number.withLock { $0 += 1 } }
}

@Suite struct ByteQueueTests {
  @Test func `a line that was cut ends in an error, never in an end`() async throws {
    let queue = ByteQueue()
    await queue.write([1, 2, 3])
    queue.fail(.cutShort)
    await #expect(throws: ByteQueue.Failure.cutShort) {
      try await offThePool { try readAll(queue, piece: 2) }
    }
  }

  @Test func `silence ends in an error`() async throws {
    let queue = ByteQueue(silenceSeconds: 0)
    await #expect(throws: ByteQueue.Failure.silence) {
      try await offThePool { try readAll(queue, piece: 2) }
    }
  }

  @Test func `bytes come out in order whatever the sizes`() async throws {
    let queue = ByteQueue(capacity: 1_000)
    let given = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    async let taken = offThePool { try readAll(queue, piece: 77) }
    var start = 0
    while start < given.count {
      let end = min(start + 1 + start % 613, given.count)
      await queue.write(given[start..<end])
      start = end
    }
    queue.finish()
    #expect(try await taken == given)
  }

  @Test func `a writer waits while the queue is full`() async throws {
    let queue = ByteQueue(capacity: 10)
    let written = Counter()
    async let writing: Void = {
      for _ in 0..<10 {
        await queue.write([UInt8](repeating: 1, count: 10)[...])
        written.increase()
      }
      queue.finish()
    }()
    try await Task.sleep(for: .milliseconds(50))
    #expect(written.value == 0)
    let taken = try await offThePool { try readAll(queue, piece: 4).count }
    await writing
    #expect(taken == 100)
  }

  @Test func `nobody waits for a reader that has gone`() async {
    let queue = ByteQueue(capacity: 10)
    async let writing: Void = {
      for _ in 0..<100 { await queue.write([UInt8](repeating: 1, count: 10)[...]) }
    }()
    try? await Task.sleep(for: .milliseconds(20))
    queue.abandon()
    await writing
  }
}
