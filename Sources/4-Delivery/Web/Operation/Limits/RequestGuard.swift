import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Holds each request of a connection to the limits of size and time.
///
/// A request that no page has seen yet is answered here; one that a page is reading is cut, and the page answers.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private enum State: Equatable {
    case open
    /// The body in hand is too large or too slow: the page was told, the rest is let go.
    case cut
    /// Our own last answer is on its way.
    case refusing
  }

  /// How often the clock is looked at.
  static let lookEvery = TimeAmount.milliseconds(250)

  private let limits: RequestLimits
  private let pages: RefusalPages
  private let refusals: RefusalNotes
  private var watch: ConnectionWatch
  private var state = State.open
  private var bodyBytes: Int64 = 0
  private var bodyLimit: Int64 = 0
  private var looking: Scheduled<Void>?

  init(_ limits: RequestLimits, pages: RefusalPages, refusals: RefusalNotes) {
    self.limits = limits
    self.pages = pages
    self.refusals = refusals
    watch = ConnectionWatch(limits, at: 0)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    watch = ConnectionWatch(limits, at: now(context))
    look(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    looking?.cancel()
    looking = nil
  }

  // What comes in.

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard state == .open else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): take(head, data, context)
    case .body(let bytes):
      watch.bodyArrived(bytes.readableBytes, at: now(context))
      bodyBytes += Int64(bytes.readableBytes)
      guard bodyBytes <= bodyLimit else { return cut(.bodyTooLarge, context) }
      context.fireChannelRead(data)
    case .end:
      watch.requestEnded(at: now(context))
      context.fireChannelRead(data)
    }
  }

  private func take(_ head: HTTPRequest, _ data: NIOAny, _ context: ChannelHandlerContext) {
    (bodyBytes, bodyLimit) = (0, limits.bodyBytes(head))
    // An earlier request of the same connection that is still being answered goes first; its answer ends ours.
    if let refusal = refusal(of: head), watch.answersUnderWay == 0 {
      return refuse(refusal, context, isHead: head.method == .head)
    }
    watch.headArrived(at: now(context))
    context.fireChannelRead(data)
  }

  private func refusal(of head: HTTPRequest) -> RequestRefusal? {
    guard (head.path ?? "").utf8.count <= limits.addressBytes else { return .addressTooLong }
    if let announced = head.headerFields[.contentLength].flatMap({ Int64($0) }), announced > bodyLimit {
      return .bodyTooLarge
    }
    return nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError, state == .open, watch.answersUnderWay == 0 else {
      if state != .refusing { context.fireErrorCaught(error) }
      return
    }
    refuse(error == .headerOverflow ? .headersTooLarge : .unreadable, context)
  }

  func read(context: ChannelHandlerContext) {
    watch.readAsked(at: now(context))
    context.read()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if state == .refusing, case ChannelEvent.inputClosed = event { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  // What goes out.

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard state != .refusing else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    let isEnd = if case .end = unwrapOutboundIn(data) { true } else { false }
    let written = promise ?? context.eventLoop.makePromise()
    watch.writeBegan(at: now(context))
    let loop = NIOLoopBound(self, eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in
      let guardian = loop.value
      guardian.watch.writeEnded(at: Self.now(loop.eventLoop))
    }
    context.write(data, promise: written)
    guard isEnd else { return }
    watch.answerEnded(at: now(context))
    if state == .cut { endSoon(context) }
  }

  // What is done about it.

  private func look(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    looking = context.eventLoop.scheduleTask(in: Self.lookEvery) {
      let (guardian, context) = bound.value
      guardian.judge(context)
      if context.channel.isActive { guardian.look(context) }
    }
  }

  private func judge(_ context: ChannelHandlerContext) {
    guard state == .open else { return }
    switch watch.verdict(at: now(context)) {
    case .fine: break
    case .closeQuietly, .notListening: context.close(promise: nil)
    case .tooSlow where watch.answersUnderWay > 0: cut(.tooSlow, context)
    case .tooSlow: refuse(.tooSlow, context)
    }
  }

  private func cut(_ refusal: RequestRefusal, _ context: ChannelHandlerContext) {
    state = .cut
    refusals.note(refusal)
    context.fireErrorCaught(refusal)
    if watch.answersUnderWay == 0 { endSoon(context) }
  }

  private func refuse(_ refusal: RequestRefusal, _ context: ChannelHandlerContext, isHead: Bool = false) {
    state = .refusing
    refusals.note(refusal)
    context.write(wrapOutboundOut(.head(pages.head(refusal))), promise: nil)
    if !isHead { context.write(wrapOutboundOut(.body(pages.body(refusal))), promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    endSoon(context)
  }

  /// The client may read what was said; what it still sends is let go.
  private func endSoon(_ context: ChannelHandlerContext) {
    let channel = context.channel
    context.eventLoop.scheduleTask(in: .seconds(limits.lingerSeconds)) { channel.close(promise: nil) }
    if state == .refusing { context.close(mode: .output, promise: nil) }
  }

  private func now(_ context: ChannelHandlerContext) -> Int64 { Self.now(context.eventLoop) }

  private static func now(_ eventLoop: any EventLoop) -> Int64 {
    Int64(clamping: eventLoop.now.uptimeNanoseconds / 1_000_000)
  }
}
