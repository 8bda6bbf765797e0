import HummingbirdCore
import LookupService

/// Takes a path in one spelling only: the router takes `//v1/lookup/` for `/v1/lookup`.
struct TargetCheck: RequestCheck {
    func check(_ request: Request) throws(Problem) {
        let slash = UInt8(ascii: "/")
        let path = request.path.utf8
        guard path.first == slash else { throw .badTarget }
        var last: UInt8?
        for byte in path {
            guard byte != slash || last != slash else { throw .noRoute }
            last = byte
        }
        guard last != slash || path.count == 1 else { throw .noRoute }
    }
}
