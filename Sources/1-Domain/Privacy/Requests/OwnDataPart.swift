/// Rows of one table that are about one person, as text, by column: for the person's own eyes, and for a file.
public struct OwnDataPart: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public let column: String
    /// Nil where there is none. A yes or no is `1` or `0`.
    public let value: String?

    public init(column: String, value: String?) {
      self.column = column
      self.value = value
    }
  }

  public let table: String
  public let rows: [[Field]]

  public init(table: String, rows: [[Field]]) {
    self.table = table
    self.rows = rows
  }
}
