public import CoreMetrics
import Synchronization

/// Everything that is counted, held in memory and written as Prometheus reads it.
///
/// A backend of swift-metrics, so that libraries count here too.
public final class Measurements: MetricsFactory {
  struct Series: Hashable {
    let name: String
    /// `method="GET",route="/"`, in the order of their names.
    let labels: String
  }

  struct State {
    var counters: [Series: CounterCell] = [:]
    var gauges: [Series: GaugeCell] = [:]
    var histograms: [Series: HistogramCell] = [:]

    var count: Int { counters.count + gauges.count + histograms.count }
  }

  /// Beyond this, what is new goes uncounted: a label that somebody else chooses must not fill the memory.
  static let mostSeries = 5_000
  /// Seconds.
  static let timeBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120]
  /// Bytes, or whatever is counted.
  static let sizeBounds = [256.0, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 16_777_216, 268_435_456]

  private let state = Mutex(State())

  public init() {}

  var current: State { state.withLock { $0 } }

  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    counter(label, dimensions)
  }

  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    counter(label, dimensions)
  }

  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    let series = Self.series(label, dimensions)
    return state.withLock { state in
      if let cell = state.gauges[series] { return cell }
      let cell = GaugeCell()
      if state.count < Self.mostSeries { state.gauges[series] = cell }
      return cell
    }
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    histogram(label, dimensions, bounds: Self.timeBounds)
  }

  public func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    histogram(label, dimensions, bounds: Self.sizeBounds)
  }

  /// Values are kept: a series that comes again goes on where it was.
  public func destroyCounter(_ handler: any CounterHandler) {}
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  public func destroyMeter(_ handler: any MeterHandler) {}
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  public func destroyTimer(_ handler: any TimerHandler) {}

  private func counter(_ label: String, _ dimensions: [(String, String)]) -> CounterCell {
    let series = Self.series(label, dimensions)
    return state.withLock { state in
      if let cell = state.counters[series] { return cell }
      let cell = CounterCell()
      if state.count < Self.mostSeries { state.counters[series] = cell }
      return cell
    }
  }

  private func histogram(
    _ label: String, _ dimensions: [(String, String)], bounds: [Double]
  ) -> HistogramCell {
    let series = Self.series(label, dimensions)
    return state.withLock { state in
      if let cell = state.histograms[series] { return cell }
      let cell = HistogramCell(bounds: bounds)
      if state.count < Self.mostSeries { state.histograms[series] = cell }
      return cell
    }
  }

  /// Names and labels in the letters that Prometheus takes.
  private static func series(_ label: String, _ dimensions: [(String, String)]) -> Series {
    let labels = dimensions.sorted { $0.0 < $1.0 }.map { "\(name($0))=\(value($1))" }
    return Series(name: name(label), labels: labels.joined(separator: ","))
  }

  private static func name(_ text: String) -> String {
    let letters = text.unicodeScalars.map { scalar -> Character in
      let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isWord || scalar == "_" ? Character(scalar) : "_"
    }
    let name = String(letters)
    return name.first.map { $0.isNumber } ?? true ? "_" + name : name
  }

  static func value(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }
}
