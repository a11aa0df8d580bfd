import Vocabulary

/// Values by month as lines, or as steps where a value holds for its month.
public struct SeriesChart: TwoWidthChart {
  public struct Series: Sendable {
    public let label: String
    /// One a month at most; the last one given for a month counts.
    public let points: [(month: ReferenceMonth, value: ChartValue)]

    public init(label: String, points: [(ReferenceMonth, ChartValue)]) {
      self.label = label
      self.points = points.map { (month: $0.0, value: $0.1) }
    }
  }

  /// More lines than a person tells apart are only in the table.
  public static let maximumSeries = 4

  public let id: String
  public let title: String
  public let description: String
  public let unit: String
  public let months: ClosedRange<ReferenceMonth>
  public let series: [Series]
  public let stepped: Bool
  /// False for rates whose changes are small beside their size.
  public let fromZero: Bool
  public let reference: (label: String, value: ChartValue)?
  /// A number of the axis in Brazilian form.
  public let format: @Sendable (Double) -> String

  public init(
    id: String, title: String, description: String, unit: String, months: ClosedRange<ReferenceMonth>,
    series: [Series], stepped: Bool = false, fromZero: Bool = true,
    reference: (label: String, value: ChartValue)? = nil, format: @escaping @Sendable (Double) -> String
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.unit = unit
    self.months = months
    self.series = series
    self.stepped = stepped
    self.fromZero = fromZero
    self.reference = reference
    self.format = format
  }

  public var table: TableEquivalent {
    let columns = series.map { Dictionary($0.points.map { ($0.month, $0.value) }) { $1 } }
    let first = months.lowerBound
    let rows = (0...months.upperBound.months(since: first)).map { offset in
      [Words.long(first + offset)] + columns.map { $0[first + offset].words }
    }
    return TableEquivalent(caption: title, headers: [Words.month] + series.map(\.label), rows: rows)
  }

  public func svg(_ width: ChartWidth) -> String {
    let runs = series.prefix(Self.maximumSeries).map { SeriesRuns($0.points, in: months) }
    guard runs.contains(where: { !$0.runs.isEmpty }) else {
      return ChartRoot.empty(id: id(width), of: self, className: width.className, width: width.units)
    }
    return SeriesDrawing(self, runs: runs, width: width).svg()
  }
}

/// A series cut at its gaps: within a run no month is missing.
struct SeriesRuns {
  struct Point {
    /// Months since the first month of the chart.
    let offset: Int
    let month: ReferenceMonth
    let value: ChartValue
  }

  let runs: [[Point]]

  init(_ points: [(month: ReferenceMonth, value: ChartValue)], in months: ClosedRange<ReferenceMonth>) {
    let drawable = points.filter { months.contains($0.month) && $0.value.number.isFinite }
    let byMonth = Dictionary(drawable.map { ($0.month, $0.value) }) { $1 }
    var runs: [[Point]] = []
    for (month, value) in byMonth.sorted(by: { $0.key < $1.key }) {
      let point = Point(offset: month.months(since: months.lowerBound), month: month, value: value)
      if let last = runs.last?.last, last.offset == point.offset - 1 {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    self.runs = runs
  }

  var last: Point? { runs.last?.last }
}
