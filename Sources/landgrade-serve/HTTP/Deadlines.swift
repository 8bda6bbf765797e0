import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// How long a client may take over each part of a request. A server's idle time-out alone is no limit: one byte now
/// and then keeps a connection busy for hours.
struct Deadlines: Sendable {
    /// From the opening of a connection to the end of its first request's header.
    let firstHead: TimeAmount
    /// From an answer to the end of the next request's header.
    let nextHead: TimeAmount
    /// For a body, and a second more for each so many bytes that have come.
    let body: TimeAmount
    let bytesPerSecond = 64 << 10
    /// How long what has been sent may wait for a client that takes nothing of it.
    let write: TimeAmount
    /// How long a client that has ended its side waits for an answer to begin or go on: most have gone.
    let halfClosed = TimeAmount.seconds(20)
    /// After an answer that ends the connection, for a client that is still sending.
    let lingering = TimeAmount.seconds(1)
}

/// Closes connections that miss a deadline, and those whose answer said that it is the last.
final class DeadlineKeeper: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Phase {
        case head(until: NIODeadline)
        case body(since: NIODeadline, bytes: Int)
        case answering
        /// The last answer is sent; what still comes is thrown away.
        case lingering(until: NIODeadline)
    }

    private let deadlines: Deadlines
    private var phase = Phase.answering
    /// Requests whose header has come and whose answer has not gone; more than one where a client sends ahead.
    private var open = 0
    private var isLastAnswer = false
    private var progress = Progress()
    /// Since when the client has ended its side and taken everything there was.
    private var endedSince: NIODeadline?
    private var hasEnded = false
    private var clock: RepeatedTask?

    init(_ deadlines: Deadlines) { self.deadlines = deadlines }

    func handlerAdded(context: ChannelHandlerContext) {
        phase = .head(until: context.eventLoop.now + deadlines.firstHead)
        let bound = NIOLoopBound((keeper: self, context: context), eventLoop: context.eventLoop)
        clock = context.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in
            let (keeper, context) = bound.value
            keeper.look(context.channel)
            if keeper.isLate(at: context.eventLoop.now) { context.close(promise: nil) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    private func stop() {
        clock?.cancel()
        clock = nil
    }

    private func look(_ channel: any Channel) {
        progress.look(channel)
        if !hasEnded || progress.since != nil {
            endedSince = nil
        } else if endedSince == nil {
            endedSince = channel.eventLoop.now
        }
    }

    private func isLate(at now: NIODeadline) -> Bool {
        if let since = progress.since, now > since + deadlines.write { return true }
        if let endedSince, now > endedSince + deadlines.halfClosed { return true }
        switch phase {
        case .head(let until), .lingering(let until): return now > until
        case .body(let since, let bytes):
            // Behind another request a body waits for us, not we for it.
            return open == 1 && now > since + deadlines.body + .seconds(Int64(bytes / deadlines.bytesPerSecond))
        case .answering: return false
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .lingering = phase { return }
        switch unwrapInboundIn(data) {
        case .head:
            open += 1
            phase = .body(since: context.eventLoop.now, bytes: 0)
        case .body(let part):
            if case .body(let since, let bytes) = phase {
                phase = .body(since: since, bytes: bytes + part.readableBytes)
            }
        case .end: if case .body = phase { phase = open > 0 ? .answering : nextHead(context) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.kind == .informational: context.write(data, promise: promise)
        case .head(let head):
            isLastAnswer = head.headerFields[.connection] == "close"
            context.write(data, promise: promise)
        case .body: context.write(data, promise: promise)
        case .end where isLastAnswer:
            phase = .lingering(until: context.eventLoop.now + deadlines.lingering)
            context.writeAndFlush(data, promise: promise)
            context.close(mode: .output, promise: nil)
        case .end:
            open -= 1
            // Before the request's own end, its body is still running against its deadline.
            if open == 0, case .answering = phase { phase = nextHead(context) }
            context.write(data, promise: promise)
        }
    }

    private func nextHead(_ context: ChannelHandlerContext) -> Phase {
        .head(until: context.eventLoop.now + deadlines.nextHead)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { hasEnded = true }
        context.fireUserInboundEventTriggered(event)
    }
}
