/// What a map of dots and a map of areas have in common.
public protocol MapChart: Chart {
  /// Header of the values in table and legend.
  var unit: String { get }
  var legend: MapLegend { get }
}

extension MapChart {
  static var className: String { "chart chart-map" }
  /// The drawing fits in a square of this many user units and is not higher than its content.
  static var box: Double { 480 }

  /// The legend as a whole `<svg>`.
  public func legendSVG() -> String {
    legend.svg(id: "\(id)-legend", title: title, unit: unit)
  }

  /// Map and legend; side by side where there is room.
  public func framed() -> String {
    "<div class=\"chart-frame chart-frame-map\">\n\(svg())\n\(legendSVG())\n</div>"
  }

  func table(_ values: [(name: String, value: ChartValue?)]) -> TableEquivalent {
    TableEquivalent(
      caption: title, headers: [Words.place, unit.isEmpty ? Words.value : unit],
      rows: values.map { [$0.name, $0.value.words] })
  }
}
