/// Who was paid where, one thread's rows: five bytes each, sorted into partitions by a mixing of the NIS that can be
/// undone, so that all rows of one NIS lie in one partition and the partition's number need not be kept.
/// In memory only, and freed with the reading.
final class PeopleStore {
  /// A NIS has at most 11 digits, fewer than 37 bits.
  static let nisBits: UInt64 = 37
  static let partitionBits: UInt64 = 11
  static let partitions = 1 << Int(partitionBits)
  static let restBits = nisBits - partitionBits
  static let municipalityBits: UInt64 = 14
  static let entryBytes = 5
  static let entriesPerPage = 256
  /// A link to the page before, the entries, and room for the last one's eight-byte write.
  static let pageBytes = 8 + entriesPerPage * entryBytes + 8
  private static let slabPages = 512
  private static let multiplier: UInt64 = 0x0D_6E8F_EB87 | 1

  struct Partition {
    var page: UnsafeMutableRawPointer?
    var used = PeopleStore.entriesPerPage
  }

  let filling: UnsafeMutablePointer<Partition>
  private var slabs: [UnsafeMutableRawPointer] = []
  private var slabPagesUsed = PeopleStore.slabPages

  init() {
    filling = .allocate(capacity: Self.partitions)
    filling.initialize(repeating: Partition(), count: Self.partitions)
  }

  deinit {
    for slab in slabs { slab.deallocate() }
    filling.deallocate()
  }

  @inline(__always)
  func add(nis: UInt64, municipality: Int) {
    let mixed = (nis &* Self.multiplier) & (1 << Self.nisBits &- 1)
    let rest = mixed & (1 << Self.restBits &- 1)
    let partition = filling + Int(truncatingIfNeeded: mixed >> Self.restBits)
    if partition.pointee.used == Self.entriesPerPage { turnPage(partition) }
    let entry = rest << Self.municipalityBits | UInt64(truncatingIfNeeded: municipality)
    let at = 8 &+ partition.pointee.used &* Self.entryBytes
    partition.pointee.page.unsafelyUnwrapped.storeBytes(
      of: entry.littleEndian, toByteOffset: at, as: UInt64.self)
    partition.pointee.used &+= 1
  }

  @inline(never)
  private func turnPage(_ partition: UnsafeMutablePointer<Partition>) {
    if slabPagesUsed == Self.slabPages {
      slabs.append(.allocate(byteCount: Self.slabPages * Self.pageBytes, alignment: 16))
      slabPagesUsed = 0
    }
    let page = slabs[slabs.count - 1] + slabPagesUsed * Self.pageBytes
    slabPagesUsed += 1
    page.storeBytes(of: UInt(bitPattern: partition.pointee.page), as: UInt.self)
    partition.pointee.page = page
    partition.pointee.used = 0
  }

  /// The pages of one partition, and how many entries each has.
  func forEachPage(in partition: Int, _ body: (UnsafeRawPointer, Int) -> Void) {
    var page = filling[partition].page
    var count = filling[partition].used
    while let current = page {
      body(current, count)
      page = UnsafeMutableRawPointer(bitPattern: current.load(as: UInt.self))
      count = Self.entriesPerPage
    }
  }

  /// The mixed NIS's rest above `municipalityBits`, the municipality below.
  @inline(__always)
  static func entry(_ page: UnsafeRawPointer, _ index: Int) -> UInt64 {
    let word = page.loadUnaligned(fromByteOffset: 8 &+ index &* entryBytes, as: UInt64.self)
    return UInt64(littleEndian: word) & 0xFF_FFFF_FFFF
  }
}
