public import Vocabulary

/// Which municipality a SIAFI code means; built by the caller from the territory.
public struct SiafiIndex: Sendable {
  static let codes = 10_000

  /// Sorted by code; a position in it stands for the municipality while reading.
  let municipalities: [IBGECode]
  /// Position in `municipalities` by SIAFI code, -1 where the code means none.
  let positions: [Int32]
  /// The two letters of each municipality's state, as they stand in a file's bytes.
  let unitLetters: [UInt16]

  /// - Parameter entries: SIAFI codes 0...9999; others are passed over, as no file can write them.
  public init(_ entries: [(siafi: Int, municipality: IBGECode)]) {
    let known = Set(entries.map(\.municipality)).sorted()
    let order = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($0.element, Int32($0.offset)) })
    var positions = [Int32](repeating: -1, count: Self.codes)
    for entry in entries where (0..<Self.codes).contains(entry.siafi) {
      positions[entry.siafi] = order[entry.municipality] ?? -1
    }
    municipalities = known
    self.positions = positions
    unitLetters = known.map { code in
      let letters = Array(code.federativeUnit.rawValue.utf8)
      return UInt16(letters[0]) | UInt16(letters[1]) << 8
    }
  }
}

/// Where the bytes come from.
public enum ExtractSource: Sendable {
  /// A regular file, CSV or ZIP by its content, whatever it is called.
  case file(path: String)
  /// An upload: it never touches the disk. `expectedBytes` are the file's own, not the request's; if it brings
  /// more or fewer, it is refused as `.fileChanged`.
  case stream(any ByteStream, name: String, expectedBytes: Int64?)
}

/// Pull side of an upload. Called blocking, never by two threads at once, in order; returns 0 at the end.
/// An error it throws ends the reading as `.io` with the error's type only, never its text.
public protocol ByteStream: Sendable {
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// How far the reading is. `rows` counts those handed out to be read.
public struct ReadProgress: Sendable {
  /// Bytes of the source as given (of the ZIP, if it is one).
  public let bytesRead: Int64
  public let totalBytes: Int64?
  public let rows: Int
}

/// Limits of one reading. Each is tested at the limit and one beyond.
public struct ReadLimits: Sendable {
  /// Bytes of the source, and bytes of the CSV inside a ZIP. The national file has 2 GB; ten are read, too.
  public var maximumBytes: Int64 = 16 << 30
  /// Bytes that a ZIP's members may unfold to, for each byte of the ZIP, once past `expansionRatioFrom`.
  public var maximumExpansionRatio: Int64 = 100
  /// Below this many unfolded bytes no ratio is asked: short texts of one letter are no bomb.
  public var expansionRatioFrom: Int64 = 64 << 20
  public var maximumZipMembers = 64
  /// Bytes of one record, its line end not counted. The longest real one has under 300.
  public var maximumRecordBytes = 64 << 10
  /// Bytes read at a time, by each thread.
  public var chunkBytes = 1 << 20
  /// Threads that read; 0 is one for each processor, at most `maximumThreads`.
  public var threads = 0
  public static let maximumThreads = 16
  public var examplesPerReason = 5
  /// Municipalities listed that the index does not know.
  public var unknownMunicipalities = 50

  public static let standard = ReadLimits()

  public init() {}
}
