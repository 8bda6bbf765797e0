import HTTPTypes
import NIOCore
import NIOHTTPTypes

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sends what was answered before from the event loop of its connection. The way to Hummingbird's task of the connection
/// and back is most of the time of such an answer. Every other request goes on to that task, and so does one that comes
/// while another is with it, because answers leave in the order of their requests.
final class KnownAnswers: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let responder: ServiceResponder
    /// Requests that went on and whose answer has not gone.
    private var open = 0
    /// Of the request whose end has not come.
    private var response: WholeResponse?
    private var hasWritten = false
    private var date = DateField()

    init(_ responder: ServiceResponder) { self.responder = responder }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            // A client that takes nothing is the task's to wait for.
            if open == 0, context.channel.isWritable { response = responder.known(head) }
            guard response == nil else { return }
            open += 1
        case .body: if response != nil { return }
        case .end:
            if let response {
                self.response = nil
                return send(response, context)
            }
        }
        context.fireChannelRead(data)
    }

    private func send(_ response: WholeResponse, _ context: ChannelHandlerContext) {
        var head = response.head
        head.headerFields.append(date.now)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if response.body.readableBytes > 0 { context.write(wrapOutboundOut(.body(response.body)), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        hasWritten = true
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten { context.flush() }
        hasWritten = false
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // What the parser refuses is answered too, and was never a request here.
        if case .end = unwrapOutboundIn(data) { open = max(0, open - 1) }
        context.write(data, promise: promise)
    }
}

/// The field `Date`, made once a second.
private struct DateField {
    private var second: time_t = -1
    private var field = HTTPField(name: .date, value: "")

    var now: HTTPField {
        mutating get {
            let second = time(nil)
            if second != self.second { (self.second, field.value) = (second, Self.text(second)) }
            return field
        }
    }

    /// `Mon, 30 Nov 2026 18:16:01 GMT`. The C library's names of days and months are English: no locale is set here.
    private static func text(_ second: time_t) -> String {
        var (second, parts) = (second, tm())
        gmtime_r(&second, &parts)
        var text = [CChar](repeating: 0, count: 64)
        let count = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
        return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
