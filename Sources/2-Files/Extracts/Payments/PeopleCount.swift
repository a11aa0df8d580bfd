import Vocabulary

/// Exact counts of distinct NIS from the stores of all threads, partition by partition, each in the cache.
final class PeopleCount {
  // The counts lie in memory of their own: a class's properties are checked for overlapping access.
  private let municipalityCounts: UnsafeMutableBufferPointer<Int>
  private let stateCounts: UnsafeMutableBufferPointer<Int>
  /// State of each municipality, as a position in `FederativeUnit.allCases`.
  private let states: UnsafeMutableBufferPointer<Int>
  private var slots: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  /// For the few NIS that occur in two municipalities or more: the pairs beyond the first, and all their states.
  private var furtherPairs: Set<UInt64> = []
  private var statesSeen: [UInt64: UInt32] = [:]

  private static let smallestCapacity = 1 << 12
  private static let taken: UInt64 = 1 << 63

  init(municipalities: [IBGECode]) {
    let order = FederativeUnit.allCases
    states = .allocate(capacity: municipalities.count)
    _ = states.initialize(from: municipalities.map { order.firstIndex(of: $0.federativeUnit)! })
    municipalityCounts = .allocate(capacity: municipalities.count)
    municipalityCounts.initialize(repeating: 0)
    stateCounts = .allocate(capacity: order.count)
    stateCounts.initialize(repeating: 0)
    capacity = Self.smallestCapacity
    slots = .allocate(capacity: capacity)
  }

  deinit {
    slots.deallocate()
    states.deallocate()
    municipalityCounts.deallocate()
    stateCounts.deallocate()
  }

  var byMunicipality: [Int] { Array(municipalityCounts) }
  var byState: [Int] { Array(stateCounts) }
  private(set) var inCountry = 0

  func add(partition: Int, of stores: [PeopleStore]) {
    guard stores.contains(where: { $0.filling[partition].page != nil }) else { return }
    slots.initialize(repeating: 0, count: capacity)
    var used = 0
    furtherPairs.removeAll(keepingCapacity: true)
    statesSeen.removeAll(keepingCapacity: true)
    for store in stores {
      store.forEachPage(in: partition) { page, count in
        if (used + count) * 3 > capacity * 2 { grow() }
        used += addPage(page, count)
      }
    }
    inCountry += used
  }

  /// Returns how many people were new.
  private func addPage(_ page: UnsafeRawPointer, _ count: Int) -> Int {
    let (slots, mask, states) = (slots, capacity &- 1, states)
    let (municipalityCounts, stateCounts) = (municipalityCounts, stateCounts)
    var added = 0
    for index in 0..<count {
      let entry = PeopleStore.entry(page, index)
      let person = entry >> PeopleStore.municipalityBits
      var at = Self.slot(of: person, mask)
      var there = slots[at]
      while there != 0, (there & ~Self.taken) >> PeopleStore.municipalityBits != person {
        at = (at &+ 1) & mask
        there = slots[at]
      }
      if there == 0 {
        slots[at] = entry | Self.taken
        added &+= 1
        let municipality = Self.municipality(entry)
        municipalityCounts[municipality] &+= 1
        stateCounts[states[municipality]] &+= 1
      } else if there & ~Self.taken != entry {
        addFurther(entry, first: there & ~Self.taken)
      }
    }
    return added
  }

  @inline(never)
  private func addFurther(_ entry: UInt64, first: UInt64) {
    guard furtherPairs.insert(entry).inserted else { return }
    let municipality = Self.municipality(entry)
    municipalityCounts[municipality] += 1
    let person = entry >> PeopleStore.municipalityBits
    let seen = statesSeen[person] ?? 1 << UInt32(states[Self.municipality(first)])
    let state = UInt32(1) << UInt32(states[municipality])
    if seen & state == 0 { stateCounts[states[municipality]] += 1 }
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
      var at = Self.slot(of: (former[index] & ~Self.taken) >> PeopleStore.municipalityBits, capacity &- 1)
      while slots[at] != 0 { at = (at &+ 1) & (capacity &- 1) }
      slots[at] = former[index]
    }
    former.deallocate()
  }

  @inline(__always)
  private static func slot(of person: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (person &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  @inline(__always)
  private static func municipality(_ entry: UInt64) -> Int {
    Int(truncatingIfNeeded: entry & (1 << PeopleStore.municipalityBits &- 1))
  }

  func merge(_ other: PeopleCount) {
    for index in municipalityCounts.indices { municipalityCounts[index] += other.municipalityCounts[index] }
    for index in stateCounts.indices { stateCounts[index] += other.stateCounts[index] }
    inCountry += other.inCountry
  }
}
