import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Testing

@testable import landgrade_serve

/// Each deadline to the second, on a clock that the test moves. The service looks once a second whether one has passed.
@Suite struct DeadlineTests {
    private static let deadlines = Deadlines(
        firstHead: .seconds(5), nextHead: .seconds(60), body: .seconds(30), write: .seconds(40))

    /// A connection as it is served, without a socket.
    private static func connection() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(
            handlers: [HTTPResponseEncoder(), HTTP1ToHTTPServerCodec(secure: false), DeadlineKeeper(deadlines)])
        channel.allowRemoteHalfClosure = true
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private static func request(_ channel: EmbeddedChannel, body: Int? = nil) throws {
        let head = HTTPRequestHead(version: .http1_1, method: body == nil ? .GET : .POST, uri: "/")
        try channel.writeInbound(HTTPServerRequestPart.head(head))
        if let body {
            try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(repeating: 0x20, count: body)))
        } else {
            try channel.writeInbound(HTTPServerRequestPart.end(nil))
        }
    }

    private static func answer(_ channel: EmbeddedChannel) throws {
        let head = HTTPResponse(status: .ok, headerFields: [.contentLength: "0"])
        try channel.writeOutbound(HTTPResponsePart.head(head))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    /// The second in which the connection is closed; nil where it is open at the end.
    private static func end(of channel: EmbeddedChannel, within seconds: Int = 200) -> Int? {
        (1...seconds).first { _ in
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            return !channel.isActive
        }
    }

    @Test func `the first head`() throws {
        #expect(Self.end(of: try Self.connection()) == 6)
    }

    @Test func `the next head`() throws {
        let channel = try Self.connection()
        for _ in 0..<2 {
            try Self.request(channel)
            try Self.answer(channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(59))
            #expect(channel.isActive)
        }
        #expect(Self.end(of: channel) == 2)
    }

    @Test func `a body has a second more for each 64 KiB`() throws {
        let short = try Self.connection()
        try Self.request(short, body: 1)
        #expect(Self.end(of: short) == 31)
        let long = try Self.connection()
        try Self.request(long, body: 128 << 10)
        #expect(Self.end(of: long) == 33)
    }

    @Test func `an answer in the making has no deadline`() throws {
        let channel = try Self.connection()
        try Self.request(channel)
        #expect(Self.end(of: channel) == nil)
    }

    @Test func `an answer that is not taken`() throws {
        let channel = try Self.connection()
        try Self.request(channel)
        // Not flushed: it waits, as for a client that takes nothing.
        let head = HTTPResponse(status: .ok, headerFields: [.contentLength: "3"])
        channel.write(HTTPResponsePart.head(head), promise: nil)
        channel.write(HTTPResponsePart.body(ByteBuffer(string: "abc")), promise: nil)
        #expect(Self.end(of: channel) == 42)
    }

    @Test func `a client that has ended its side`() throws {
        let channel = try Self.connection()
        try Self.request(channel)
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(Self.end(of: channel) == 22)
    }
}
