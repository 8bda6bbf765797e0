import SystemSupport
import Hummingbird
import HummingbirdCore
import Logging
import LookupService

/// Turns whatever goes wrong into an answer.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = ServiceContext

    let log: Logger
    /// What a browser is shown where no route answers; nil where the page itself fails.
    let page: @Sendable (Problem, Request) -> Response?

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            guard problem.isBeforeRoutes else { return Response(problem, request.language) }
            context.refuse()
            // A person who followed a wrong link gets a page; programs, and what asks the API, get data.
            let page = Self.wantsPage(request) ? page(problem, request) : nil
            return page ?? Response(problem, request.language)
        } catch let failure as ConnectionFailure {
            throw failure.cause
        } catch let gone as Client.Gone {
            throw gone
        } catch {
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
