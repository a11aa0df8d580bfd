public import Indicators
public import SQLStore
public import Vocabulary

/// What a person can do with the program, one extension a file. Everything it needs is handed in:
/// the store, the catalogue, the clock and the maker of ids.
public struct Prumo: Sendable {
  public let store: any Store
  public let catalogue: Catalogue
  public let now: @Sendable () -> Instant
  /// Randomness for a new id, as a seed of 128 bits.
  public let random: @Sendable () -> UInt64
  /// Names this process in the loads it reads: host, process id and its start.
  public let process: ProcessMark

  public init(
    store: any Store, catalogue: Catalogue, process: ProcessMark, now: @escaping @Sendable () -> Instant,
    random: @escaping @Sendable () -> UInt64
  ) {
    self.store = store
    self.catalogue = catalogue
    self.process = process
    self.now = now
    self.random = random
  }
}
