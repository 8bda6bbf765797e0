import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Hummingbird's connection of HTTP/1.1 with the limits of this service: those of the parser, then deadlines.
struct GuardedChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let base: HTTP1Channel
    private let known: ServiceResponder

    /// Bytes of an answer that the system keeps for a client.
    private static let buffer = 256 << 10

    /// - Parameter known: gives what was answered before.
    init(_ responder: @escaping HTTPChannelHandler.Responder, known: ServiceResponder, _ deadlines: Deadlines) {
        self.known = known
        // Without an idle time-out: the deadlines are its place.
        base = HTTP1Channel(
            responder: responder,
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [DeadlineKeeper(deadlines)],
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            // The system's own buffer grows to megabytes, for a client that takes nothing too.
            try channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: Self.buffer)
            try channel.pipeline.syncOperations.addHandler(TargetEncoder())
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }.flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let heads = RequestHeads(try pipeline.handler(type: TargetEncoder.self))
            let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
            try pipeline.addHandler(heads, position: .before(codec))
            let state = try pipeline.handler(type: HTTPConnectionStateHandler.self)
            try pipeline.addHandler(KnownAnswers(known), position: .after(state))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}
