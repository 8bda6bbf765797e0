import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// A connection of HTTP/1.1 with our limits on it: those of the parser, then deadlines.
struct GuardedChannel: ServerChildChannel, HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: HTTPChannelHandler.Responder
    let deadlines: Deadlines
    /// By event loop.
    let executors: [ObjectIdentifier: LoopExecutor]

    /// Bytes of an answer that the system keeps for a client.
    private static let buffer = 256 << 10

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderFieldSize = 16 << 10
            limits.maxHeaderListSize = 32 << 10
            limits.maxHeaderFieldCount = 100
            // The system's own buffer grows to megabytes, for a client that takes nothing too.
            try channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: Self.buffer)
            let pipeline = channel.pipeline.syncOperations
            let targets = TargetEncoder()
            try pipeline.addHandler(targets)
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
            try pipeline.addHandler(RequestCodec(targets))
            try pipeline.addHandler(DeadlineKeeper(deadlines))
            // Without an idle time-out of its own: it is here for its part in ending a service.
            try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: nil, logger: logger))
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async {
        await withTaskExecutorPreference(executors[ObjectIdentifier(value.channel.eventLoop)]) {
            await handleHTTP(asyncChannel: value, logger: logger)
        }
    }
}
