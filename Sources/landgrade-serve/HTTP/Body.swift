import HTTPTypes
import HummingbirdCore
import LookupService
import NIOCore
import NIOHTTPTypes

/// The connection failed under a request: nobody is there to be answered.
struct ConnectionFailure: Error {
    let cause: any Error
}

extension HTTPRequest {
    /// Whether a body comes behind the header.
    var hasBody: Bool {
        headerFields[.transferEncoding] != nil || headerFields[.contentLength].map { $0 != "0" } ?? false
    }
}

extension Request {
    /// Whether the client waits for a word before it sends the body (curl, with a large one).
    private var isAskingFirst: Bool { head.hasBody && headers[.expect]?.lowercased() == "100-continue" }

    /// Refuses by the length the client states, before a byte of the body is read.
    private func checkLength(limit: Int) throws {
        guard let text = headers[.contentLength] else { return }
        guard let length = Int(text), length <= limit else { throw Problem.bodyTooLarge(limit: limit) }
    }

    /// Hands on the body as it comes.
    func eachPart(
        limit: Int, _ channel: any Channel, _ body: (ByteBuffer) async throws -> Void
    ) async throws {
        try checkLength(limit: limit)
        if isAskingFirst {
            do {
                try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue)))
            } catch { throw ConnectionFailure(cause: error) }
        }
        var count = 0
        var parts = self.body.makeAsyncIterator()
        while true {
            let part: ByteBuffer?
            do {
                part = try await parts.next()
            } catch { throw ConnectionFailure(cause: error) }
            guard let part else { return }
            count += part.readableBytes
            guard count <= limit else { throw Problem.bodyTooLarge(limit: limit) }
            try await body(part)
        }
    }

    /// The whole body, as long as all together have room for it.
    func wholeBody(limit: Int, _ share: Share, _ channel: any Channel) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await eachPart(limit: limit, channel) { part in
            guard share.take(part.readableBytes) else { throw Problem.busy }
            bytes += part.readableBytesView
        }
        return bytes
    }

    /// The media type of the body, lower case and without parameters.
    var mediaType: String? {
        headers[.contentType].map { text in
            let type = text.prefix { $0 != ";" }
            return String(type.filter { !$0.isWhitespace }).lowercased()
        }
    }
}
