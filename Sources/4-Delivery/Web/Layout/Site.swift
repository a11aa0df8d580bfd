import Access
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
  /// How people are recognised from one request to the next.
  let cookie: SessionCookie

  /// The data are invented for trying the program out; every page says so.
  var isDemonstration: Bool { prumo.isDemonstration }
  let watching: Watching
  /// The largest file that may be sent.
  var uploadBytes = UploadLimits.fileBytes
  /// Who answers for the personal data, for the pages that name them.
  var dataProtection = DataProtection()

  /// Who asks; nil when nobody has signed in, or the session has ended.
  func signedIn(_ request: Request, _ context: PageContext) async throws -> SignedIn? {
    guard let token = cookie.token(in: request) else { return nil }
    let signedIn = try await prumo.recognise(sessionToken: token, origin: context.origin)
    context.facts.notes.person = signedIn?.person.id.text
    return signedIn
  }

  /// Around a page about a state; without one, around the person's own, the home state first.
  func surroundings(_ unit: FederativeUnit? = nil, for signedIn: SignedIn) async throws -> Surroundings {
    let states = try await prumo.states(for: signedIn.actor)
    let own = states.first { $0.unit == home } ?? states.first
    return Surroundings(
      state: unit == nil ? own : states.first { $0.unit == unit }, states: states, home: home, assets: assets,
      signedIn: signedIn, isDemonstration: isDemonstration,
      reviewsDue: try await prumo.reviewsDue(for: signedIn.actor) ?? 0)
  }

  /// Around a page for everyone, and one that must not fail, such as one that tells of a failure.
  var bareSurroundings: Surroundings {
    Surroundings(
      state: nil, states: [], home: home, assets: assets, signedIn: nil, isDemonstration: isDemonstration)
  }

  var today: Day? { Day(prumo.now().description.prefix(10)) }
}

/// What a request brings along: also who is at the other end.
struct PageContext: RequestContext, RemoteAddressRequestContext {
  var coreContext: CoreRequestContextStorage
  let remoteAddress: SocketAddress?
  /// What was found out before the router; ties the lines of the log and of the audit trail to one request.
  var facts: RequestFacts

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
    facts = RequestFacts(peer: source.channel.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) })
  }

  var origin: Actor.Origin { Actor.Origin(address: facts.address, requestID: facts.id) }

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

extension Site {
  /// For looking at what is declared; nothing is served from it.
  init(onlyDeclaring prumo: Prumo) {
    self.init(
      prumo: prumo, home: .MT, assets: StaticFiles.shared.addresses, logger: Logger(label: "prumo"),
      cookie: SessionCookie(isSecure: false), watching: Watching(prumo))
  }
}
