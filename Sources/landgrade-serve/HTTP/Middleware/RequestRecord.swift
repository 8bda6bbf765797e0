import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// Counts each answer, and logs it at level debug: by its route, never by what was asked.
struct RequestRecord: RouterMiddleware {
    typealias Context = ServiceContext

    let metrics: Metrics
    let log: Logger

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        let route = context.route
        let (method, status) = (request.method, response.status.code)
        guard response.body.contentLength == nil else {
            record(method, route, status, since: start)
            return response
        }
        // Sent while it is made: answered when all of it is sent.
        let body = response.body
        response.body = ResponseBody { writer in
            try await body.write(writer)
            record(method, route, status, since: start)
        }
        return response
    }

    private func record(
        _ method: HTTPRequest.Method, _ route: String?, _ status: Int, since start: ContinuousClock.Instant
    ) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
        metrics.count(
            route.map { Metrics.Route(method: method == .head ? .get : method, path: $0) }, status: status,
            microseconds: microseconds)
        log.debug(
            "request",
            metadata: [
                "method": "\(Self.shown(method))", "route": "\(route ?? "none")", "status": "\(status)",
                "microseconds": "\(microseconds)",
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
