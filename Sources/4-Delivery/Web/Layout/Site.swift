import Foundation
import Hummingbird
import Logging
import NIOCore
import UseCases
import Vocabulary

/// What every page is answered from.
struct Site: Sendable {
  let prumo: Prumo
  let home: FederativeUnit
  let assets: AssetAddresses
  let logger: Logger

  /// Around a page about a state; without one, around the home state.
  func surroundings(_ unit: FederativeUnit? = nil) async throws -> Surroundings {
    let states = try await prumo.states()
    return Surroundings(
      state: states.first { $0.unit == unit ?? home }, states: states, home: home, assets: assets)
  }

  /// Around a page that must not fail, such as one that tells of a failure.
  var bareSurroundings: Surroundings { Surroundings(state: nil, states: [], home: home, assets: assets) }

  var today: Day? { Day(prumo.now().description.prefix(10)) }
}

/// What a request brings along: also who is at the other end.
struct PageContext: RequestContext, RemoteAddressRequestContext {
  var coreContext: CoreRequestContextStorage
  let remoteAddress: SocketAddress?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }

  /// Who does something, until there are accounts.
  var person: String { "navegador (\(remoteAddress?.ipAddress ?? "local"))" }

  /// A part of the address, decoded.
  func part(_ name: String) -> String {
    let text = parameters.get(name) ?? ""
    return text.removingPercentEncoding ?? text
  }
}

extension Response {
  static func text(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
