import Records
import SQLStore
import Synchronization

/// Whether the store can be worked with at this moment.
public enum StoreHealth: Sendable {
  case good
  case unreachable
  /// Migrations are missing, or are not those of this program. More of them than it knows is no fault: while nodes are
  /// replaced one after the other, the older ones work on.
  case otherSchema
}

extension Prumo {
  /// Asks the store; no answer within the time is `unreachable`, and the question is left to end by itself.
  public func storeHealth(within time: Duration) async -> StoreHealth {
    let store = store
    return await withCheckedContinuation { continuation in
      let answer = FirstAnswer(continuation)
      Task {
        let health = try? await onOwnThread { try Self.health(of: store) }
        answer.give(health ?? .unreachable)
      }
      Task {
        try? await Task.sleep(for: time)
        answer.give(.unreachable)
      }
    }
  }

  /// How many files this process reads at the moment.
  public var loadsRunning: Int { running.count }

  private static func health(of store: any Store) throws -> StoreHealth {
    do {
      return try Migrator(try Migrations.all()).pending(in: store).isEmpty ? .good : .otherSchema
    } catch StoreError.schemaIsNewer {
      return .good
    } catch StoreError.migrationChanged {
      return .otherSchema
    }
  }
}

/// Of two answers the first counts.
private final class FirstAnswer: Sendable {
  private let continuation: Mutex<CheckedContinuation<StoreHealth, Never>?>

  init(_ continuation: CheckedContinuation<StoreHealth, Never>) {
    self.continuation = Mutex(continuation)
  }

  func give(_ health: StoreHealth) {
    continuation.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }?.resume(returning: health)
  }
}
