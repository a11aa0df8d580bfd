import Dispatch
import Extracts
import Synchronization

/// Carries an upload from the network, which waits without a thread, to the reader of the file, which blocks one.
///
/// Bounded: a reader that is slower than the network makes the network wait. Nothing is written to disk.
final class ByteQueue: ByteStream {
  enum Failure: Error {
    /// The person left, or the line was cut, before the end of the file.
    case cutShort
    /// Nothing arrived for too long.
    case silence
  }

  private struct State {
    var chunks: [ArraySlice<UInt8>] = []
    var bytes = 0
    var isFinished = false
    var failure: Failure?
    var isAbandoned = false
    var writer: CheckedContinuation<Void, Never>?

    /// Whoever waits to write may go on.
    mutating func releaseWriter() -> CheckedContinuation<Void, Never>? {
      defer { writer = nil }
      return writer
    }
  }

  private let state = Mutex(State())
  private let arrival = DispatchSemaphore(value: 0)
  private let capacity: Int
  private let silence: DispatchTimeInterval

  init(capacity: Int = UploadLimits.queueBytes, silenceSeconds: Int = UploadLimits.silenceSeconds) {
    self.capacity = capacity
    silence = .seconds(silenceSeconds)
  }

  // The network's side.

  /// Returns when there is room for more. After `abandon` bytes are let go at once.
  func write(_ bytes: ArraySlice<UInt8>) async {
    let isFull = state.withLock { state in
      guard !state.isAbandoned else { return false }
      state.chunks.append(bytes)
      state.bytes += bytes.count
      return state.bytes >= capacity
    }
    arrival.signal()
    guard isFull else { return }
    await withCheckedContinuation { continuation in
      let mayGoOn = state.withLock { state in
        guard state.bytes >= capacity, !state.isAbandoned else { return true }
        state.writer = continuation
        return false
      }
      if mayGoOn { continuation.resume() }
    }
  }

  /// The file is whole.
  func finish() {
    state.withLock { $0.isFinished = true }
    arrival.signal()
  }

  /// The file will never be whole.
  func fail(_ failure: Failure) {
    state.withLock { $0.failure = failure }
    arrival.signal()
  }

  // The reader's side.

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !buffer.isEmpty else { return 0 }
    while true {
      let (count, writer) = try state.withLock { state -> (Int?, CheckedContinuation<Void, Never>?) in
        guard !state.chunks.isEmpty else {
          // What arrived before the line was cut is read first, so that the history can tell what it was.
          if let failure = state.failure { throw failure }
          return (state.isFinished ? 0 : nil, nil)
        }
        let count = Self.take(into: buffer, from: &state)
        return (count, state.bytes <= capacity / 2 ? state.releaseWriter() : nil)
      }
      writer?.resume()
      if let count { return count }
      if arrival.wait(timeout: .now() + silence) == .timedOut { throw Failure.silence }
    }
  }

  /// Nobody reads any more: whoever writes must not wait.
  func abandon() {
    let writer = state.withLock { state in
      state.isAbandoned = true
      state.chunks = []
      state.bytes = 0
      return state.releaseWriter()
    }
    writer?.resume()
  }

  private static func take(into buffer: UnsafeMutableRawBufferPointer, from state: inout State) -> Int {
    var filled = 0
    var used = 0
    while used < state.chunks.count, filled < buffer.count {
      let chunk = state.chunks[used]
      let part = chunk.prefix(buffer.count - filled)
      UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyBytes(from: part)
      filled += part.count
      if part.count == chunk.count {
        used += 1
      } else {
        state.chunks[used] = chunk.dropFirst(part.count)
      }
    }
    state.chunks.removeFirst(used)
    state.bytes -= filled
    return filled
  }
}
