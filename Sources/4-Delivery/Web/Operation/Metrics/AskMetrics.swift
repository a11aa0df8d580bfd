import HTTPTypes
import Hummingbird
import UseCases

/// `/metrics`: for programs of this machine, and for those who know the token.
struct AskMetrics: Sendable {
  let measurements: Measurements
  let token: String?
  let prumo: Prumo

  /// Throws nothing: who may not ask learns only that.
  func answer(_ request: Request, peer: NetworkAddress?) async -> Response {
    guard isAllowed(request, peer) else {
      return Response(status: .forbidden, headers: [.contentType: "text/plain; charset=utf-8"])
    }
    // A store that does not answer must not take the other numbers away.
    let letters = (try? await prumo.lettersWaiting()).map {
      [MetricSample(MetricNames.lettersWaiting, Double($0))]
    }
    let samples =
      (letters ?? []) + ProcessSamples.now() + [
        MetricSample("prumo_build_info", 1, labels: [("version", ProgramVersion.text)]),
        MetricSample(MetricNames.loadsRunning, Double(prumo.loadsRunning)),
      ]
    return Response(
      status: .ok, headers: [.contentType: MetricsText.contentType, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: .init(string: MetricsText.write(measurements.current, samples))))
  }

  /// A proxy on this machine makes everybody look local: a forwarded request is nobody's of this machine.
  private func isAllowed(_ request: Request, _ peer: NetworkAddress?) -> Bool {
    if let token, Self.areEqual("Bearer " + token, request.headers[.authorization] ?? "") { return true }
    let isForwarded = request.headers.contains { field in
      let name = field.name.canonicalName
      return name.hasPrefix("x-forwarded-") || name == "forwarded" || name == "via"
    }
    return peer?.isLoopback == true && !isForwarded
  }

  /// Takes the same time wherever the first difference is.
  private static func areEqual(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
