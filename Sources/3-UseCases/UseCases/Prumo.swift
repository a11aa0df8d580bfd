public import Access
public import Indicators
public import Privacy
public import SQLStore
public import Vocabulary

/// What a person can do with the program, one extension a file. Everything it needs is handed in:
/// the store, the catalogue, the clock, randomness and the process it runs in.
public struct Prumo: Sendable {
  public let store: any Store
  public let catalogue: Catalogue
  /// What each role may do.
  public let roles: RoleTable
  /// What is done with personal data, and until when it is kept.
  public let privacy: PrivacyCatalogue
  public let process: ProcessMark
  public let now: @Sendable () -> Instant
  let random: @Sendable () -> UInt64
  let accounts: AccountKeeping
  let running = RunningLoads()
  /// The store holds invented people and figures for trying the program out; every page says so.
  public internal(set) var isDemonstration: Bool
  /// What the program does by itself is signed with this name.
  static let ownName = "Prumo"

  init(
    store: any Store, catalogue: Catalogue, roles: RoleTable, privacy: PrivacyCatalogue,
    accounts: AccountKeeping, isDemonstration: Bool, process: ProcessMark,
    now: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UInt64
  ) {
    self.store = store
    self.catalogue = catalogue
    self.roles = roles
    self.privacy = privacy
    self.accounts = accounts
    self.isDemonstration = isDemonstration
    self.process = process
    self.now = now
    self.random = random
  }

  public func newID<Thing>() -> ID<Thing> {
    var randomness = randomness
    return ID(from: &randomness)
  }

  var randomness: HandedInRandomness { HandedInRandomness(number: random) }
}

struct HandedInRandomness: RandomNumberGenerator {
  let number: @Sendable () -> UInt64

  mutating func next() -> UInt64 { number() }
}

extension Actor.Origin {
  /// Of the program's own work, which no request asked for.
  static let ofTheProgram = Actor.Origin(address: "local", requestID: "")
}
