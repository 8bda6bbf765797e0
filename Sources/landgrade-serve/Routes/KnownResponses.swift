import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import Synchronization

/// Responses that were given before, by the text of the address that asked: to find the route, to read the address and to
/// make a response of an answer take longer than all else that is done for a known look-up. Of one generation; another
/// one's push them out.
final class KnownResponses: Sendable {
    struct Known: Sendable {
        var response: WholeResponse
        /// The path of the route that gave it.
        let route: String?
    }

    private typealias Cache = AnswerCache<String, Known>

    private let held = Mutex<(tag: String, cache: Cache)?>(nil)

    /// What a response takes beside its body, about.
    private static let fields = 1024

    func response(to target: String, from snapshot: Snapshot) -> Known? {
        cache(of: snapshot).answer(to: target)
    }

    /// - Parameter known: depends on nothing but its address and the generation.
    func keep(_ known: Known, to target: String, from snapshot: Snapshot) {
        cache(of: snapshot).keep(known, bytes: known.response.body.readableBytes + Self.fields, for: target)
    }

    private func cache(of snapshot: Snapshot) -> Cache {
        held.withLock { held in
            if let held, held.tag == snapshot.tag { return held.cache }
            let cache = Cache(limit: 16 << 20)
            held = (snapshot.tag, cache)
            return cache
        }
    }
}
