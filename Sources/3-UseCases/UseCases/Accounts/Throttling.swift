import Access
import Records
import SQLStore
import Secrets
import Vocabulary

/// From which sides a try is counted, and how many each may make. Reasons: docs/decisions/0032-throttling-without-lockout.md.
struct Sides: Sendable {
  struct Side: Sendable {
    let bucket: String
    let limit: ThrottleLimit
    /// After a success the count begins anew; a network's count only forgets this one try.
    let isClearedBySuccess: Bool
  }

  let sides: [Side]
}

extension Prumo {
  /// - Parameters:
  ///   - account: what was typed as the address, whether or not there is such an account.
  ///   - knownDevice: fingerprint of the browser's token, where the person has signed in in it before.
  func sides(of origin: Actor.Origin, account: String, knownDevice: String?) -> Sides {
    if let knownDevice {
      return Sides(sides: [side("device \(knownDevice) \(account)", .knownDevice)])
    }
    let network = NetworkPrefix.of(origin.address)
    return Sides(sides: [
      side("network \(network)", .network, isClearedBySuccess: false),
      side("network \(network) \(account)", .networkAndAccount),
    ])
  }

  func side(_ name: String, _ limit: ThrottleLimit, isClearedBySuccess: Bool = true) -> Sides.Side {
    Sides.Side(
      bucket: PrivateFingerprint.of(name, purpose: "throttle", key: accounts.key), limit: limit,
      isClearedBySuccess: isClearedBySuccess)
  }

  /// Counts a try before it is made, so that many at once cannot pass the limit together. Throws `signIn.tooMany`.
  func count(_ sides: Sides) async throws {
    let now = now()
    // A flood beyond the limit is turned away by a read, without taking the writers' turn.
    if let wait = try await store.read({ try Self.wait(sides, at: now, in: $0) }) { throw Self.tooMany(wait) }
    let wait = try await store.write { db -> Int64? in
      if let wait = try Self.wait(sides, at: now, in: db) { return wait }
      for side in sides.sides {
        let count =
          try SignInRecords.count(of: side.bucket, in: db)
          ?? ThrottleCount(failures: 0, windowBeganAt: now)
        try SignInWriting.put(count.counting(side.limit, at: now), of: side.bucket, in: db)
      }
      return nil
    }
    if let wait { throw Self.tooMany(wait) }
  }

  /// The try was no wrong one.
  func takeBack(_ sides: Sides, in db: any WriteTransaction) throws {
    for side in sides.sides {
      guard let count = try SignInRecords.count(of: side.bucket, in: db) else { continue }
      if side.isClearedBySuccess || count.failures <= 1 {
        try SignInWriting.clear(bucket: side.bucket, in: db)
      } else {
        try SignInWriting.put(
          ThrottleCount(failures: count.failures - 1, windowBeganAt: count.windowBeganAt), of: side.bucket,
          in: db)
      }
    }
  }

  /// Counts, does the work, and takes the count back when the work was refused before anything was tried.
  func counting<Value: Sendable>(_ sides: Sides, _ work: () async throws -> Value) async throws -> Value {
    try await count(sides)
    do {
      return try await work()
    } catch let problem as Problem where problem.rule == "signIn.busy" {
      try await store.write { try takeBack(sides, in: $0) }
      throw problem
    }
  }

  private static func wait(_ sides: Sides, at now: Instant, in db: any ReadTransaction) throws -> Int64? {
    try sides.sides.compactMap { side in
      try SignInRecords.count(of: side.bucket, in: db)?.secondsToWait(side.limit, at: now)
    }.max()
  }

  private static func tooMany(_ seconds: Int64) -> Problem {
    .tooMany(rule: "signIn.tooMany", ["minutes": String((seconds + 59) / 60)])
  }
}
