import Records
import SQLStore
public import Vocabulary

/// What a demonstration shows: the cast and what happened to it, one story after the other. The same seed tells the same
/// figures. How to add a story: docs/how-to/extend-the-demonstration.md
public struct DemonstrationWorld: Sendable {
  /// In the order in which they are told; a later one may build on an earlier one.
  public static let stories: [any DemonstrationStory] = [CastStory(), PaymentsStory()]

  public static let standardSeed: UInt64 = 51

  public let seed: UInt64
  /// One family stands for so many: 1 as large as the real country, more where it must be ready sooner.
  public let familiesPerFamily: Int

  /// - Parameter familiesPerFamily: from 1.
  public init(seed: UInt64 = standardSeed, familiesPerFamily: Int = 1) {
    self.seed = seed
    self.familiesPerFamily = max(familiesPerFamily, 1)
  }
}

/// One thing that happened in the demonstration. It is told through the use cases that people use, so that what it leaves
/// behind is as whole as their work.
public protocol DemonstrationStory: Sendable {
  /// Kept in the store once the story has been told. Never changed.
  var name: String { get }

  /// Told at most once to a store, unless the program is stopped before the end: then again from the beginning.
  func tell(_ world: DemonstrationWorld, to prumo: Prumo) async throws
}

extension Prumo {
  /// Fills a demonstration with what it does not tell yet: all of it at first, later what a new version has added.
  /// Throws `demonstration.notOne` for a real database.
  /// - Parameter telling: called with the name of each story before it is told.
  public func tell(
    _ world: DemonstrationWorld, telling: (_ story: String) -> Void = { _ in }
  ) async throws {
    guard try await store.read({ try DemonstrationMark.stands(in: $0) }) else {
      throw Problem.conflict(rule: "demonstration.notOne")
    }
    try await prepareReferenceTables()
    for story in DemonstrationWorld.stories {
      let mark = "demonstration " + story.name
      guard try await store.read({ try ReferenceEditions.fingerprint(of: mark, in: $0) }) == nil else {
        continue
      }
      telling(story.name)
      try await story.tell(world, to: self)
      let now = now()
      try await store.write { db in
        try ReferenceEditions.put(mark, fingerprint: String(world.seed), at: now, in: db)
      }
    }
  }
}
