import HTTPTypes
import Hummingbird
import Logging

/// One answer that was given.
struct Answered: Sendable {
    let method: HTTPRequest.Method
    /// Nil where no route answered.
    let route: String?
    let status: Int
    /// When the request's header had been read.
    let start: ContinuousClock.Instant
}

/// Counts each answer, and logs it at level debug: by its route, never by what was asked.
struct RequestRecord: Sendable {
    let metrics: Metrics
    let log: Logger

    func add(_ answered: Answered) {
        let (seconds, attoseconds) = (ContinuousClock.now - answered.start).components
        let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
        let method = answered.method == .head ? .get : answered.method
        metrics.count(
            answered.route.map { Metrics.Route(method: method, path: $0) }, status: answered.status,
            microseconds: microseconds)
        log.debug(
            "request",
            metadata: [
                "method": "\(Self.shown(answered.method))", "route": "\(answered.route ?? "none")",
                "status": "\(answered.status)", "microseconds": "\(microseconds)",
            ])
    }

    /// A method is any word a client likes; in a log it is one of a few.
    private static func shown(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .options].contains(method) ? method.rawValue : "other"
    }
}

extension ServiceContext {
    /// The path of the route that answers, as `/v1/townships/{name}/villages`; nil where none does.
    var route: String? { coreContext.endpointPath.value }

    /// From here on no route answers this request.
    func refuse() { coreContext.endpointPath.value = nil }
}
