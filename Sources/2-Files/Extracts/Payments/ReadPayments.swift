import CByteScan
import Foundation
import Synchronization
import Vocabulary

/// Reads one payments file of any era, CSV or ZIP, in one pass and by all cores, and returns its counts.
///
/// Blocks the calling thread; run it off the cooperative pool. Memory: about 5 bytes for each accepted row (to count
/// people exactly) and 4 MiB for each thread; nothing is written to disk.
///
/// - Parameters:
///   - progress: called from the reading threads, one call at a time, about once per chunk.
///   - isCancelled: asked before every read; true ends the reading with `.cancelled`.
/// - Throws: a refusal of the file as a whole. Rows that cannot be read are counted in the result instead.
public func readPayments(
  from source: ExtractSource, siafi: SiafiIndex, limits: ReadLimits = .standard,
  progress: @escaping @Sendable (ReadProgress) -> Void = { _ in },
  isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(ExtractFailure) -> PaymentsExtract {
  try readPayments(
    from: source, siafi: siafi, limits: limits, path: .best, progress: progress, isCancelled: isCancelled)
}

/// How rows are read. All ways give the same answer; tests compare them.
enum ReadingPath: Sendable, Equatable {
  case best
  case careful
  case fast(UInt32)

  var variant: scan_variant {
    if case .fast(let raw) = self { scan_variant(rawValue: raw) } else { scan_best_variant() }
  }
}

func readPayments(
  from source: ExtractSource, siafi: SiafiIndex, limits: ReadLimits, path: ReadingPath,
  progress: @escaping @Sendable (ReadProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
) throws(ExtractFailure) -> PaymentsExtract {
  let opened = try OpenExtract<PaymentsColumns>.open(source, limits: limits, isCancelled: isCancelled)
  let job = ReadingJob(opened, siafi: siafi, limits: limits, path: path, progress: progress)
  runThreads(job.threads) { job.read(thread: $0) }
  try job.checkFailure()
  try opened.input.finish()
  let people = job.countPeople()
  return try ExtractAssembly(opened: opened, job: job, people: people).extract()
}

/// The reading threads' common ground. What is shared is touched only with `turn` held, or by thread number.
final class ReadingJob: @unchecked Sendable {
  let opened: OpenExtract<PaymentsColumns>
  let siafi: SiafiIndex
  let limits: ReadLimits
  let threads: Int
  let feeder: BlockFeeder
  let tallies: [RowTally]
  private let path: ReadingPath
  private let progress: @Sendable (ReadProgress) -> Void
  private let turn = Mutex<ExtractFailure?>(nil)

  init(
    _ opened: OpenExtract<PaymentsColumns>, siafi: SiafiIndex, limits: ReadLimits, path: ReadingPath,
    progress: @escaping @Sendable (ReadProgress) -> Void
  ) {
    self.opened = opened
    self.siafi = siafi
    self.limits = limits
    self.path = path
    self.progress = progress
    let wanted = limits.threads > 0 ? limits.threads : ProcessInfo.processInfo.activeProcessorCount
    threads = min(max(1, wanted), ReadLimits.maximumThreads)
    feeder = BlockFeeder(opened, limits: limits, variant: path.variant)
    tallies = (0..<threads).map { _ in
      RowTally(siafi: siafi, columns: opened.start.columns, examplesPerReason: limits.examplesPerReason)
    }
  }

  /// Takes turns at the input, reads what it got beside the others.
  func read(thread: Int) {
    let reader = RowReader(
      columns: opened.start.columns, siafi: siafi, limit: limits.maximumRecordBytes, tally: tallies[thread])
    defer { reader.deallocate() }
    let fast = FastRows(reader: reader, variant: path.variant)
    let block = feeder.makeBlock()
    while takeTurn(block) {
      if block.isPlain, path != .careful {
        fast.read(block)
      } else {
        reader.read(block)
      }
    }
  }

  private func takeTurn(_ block: Block) -> Bool {
    turn.withLock { failure in
      guard failure == nil else { return false }
      do throws(ExtractFailure) {
        guard try feeder.next(block) else { return false }
      } catch {
        failure = error
        return false
      }
      progress(
        ReadProgress(
          bytesRead: opened.raw.bytesRead, totalBytes: opened.raw.totalBytes, rows: feeder.linesRead))
      return true
    }
  }

  func checkFailure() throws(ExtractFailure) {
    if let failure = turn.withLock({ $0 }) { throw failure }
  }

  /// The threads share out the partitions.
  func countPeople() -> PeopleCount {
    let counts = (0..<threads).map { _ in PeopleCount(municipalities: siafi.municipalities) }
    let stores = tallies.map(\.people)
    let work = PeopleWork(counts: counts, stores: stores)
    runThreads(threads) { work.count(thread: $0) }
    for count in counts.dropFirst() { counts[0].merge(count) }
    return counts[0]
  }
}

/// Partitions are claimed one by one; each thread adds to its own count.
private final class PeopleWork: @unchecked Sendable {
  private let counts: [PeopleCount]
  private let stores: [PeopleStore]
  private let next = Atomic<Int>(0)

  init(counts: [PeopleCount], stores: [PeopleStore]) {
    self.counts = counts
    self.stores = stores
  }

  func count(thread: Int) {
    while true {
      let partition = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard partition < PeopleStore.partitions else { return }
      counts[thread].add(partition: partition, of: stores)
    }
  }
}
