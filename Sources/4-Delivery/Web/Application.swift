import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle
public import UseCases
public import Vocabulary

/// How the pages are served; what stands here by default suits one machine.
public struct Serving: Sendable {
  public var host = "127.0.0.1"
  /// 0 takes a free one.
  public var port = 0
  public var publicAddress: PublicAddress?
  public var trustedProxies: [NetworkRange] = []
  public var certificate: TLSCertificate?
  public var limits = RequestLimits()
  public var metricsToken: String?
  public var measurements = Measurements()
  /// What requests under way have to end when the program does.
  public var shutdownSeconds = 20

  public init() {}

  /// Whether people reach the pages by https alone.
  var isEncrypted: Bool { publicAddress?.isEncrypted ?? (certificate != nil) }
  var cookie: SessionCookie { SessionCookie(isSecure: isEncrypted) }
  package var cookieName: String { cookie.name }
}

/// The pages as a service: `run()` until the service group shuts down gracefully.
///
/// - Parameters:
///   - home: the state whose panel the first page leads to.
///   - onListening: learns the address, such as `http://127.0.0.1:8080`.
public func prumoApplication(
  prumo: Prumo, home: FederativeUnit, dataProtection: DataProtection = DataProtection(), serving: Serving,
  logger: Logger,
  onListening: @escaping @Sendable (_ address: String) async -> Void = { _ in }
) throws -> some Service {
  let health = AskHealth(prumo)
  let site = Site(
    prumo: prumo, home: home, assets: StaticFiles.shared.addresses, logger: logger, cookie: serving.cookie,
    watching: Watching(
      health: health,
      metrics: AskMetrics(measurements: serving.measurements, token: serving.metricsToken, prumo: prumo)),
    uploadBytes: serving.limits.uploadBytes, dataProtection: dataProtection)
  let clients = ClientAddress(trusted: serving.trustedProxies)
  let refusalPages = try RefusalPages(site.bareSurroundings)
  let refusals = RefusalNotes(serving.measurements, logger: logger)
  let reception = Reception(
    pages: routes(of: site).router.buildResponder(),
    facts: RequestFactsReader(
      clients: clients, hasTLS: serving.certificate != nil, newID: { RequestFactsReader.newID(of: prumo) }),
    hosts: HostRule(publicAddress: serving.publicAddress), places: RequestPlaces(serving.limits),
    refusalPages: refusalPages, refusals: refusals,
    requests: RequestLog(serving.measurements, logger: logger))
  let counts = ConnectionCounts(serving.limits, proxies: clients)
  let application = Application(
    responder: reception, server: server(serving, counts, refusalPages, refusals),
    configuration: ApplicationConfiguration(address: .hostname(serving.host, port: serving.port)),
    onServerRunning: { channel in
      let name = serving.host.contains(":") ? "[\(serving.host)]" : serving.host
      let scheme = serving.certificate == nil ? "http" : "https"
      await onListening("\(scheme)://\(name):\(channel.localAddress?.port ?? serving.port)")
    }, logger: logger)
  return ServedPages(
    application: application, health: health, prumo: prumo, shutdownSeconds: serving.shutdownSeconds,
    logger: logger)
}

private func server(
  _ serving: Serving, _ counts: ConnectionCounts, _ pages: RefusalPages, _ refusals: RefusalNotes
) -> HTTPServerBuilder {
  let limits = serving.limits
  let configuration = HTTP1Channel.Configuration(
    additionalChannelHandlers: [RequestGuard(limits, pages: pages, refusals: refusals)], idleTimeout: nil,
    httpDecoderConfiguration: .init(
      maxHeaderFieldSize: limits.headerFieldBytes, maxHeaderListSize: limits.headerBytes,
      maxHeaderFieldCount: limits.headerFields))
  return HTTPServerBuilder { responder in
    GuardedChannel(
      http: HTTP1Channel(responder: responder, configuration: configuration), tls: serving.certificate,
      gate: {
        ConnectionGate(
          counts: counts, refusals: refusals, pages: pages, isPlain: serving.certificate == nil,
          linger: .seconds(limits.lingerSeconds))
      })
  }
}

enum ServerLimits {
  /// A form that is no upload.
  static let formBytes = 32 << 10
  /// The part of an address after `?`.
  static let queryBytes = 4 << 10
}
