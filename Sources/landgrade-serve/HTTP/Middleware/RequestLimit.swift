import Hummingbird
import HummingbirdCore
import LookupService

/// Answers so many requests at once and tells others to come again.
struct RequestLimit: RouterMiddleware {
    typealias Context = ServiceContext

    let requests: Turns
    let metrics: Metrics

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard let turn = requests.take() else {
            metrics.refuse()
            context.refuse()
            throw Problem.busy
        }
        var response = try await next(request, context)
        guard response.body.contentLength == nil else {
            withExtendedLifetime(turn) {}
            return response
        }
        let body = response.body
        response.body = ResponseBody { writer in
            try await body.write(writer)
            withExtendedLifetime(turn) {}
        }
        return response
    }
}
