import Hummingbird
import HummingbirdCore
import LookupService

/// Whether a request may be answered at all.
protocol RequestCheck: Sendable {
    func check(_ request: Request) throws(Problem)
}

/// Asks one check after the other, as one step of the chain: each step costs every request time.
struct RequestChecks: RouterMiddleware {
    typealias Context = ServiceContext

    private let checks: [any RequestCheck]

    init(_ checks: [any RequestCheck]) { self.checks = checks }

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        for check in checks { try check.check(request) }
        return try await next(request, context)
    }
}
