import Hummingbird
public import Logging
import NIOCore
public import ServiceLifecycle
public import UseCases
public import Vocabulary

/// The pages as a service: `run()` until the service group shuts down gracefully.
///
/// - Parameters:
///   - home: the state whose panel the first page leads to.
///   - port: 0 takes a free one; `onListening` learns which, in an address such as `http://127.0.0.1:8080`.
public func prumoApplication(
  prumo: Prumo, home: FederativeUnit, dataProtection: DataProtection = DataProtection(), host: String, port: Int,
  logger: Logger,
  onListening: @escaping @Sendable (_ address: String) async -> Void = { _ in }
) -> some Service {
  let site = Site(
    prumo: prumo, home: home, assets: StaticFiles.shared.addresses, logger: logger,
    cookie: SessionCookie(isSecure: false), dataProtection: dataProtection)
  return Application(
    router: routes(of: site).router,
    server: .http1(configuration: .init(idleTimeout: .seconds(ServerLimits.idleSeconds))),
    configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
    onServerRunning: { channel in
      let name = host.contains(":") ? "[\(host)]" : host
      await onListening("http://\(name):\(channel.localAddress?.port ?? port)")
    }, logger: logger)
}

enum ServerLimits {
  /// A connection on which nothing moves is closed.
  static let idleSeconds: Int64 = 180
  /// A form that is no upload.
  static let formBytes = 32 << 10
  /// The part of an address after `?`.
  static let queryBytes = 4 << 10
}
