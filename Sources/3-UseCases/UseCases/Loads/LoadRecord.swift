public import Indicators

/// A load in the history: the record, its progress while it is read, its report once it ended well.
public struct LoadRecord: Sendable {
  public let load: Load
  public let bytesRead: Int64
  public let rowsReadSoFar: Int
  public let report: LoadReport?
  /// Municipalities and months for which it stands today; 0 when later loads stand for all of it.
  public let standing: Int
  public let isCancelRequested: Bool
}
