/// A table of the database, as the record of processing sees it: which columns tell about a person, and which do not.
public struct StoredTable: Hashable, Sendable {
  /// What covers a table: an entry of the record, or nothing, because no column is a person's.
  public enum Cover: Hashable, Sendable {
    case record(String, personalColumns: [String], otherColumns: [String])
    /// Portuguese: what it holds instead.
    case nothingPersonal(holds: String)
  }

  public let name: String
  public let cover: Cover

  public init(name: String, cover: Cover) {
    self.name = name
    self.cover = cover
  }
}
