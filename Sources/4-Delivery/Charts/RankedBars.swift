/// Horizontal bars from zero, in the order given, with the plumb line as reference.
public struct RankedBars: TwoWidthChart {
  public struct Row: Sendable {
    public let label: String
    /// Nothing is "sem dado", which is no bar of length 0.
    public let value: ChartValue?
    /// Within the product: `/municipios/5100201`.
    public let href: String?
    public let isHighlighted: Bool

    public init(label: String, value: ChartValue?, href: String? = nil, isHighlighted: Bool = false) {
      self.label = label
      self.value = value
      self.href = href
      self.isHighlighted = isHighlighted
    }
  }

  /// More rows than a person reads as a picture are only in the table; the drawing says so.
  public static let maximumRows = 200

  public let id: String
  public let title: String
  public let description: String
  /// Header of the values: `famílias`, `%`. Also the header of the table's column.
  public let unit: String
  public let rows: [Row]
  public let reference: (label: String, value: ChartValue)?
  /// Header of the names in the table.
  public let rowHeader: String

  public init(
    id: String, title: String, description: String, unit: String, rows: [Row],
    reference: (label: String, value: ChartValue)? = nil, rowHeader: String = "Município"
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.unit = unit
    self.rows = rows
    self.reference = reference
    self.rowHeader = rowHeader
  }

  public var table: TableEquivalent {
    var cells = rows.map { [$0.label, $0.value.words] }
    if let reference { cells.append([reference.label, ChartValue?.some(reference.value).words]) }
    return TableEquivalent(
      caption: title, headers: [rowHeader, unit.isEmpty ? Words.value : unit], rows: cells)
  }

  public func svg(_ width: ChartWidth) -> String {
    guard !rows.isEmpty else {
      return ChartRoot.empty(id: id(width), of: self, className: width.className, width: width.units)
    }
    return RankedBarsDrawing(self, width: width).svg()
  }
}
