import Metrics
import Testing

@testable import Web

@Suite struct MetricsTests {
  @Test func `what is counted is written as Prometheus reads it`() {
    let measurements = Measurements()
    let counter = Counter(
      label: "a.count", dimensions: [("z", "1"), ("b", "x\"\\\n")], factory: measurements)
    counter.increment(by: 2)
    Counter(label: "a.count", dimensions: [("b", "x\"\\\n"), ("z", "1")], factory: measurements).increment()
    Meter(label: "9g", factory: measurements).set(1.5)
    let timer = Metrics.Timer(label: "t_seconds", factory: measurements)
    timer.recordNanoseconds(5_000_000)
    timer.recordNanoseconds(300_000_000_000)
    let text = MetricsText.write(measurements.current, [MetricSample("s", 3, labels: [("k", "v")])])
    #expect(text.contains("# TYPE a_count counter\na_count{b=\"x\\\"\\\\\\n\",z=\"1\"} 3\n"))
    #expect(text.contains("# TYPE _9g gauge\n_9g 1.5\n"))
    #expect(text.contains("t_seconds_bucket{le=\"0.005\"} 1\nt_seconds_bucket{le=\"0.01\"} 1\n"))
    #expect(
      text.contains(
        "t_seconds_bucket{le=\"120\"} 1\nt_seconds_bucket{le=\"+Inf\"} 2\nt_seconds_sum 300.005\n"))
    #expect(text.contains("t_seconds_count 2\n") && text.contains("s{k=\"v\"} 3\n"))
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(line.wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*(\{.*\})? [-+.0-9eEInfNa]+/) != nil, "\(line)")
    }
  }

  @Test func `labels that somebody else chooses do not fill the memory`() {
    let measurements = Measurements()
    for number in 0...Measurements.mostSeries {
      Counter(label: "c", dimensions: [("n", "\(number)")], factory: measurements).increment()
    }
    #expect(measurements.current.counters.count == Measurements.mostSeries)
    Meter(label: "late", factory: measurements).set(1)
    #expect(measurements.current.gauges.isEmpty)
  }
}
