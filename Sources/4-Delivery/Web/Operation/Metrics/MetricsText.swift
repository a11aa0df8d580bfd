/// A value that is looked up when somebody asks.
public struct MetricSample: Sendable {
  let name: String
  let labels: [(String, String)]
  let value: Double

  public init(_ name: String, _ value: Double, labels: [(String, String)] = []) {
    self.name = name
    self.value = value
    self.labels = labels
  }
}

/// Measurements in the text format 0.0.4 of Prometheus.
enum MetricsText {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  static func write(_ state: Measurements.State, _ samples: [MetricSample]) -> String {
    var families: [String: Family] = [:]
    for (series, cell) in state.counters {
      families[series.name, default: Family("counter")].add(series, cell.current)
    }
    for (series, cell) in state.gauges {
      families[series.name, default: Family("gauge")].add(series, cell.current)
    }
    for (series, cell) in state.histograms {
      families[series.name, default: Family("histogram")].add(series, cell)
    }
    for sample in samples {
      let labels = sample.labels.map { "\($0)=\(Measurements.value($1))" }.joined(separator: ",")
      let kind = sample.name.hasSuffix("_total") ? "counter" : "gauge"
      families[sample.name, default: Family(kind)].add(
        Measurements.Series(name: sample.name, labels: labels), sample.value)
    }
    return families.sorted { $0.key < $1.key }.map { name, family in
      let help = MetricNames.help[name].map { "# HELP \(name) \($0)\n" } ?? ""
      return help + "# TYPE \(name) \(family.kind)\n" + family.lines.sorted().joined()
    }.joined()
  }

  private struct Family {
    let kind: String
    /// Each with all lines of one series, so that a histogram stays in its order.
    var lines: [String] = []

    init(_ kind: String) { self.kind = kind }

    mutating func add(_ series: Measurements.Series, _ value: Double) {
      lines.append("\(series.name)\(braced(series.labels)) \(number(value))\n")
    }

    mutating func add(_ series: Measurements.Series, _ cell: HistogramCell) {
      let reading = cell.current
      var below = 0
      var text = ""
      for (bound, count) in zip(cell.bounds, reading.buckets) {
        below += count
        text += "\(series.name)_bucket\(braced(series.labels, le: number(bound))) \(below)\n"
      }
      text += "\(series.name)_bucket\(braced(series.labels, le: "+Inf")) \(reading.count)\n"
      text += "\(series.name)_sum\(braced(series.labels)) \(number(reading.sum))\n"
      text += "\(series.name)_count\(braced(series.labels)) \(reading.count)\n"
      lines.append(text)
    }
  }

  private static func braced(_ labels: String, le: String? = nil) -> String {
    let all = [labels.isEmpty ? nil : labels, le.map { "le=\"\($0)\"" }].compactMap { $0 }
    return all.isEmpty ? "" : "{" + all.joined(separator: ",") + "}"
  }

  private static func number(_ value: Double) -> String {
    if let whole = Int64(exactly: value) { return String(whole) }
    return value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Inf" : "+Inf") : String(value)
  }
}
