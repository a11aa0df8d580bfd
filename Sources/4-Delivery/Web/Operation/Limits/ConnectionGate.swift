import NIOCore

/// Stands first on a connection: lets it in, or says in one page why not. Without a word where TLS would have to be spoken
/// first, which costs what the gate is there to save.
final class ConnectionGate: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let counts: ConnectionCounts
  private let refusals: RefusalNotes
  private let pages: RefusalPages
  private let isPlain: Bool
  private let linger: TimeAmount
  private var refusal: RequestRefusal?

  init(
    counts: ConnectionCounts, refusals: RefusalNotes, pages: RefusalPages, isPlain: Bool, linger: TimeAmount
  ) {
    self.counts = counts
    self.refusals = refusals
    self.pages = pages
    self.isPlain = isPlain
    self.linger = linger
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let address = context.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
    refusal = counts.enter(address)
    guard let refusal else {
      context.channel.closeFuture.whenComplete { [counts] _ in counts.leave(address) }
      return
    }
    refusals.note(refusal)
    if context.channel.isActive { refuse(context, refusal) }
  }

  func channelActive(context: ChannelHandlerContext) {
    if let refusal { refuse(context, refusal) } else { context.fireChannelActive() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if refusal == nil { context.fireChannelRead(data) }
  }

  private func refuse(_ context: ChannelHandlerContext, _ refusal: RequestRefusal) {
    guard isPlain else { return context.close(promise: nil) }
    context.writeAndFlush(wrapOutboundOut(pages.bytes(refusal)), promise: nil)
    context.close(mode: .output, promise: nil)
    // What the client still sends is let go, so that the page is not lost to a reset; then it ends.
    let channel = context.channel
    context.eventLoop.scheduleTask(in: linger) { channel.close(promise: nil) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if refusal != nil, case ChannelEvent.inputClosed = event { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }
}
