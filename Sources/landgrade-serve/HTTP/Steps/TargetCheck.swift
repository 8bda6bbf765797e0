import HTTPTypes
import HummingbirdCore
import LookupService

/// Takes a path in one spelling only: the router takes `//v1/lookup/` for `/v1/lookup`.
struct TargetCheck: Sendable {
    func check(_ request: Request) throws(Problem) {
        let slash = UInt8(ascii: "/")
        let target = (request.head.path ?? "").utf8
        guard target.first == slash else { throw .badTarget }
        var last: UInt8?
        var length = 0
        for byte in target {
            if byte == UInt8(ascii: "?") { break }
            guard byte != slash || last != slash else { throw .noRoute }
            last = byte
            length += 1
        }
        guard last != slash || length == 1 else { throw .noRoute }
    }
}
