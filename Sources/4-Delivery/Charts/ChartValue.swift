/// A value as it is drawn and as it is read. `number` is for the drawing only: exact arithmetic was done before.
public struct ChartValue: Hashable, Sendable {
  public let number: Double
  /// Already in Brazilian form, with its unit where it needs one: `1.066`, `86,4 %`, `R$ 708.489,00`.
  public let label: String

  public init(number: Double, label: String) {
    self.number = number
    self.label = label
  }
}

extension ChartValue? {
  /// What is no number cannot be drawn: it is a missing value, never 0.
  var drawable: ChartValue? {
    guard let self, self.number.isFinite else { return nil }
    return self
  }

  /// What stands in a table or in a title.
  var words: String { drawable?.label ?? Words.noData }
}

/// The same values as a chart, for who reads a table: by choice, by screen reader, or to copy them.
public struct TableEquivalent: Hashable, Sendable {
  public let caption: String
  public let headers: [String]
  /// As many cells a row as there are headers; texts as they are shown.
  public let rows: [[String]]

  public init(caption: String, headers: [String], rows: [[String]]) {
    self.caption = caption
    self.headers = headers
    self.rows = rows
  }
}
