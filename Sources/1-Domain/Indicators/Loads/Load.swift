public import Vocabulary

/// One file given to the program: an immutable batch of observations, or the record of why it became none.
public struct Load: Hashable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    /// The file is being read; nothing of it counts yet.
    case reading
    /// Its figures count, as far as no later load stands for them.
    case committed
    /// The file was refused as a whole; `refusal` says why.
    case refused
    /// A person stopped it.
    case cancelled
    /// The program ended in the middle; nothing of it counts.
    case interrupted
  }

  /// Which of two loads of the same municipality and month stands when both are there.
  /// Payments say who was paid; withdrawals say who fetched it; a public count is only the first light.
  public enum Precedence: Int, Comparable, Sendable {
    case publicFact = 0
    case withdrawals = 1
    case payments = 2

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public let id: ID<Load>
  public let dataset: CatalogueKey
  /// The layout's name, as `novoBolsaFamilia`; nil until the header is known.
  public let layout: String?
  public let state: State
  public let file: LoadedFile
  public let month: ReferenceMonth?
  public let loadedBy: String
  public let startedAt: Instant
  public let finishedAt: Instant?
  public let rows: RowCounts?
  public let refusal: Problem?

  public init(
    id: ID<Load>, dataset: CatalogueKey, layout: String?, state: State, file: LoadedFile,
    month: ReferenceMonth?,
    loadedBy: String, startedAt: Instant, finishedAt: Instant?, rows: RowCounts?, refusal: Problem?
  ) {
    self.id = id
    self.dataset = dataset
    self.layout = layout
    self.state = state
    self.file = file
    self.month = month
    self.loadedBy = loadedBy
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.rows = rows
    self.refusal = refusal
  }
}

/// The file as it was given: its last name, never its folder.
public struct LoadedFile: Hashable, Sendable {
  public let name: String
  public let bytes: Int64?
  /// Hexadecimal, of the bytes as given; nil until they were all read.
  public let sha256: String?

  public init(name: String, bytes: Int64?, sha256: String?) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }
}

public struct RowCounts: Hashable, Sendable {
  public let read: Int
  public let accepted: Int

  public init(read: Int, accepted: Int) {
    self.read = read
    self.accepted = accepted
  }

  public var rejected: Int { read - accepted }
}
