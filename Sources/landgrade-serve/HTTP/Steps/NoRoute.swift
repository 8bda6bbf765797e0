import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import NIOCore

/// Answers where the router finds no route: says which methods the path takes, or that there is nothing at it.
struct NoRoute: RouterMiddleware {
    typealias Context = ServiceContext

    /// By their paths alone.
    private let paths: RouterResponder<ServiceContext>

    init(_ routes: [Router<ServiceContext>.RouteDescription]) {
        let router = Router(context: ServiceContext.self)
        for (path, routes) in Dictionary(grouping: routes, by: \.path.description) {
            let methods = routes.map(\.method)
            let allowed = (methods + (methods.contains(.get) ? [.head] : [])).map(\.rawValue).sorted()
            router.get(RouterPath(path)) { _, _ -> Response in throw Problem.method(allowed: allowed) }
        }
        paths = router.buildResponder()
    }

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var head = request.head
        head.method = .get
        _ = try await paths.respond(to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: context)
        throw Problem.noRoute
    }
}
