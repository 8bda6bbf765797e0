import NIOCore
import NIOHTTP1

/// Keeps of each request what HummingbirdCore's codec behind this drops: the version of HTTP, and that a target is no
/// path.
final class RequestHeads: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private let targets: TargetEncoder

    init(_ targets: TargetEncoder) { self.targets = targets }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(var head) where head.version != .http1_1 || head.uri.utf8.first != UInt8(ascii: "/"):
            // A connection of HTTP/1.0 ends with its answer unless the client asks otherwise, which is not supported.
            if head.version != .http1_1 { head.headers.replaceOrAdd(name: "connection", value: "close") }
            // The codec would take the path out of a URI, whatever its host. No route has this one.
            if head.uri.utf8.first != UInt8(ascii: "/") { head.uri = "*" }
            context.fireChannelRead(wrapInboundOut(.head(head)))
        case .end:
            targets.requestEnded()
            context.fireChannelRead(data)
        case .head, .body: context.fireChannelRead(data)
        }
    }
}
