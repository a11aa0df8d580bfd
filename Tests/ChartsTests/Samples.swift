import Vocabulary

@testable import Charts

/// Invented values in the shapes that the pages use.
enum Sample {
  static let hostile = #"<script>alert("x")</script> & 'Água' \#u{0} </title>"#

  static func value(_ number: Double) -> ChartValue {
    ChartValue(number: number, label: label(number))
  }

  @Sendable static func label(_ number: Double) -> String {
    number.isFinite && number.magnitude < 1e15 ? Words.grouped(Int(number.rounded())) : "?"
  }

  static func month(_ text: String) -> ReferenceMonth { ReferenceMonth(text)! }

  static func bars(
    _ rows: [RankedBars.Row], title: String = "Três municípios acima da média", unit: String = "famílias",
    reference: (label: String, value: ChartValue)? = nil
  ) -> RankedBars {
    RankedBars(
      id: "bars", title: title, description: "Famílias pagas em dez. 2023.", unit: unit, rows: rows,
      reference: reference)
  }

  static let bars = bars(
    [
      .init(label: "Canarana", value: value(1_420), href: "/municipios/5102702"),
      .init(label: "Água Boa", value: value(1_066), href: "/municipios/5100201", isHighlighted: true),
      .init(label: "Vila Bela da Santíssima Trindade do Norte", value: value(120)),
      .init(label: "Querência", value: nil, href: "/municipios/5107065"),
    ], reference: ("Média", value(870)))

  static func series(
    _ series: [SeriesChart.Series], from first: String = "2023-01", to last: String = "2023-12",
    stepped: Bool = false, fromZero: Bool = true, reference: (label: String, value: ChartValue)? = nil
  ) -> SeriesChart {
    SeriesChart(
      id: "series", title: "Famílias pagas crescem", description: "Por mês, 2023.", unit: "famílias",
      months: month(first)...month(last), series: series, stepped: stepped, fromZero: fromZero,
      reference: reference, format: label)
  }

  static func line(_ label: String, from first: String = "2023-01", _ numbers: [Double?])
    -> SeriesChart.Series
  {
    SeriesChart.Series(
      label: label,
      points: numbers.enumerated().compactMap { offset, number in
        number.map { (month(first) + offset, value($0)) }
      })
  }

  static let series = series(
    [
      line("Água Boa", [1_010, 1_030, 1_025, nil, 1_060, nil, nil, 1_066, 1_070, 1_081, 1_090, 1_066]),
      line("Canarana", [1_300, 1_320, 1_310, 1_350, 1_360, 1_380, 1_390, 1_400]),
    ], reference: ("Média", value(870)))

  static let places: [DotMap.Place] = [
    .init(
      code: "5100201", name: "Água Boa", latitude: -14.1, longitude: -52.2, value: value(1_066),
      href: "/municipios/5100201", isHighlighted: true),
    .init(
      code: "5102702", name: "Canarana", latitude: -13.6, longitude: -52.3, value: value(1_420),
      href: "/municipios/5102702"),
    .init(
      code: "5103106", name: "Cocalinho", latitude: -14.4, longitude: -51, value: nil,
      href: "/municipios/5103106"),
    .init(
      code: "5107065", name: "Querência", latitude: -12.6, longitude: -52.2, value: value(800),
      href: "/municipios/5107065"),
  ]

  static func dots(_ places: [DotMap.Place], mark: DotMap.Mark? = nil) -> DotMap {
    DotMap(
      id: mark == .dot ? "dots" : "cells", title: "Famílias por município", description: "Dez. 2023.",
      unit: "famílias",
      places: places,
      scale: .quantiles(of: places.compactMap { $0.value?.number }, format: label), mark: mark)
  }

  static func square(_ west: Double, _ south: Double, _ side: Double) -> [(
    longitude: Double, latitude: Double
  )] {
    [(west, south), (west + side, south), (west + side, south + side), (west, south + side), (west, south)]
  }

  static func areas(_ areas: [AreaMap.Area]) -> AreaMap {
    AreaMap(
      id: "areas", title: "Famílias por município", description: "Dez. 2023.", unit: "famílias", areas: areas,
      scale: .quantiles(of: areas.compactMap { $0.value?.number }, format: label))
  }

  static let areas = areas([
    .init(
      code: "1", name: "Querência", rings: [square(-53, -13, 2), square(-52.5, -12.5, 1)], value: value(800),
      href: "/municipios/1"),
    .init(
      code: "2", name: "Água Boa", rings: [square(-52.5, -12.5, 1)], value: value(1_066), isHighlighted: true),
    .init(code: "3", name: "Cocalinho", rings: [square(-51, -13, 1), square(-51, -11.5, 0.5)], value: nil),
  ])

  static func histogram(
    _ values: [Double?], reference: (label: String, value: ChartValue)? = nil,
    highlighted: (label: String, value: ChartValue)? = nil
  ) -> Histogram {
    Histogram(
      id: "histogram", title: "Metade tem menos de mil famílias", description: "Dez. 2023.", unit: "famílias",
      values: values, reference: reference, highlighted: highlighted, format: label)
  }

  static let histogram = histogram(
    (0..<60).map { Double($0 * $0) } + [nil, 9_000], reference: ("Média", value(1_200)),
    highlighted: ("Água Boa", value(1_066)))
}
