/// What one guess at a password costs. Argon2id takes that much memory, so many times over, in so many lanes.
public struct PasswordCost: Hashable, Sendable {
  public let memoryKiB: Int
  public let passes: Int
  public let lanes: Int

  public init(memoryKiB: Int, passes: Int, lanes: Int) {
    self.memoryKiB = memoryKiB
    self.passes = passes
    self.lanes = lanes
  }

  /// 32 MiB, twice, in one lane: above OWASP's least (19 MiB, twice, one lane; Password Storage Cheat Sheet), about
  /// 45 ms on the machine of `docs/performance.md`. One lane, because a second one would take the core that serves pages.
  public static let standard = PasswordCost(memoryKiB: 32 << 10, passes: 2, lanes: 1)

  /// For files that leave the house, where guesses are not counted: 64 MiB, three times, in four lanes.
  /// Source: RFC 9106, section 4, the second recommended option.
  public static let file = PasswordCost(memoryKiB: 64 << 10, passes: 3, lanes: 4)

  /// The least that Argon2 can do: tests hash often, and nothing of theirs is a secret.
  public static let tests = PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)

  static let largestMemoryKiB = 1 << 20
  static let mostPasses = 16
  static let mostLanes = 16

  /// A hash or a file names its own cost: one that came from elsewhere must not take the whole machine.
  var isBearable: Bool {
    (1...Self.mostPasses).contains(passes) && (1...Self.mostLanes).contains(lanes)
      && (8 * lanes...Self.largestMemoryKiB).contains(memoryKiB)
  }

  /// In memory or in passes. Lanes share the work and make no guess dearer.
  func isBelow(_ other: PasswordCost) -> Bool {
    memoryKiB < other.memoryKiB || passes < other.passes
  }
}
