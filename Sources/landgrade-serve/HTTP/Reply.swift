import HTTPTypes
import HummingbirdCore
import NIOCore

/// What a request comes to, before the headers that every response has.
struct Reply: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// Written piece by piece; a failure on the way breaks the connection, so that a client sees that its answer is
        /// not whole.
        case stream(@Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }

    var status: Int
    var contentType: String
    var body: Body
    var fields: HTTPFields = [:]

    static let json = "application/json"

    static func json(_ bytes: [UInt8]) -> Reply { Reply(status: 200, contentType: json, body: .bytes(bytes)) }

    static func text(_ text: String, status: Int = 200) -> Reply {
        Reply(status: status, contentType: "text/plain; charset=utf-8", body: .bytes(Array(text.utf8)))
    }
}

extension ByteBuffer {
    /// All of the bytes as an array.
    var bytes: [UInt8] { Array(readableBytesView) }
}
