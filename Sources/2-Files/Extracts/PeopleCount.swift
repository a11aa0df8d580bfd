import Vocabulary

/// Exact counts of distinct NIS from the stores of all threads, partition by partition, each in the cache.
final class PeopleCount {
  private(set) var byMunicipality: [Int]
  private(set) var byState: [Int]
  private(set) var inCountry = 0

  /// State of each municipality, as a position in `FederativeUnit.allCases`.
  private let states: [Int]
  private var slots: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  private var used = 0
  /// For the few NIS that occur in two municipalities or more: the pairs beyond the first, and all their states.
  private var furtherPairs: Set<UInt64> = []
  private var statesSeen: [UInt64: UInt32] = [:]

  private static let smallestCapacity = 1 << 12
  private static let taken: UInt64 = 1 << 63

  init(municipalities: [IBGECode]) {
    let order = FederativeUnit.allCases
    states = municipalities.map { order.firstIndex(of: $0.federativeUnit)! }
    byMunicipality = [Int](repeating: 0, count: municipalities.count)
    byState = [Int](repeating: 0, count: order.count)
    capacity = Self.smallestCapacity
    slots = .allocate(capacity: capacity)
  }

  deinit { slots.deallocate() }

  func add(partition: Int, of stores: [PeopleStore]) {
    slots.initialize(repeating: 0, count: capacity)
    used = 0
    furtherPairs.removeAll(keepingCapacity: true)
    statesSeen.removeAll(keepingCapacity: true)
    for store in stores {
      store.forEach(in: partition) { add($0) }
    }
  }

  @inline(__always)
  private func add(_ entry: UInt64) {
    let person = entry >> PeopleStore.municipalityBits
    var at = slot(of: person)
    while true {
      let there = slots[at]
      if there == 0 { break }
      if (there & ~Self.taken) >> PeopleStore.municipalityBits == person {
        if there & ~Self.taken != entry { addFurther(entry, first: there & ~Self.taken) }
        return
      }
      at = (at &+ 1) & (capacity &- 1)
    }
    slots[at] = entry | Self.taken
    used &+= 1
    let municipality = Self.municipality(entry)
    byMunicipality[municipality] += 1
    byState[states[municipality]] += 1
    inCountry += 1
    if used &* 3 > capacity &* 2 { grow() }
  }

  @inline(never)
  private func addFurther(_ entry: UInt64, first: UInt64) {
    guard furtherPairs.insert(entry).inserted else { return }
    let municipality = Self.municipality(entry)
    byMunicipality[municipality] += 1
    let person = entry >> PeopleStore.municipalityBits
    let seen = statesSeen[person] ?? 1 << UInt32(states[Self.municipality(first)])
    let state = UInt32(1) << UInt32(states[municipality])
    if seen & state == 0 { byState[states[municipality]] += 1 }
    statesSeen[person] = seen | state
  }

  @inline(never)
  private func grow() {
    let former = slots
    let formerCapacity = capacity
    capacity *= 2
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    for index in 0..<formerCapacity where former[index] != 0 {
      var at = slot(of: (former[index] & ~Self.taken) >> PeopleStore.municipalityBits)
      while slots[at] != 0 { at = (at &+ 1) & (capacity &- 1) }
      slots[at] = former[index]
    }
    former.deallocate()
  }

  @inline(__always)
  private func slot(of person: UInt64) -> Int {
    Int(truncatingIfNeeded: (person &* 0x9E37_79B9_7F4A_7C15) >> 32) & (capacity &- 1)
  }

  @inline(__always)
  private static func municipality(_ entry: UInt64) -> Int {
    Int(truncatingIfNeeded: entry & (1 << PeopleStore.municipalityBits &- 1))
  }

  func merge(_ other: PeopleCount) {
    for index in byMunicipality.indices { byMunicipality[index] += other.byMunicipality[index] }
    for index in byState.indices { byState[index] += other.byState[index] }
    inCountry += other.inCountry
  }
}
