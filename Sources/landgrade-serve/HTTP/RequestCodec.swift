import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Between the parser's types and HummingbirdCore's. The library's own codec parses each target with Foundation, at a
/// fifth of a look-up's time, and takes the first of two `Host` fields for the only one.
final class RequestCodec: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let targets: TargetEncoder

    init(_ targets: TargetEncoder) { self.targets = targets }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard let request = Self.request(head) else {
                context.fireErrorCaught(HTTPParserError.invalidMethod)
                return
            }
            context.fireChannelRead(wrapInboundOut(.head(request)))
        case .body(let bytes): context.fireChannelRead(wrapInboundOut(.body(bytes)))
        case .end:
            targets.requestEnded()
            context.fireChannelRead(wrapInboundOut(.end(nil)))
        }
    }

    /// Without an authority where there is no `Host` or more than one.
    private static func request(_ head: HTTPRequestHead) -> HTTPRequest? {
        guard let method = HTTPRequest.Method(head.method.rawValue) else { return nil }
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        var hosts: [String] = []
        for (name, value) in head.headers {
            guard let name = HTTPField.Name(name) else { return nil }
            if name == hostName { hosts.append(value) } else { fields.append(HTTPField(name: name, value: value)) }
        }
        // A connection of HTTP/1.0 ends with its answer unless the client asks otherwise; we don't take it up on that.
        if head.version != .http1_1 { fields[.connection] = "close" }
        return HTTPRequest(
            method: method, scheme: "http", authority: hosts.count == 1 ? hosts[0] : nil, path: head.uri,
            headerFields: fields)
    }

    private static let hostName = HTTPField.Name("host")!  // a token

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let response):
            var headers = HTTPHeaders()
            headers.reserveCapacity(response.headerFields.count)
            for field in response.headerFields { headers.add(name: field.name.rawName, value: field.value) }
            let head = HTTPResponseHead(
                version: .http1_1,
                status: HTTPResponseStatus(
                    statusCode: response.status.code, reasonPhrase: response.status.reasonPhrase),
                headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body(let bytes): context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: promise)
        case .end: context.write(wrapOutboundOut(.end(nil)), promise: promise)
        }
    }
}
