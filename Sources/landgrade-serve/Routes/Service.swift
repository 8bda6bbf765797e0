import GradeStore
import HTTPTypes
import HummingbirdCore
import Logging
import LookupService
import NIOPosix

/// What the routes share.
struct Service: Sendable {
    let store: ServedStore
    let metrics: Metrics
    let options: ServiceLimits
    let log: Logger

    /// Blocking work, which would keep other requests waiting on the threads that serve connections.
    func apart<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    /// What answers now.
    func snapshot() throws(Problem) -> (snapshot: Snapshot, isStale: Bool) {
        let (snapshot, failure) = store.condition
        guard let snapshot else { throw .noStore }
        return (snapshot, failure != nil)
    }

    /// The answer to an inquiry, from memory or else from the store.
    func answer(_ inquiry: Inquiry, _ call: Call) async throws -> Reply {
        let (snapshot, isStale) = try snapshot()
        let bytes: [UInt8]
        if let known = snapshot.known(inquiry) {
            bytes = known
        } else {
            bytes = try await apart { try snapshot.answer(inquiry) }
        }
        return mark(.json(bytes), snapshot, isStale: isStale, call.request)
    }

    /// With what says which generation answered, and without its body where the client has it already.
    func mark(_ reply: Reply, _ snapshot: Snapshot, isStale: Bool, _ request: Request) -> Reply {
        var reply = reply
        let tag = "\"\(snapshot.tag)\""
        reply.fields[.eTag] = tag
        reply.fields[.cacheControl] = "no-cache"
        reply.fields[Headers.generation] = String(snapshot.name.number)
        if isStale { reply.fields[Headers.stale] = "true" }
        if let known = request.headers[.ifNoneMatch], EntityTags.contains(known, tag) { reply.status = 304 }
        return reply
    }
}

struct ServiceLimits: Sendable {
    /// Of a parcel list, in bytes.
    let list: Int
    /// Parcel lists judged at once.
    let lists: Int
    /// Of a batch of questions, in bytes.
    let batch = 8 << 20
    let allowOrigin: String?
}

/// `If-None-Match`
enum EntityTags {
    static func contains(_ list: String, _ tag: String) -> Bool {
        list.split(separator: ",").contains { entry in
            let entry = entry.drop { $0 == " " }
            let value = entry.hasPrefix("W/") ? entry.dropFirst(2) : entry
            return value == "*" || value.prefix { $0 != " " } == tag
        }
    }
}
