import SystemSupport
import Hummingbird
import HummingbirdCore
import Logging
import LookupService

/// Turns whatever goes wrong into an answer.
struct ProblemAnswers: Sendable {
    let log: Logger
    /// What a browser is shown where no route answers; nil where the page itself fails.
    let page: @Sendable (Problem, Request) -> Response?

    /// - Throws: where there is nobody left to answer.
    func answer(_ error: any Error, _ request: Request, _ context: ServiceContext) throws -> Response {
        switch error {
        case let problem as Problem:
            guard problem.isBeforeRoutes else { return Response(problem, request.language) }
            context.refuse()
            // A person who followed a wrong link gets a page; programs, and what asks the API, get data.
            let page = Self.wantsPage(request) ? page(problem, request) : nil
            return page ?? Response(problem, request.language)
        case let failure as ConnectionFailure: throw failure.cause
        case is Client.Gone: throw error
        default:
            log.error("fault", metadata: ["reason": "\(error)"])
            return Response(.fault, request.language)
        }
    }

    private static func wantsPage(_ request: Request) -> Bool {
        let path = request.path
        guard !path.hasPrefix("/v1/"), !path.hasPrefix("/reconcile") else { return false }
        return request.headers[.accept]?.contains("text/html") ?? false
    }
}

extension Problem {
    /// Whether it is found before a route is asked.
    fileprivate var isBeforeRoutes: Bool {
        switch self {
        case .foreignHost, .foreignOrigin, .badTarget, .noRoute, .method: true
        default: false
        }
    }
}
