import HTTPTypes
import Hummingbird
import HummingbirdCore

/// The header fields that every answer has, beside `Date`, which `Application` sets.
struct AnswerHeaders: RouterMiddleware {
    typealias Context = ServiceContext

    private static let noStore = HTTPField(name: .cacheControl, value: "no-store")
    private static let noSniffing = HTTPField(name: .xContentTypeOptions, value: "nosniff")
    /// Nothing in the answer may load or run anything.
    private static let dataPolicy = HTTPField(
        name: .contentSecurityPolicy, value: "default-src 'none'; frame-ancestors 'none'")
    /// A page's own files and nothing else; no script or style inside the page.
    private static let pagePolicy = HTTPField(
        name: .contentSecurityPolicy,
        value: "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    /// With `no-referrer` a browser would send a form of ours as one from nowhere (`Origin: null`).
    private static let pageReferrer = HTTPField(name: .referrerPolicy, value: "same-origin")

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if !response.headers.contains(.cacheControl) { response.headers.append(Self.noStore) }
        response.headers.append(Self.noSniffing)
        if !response.headers.contains(.contentSecurityPolicy) {
            let isPage = response.headers.contains { $0.name == .contentType && $0.value == MediaType.page }
            response.headers.append(isPage ? Self.pagePolicy : Self.dataPolicy)
            if isPage { response.headers.append(Self.pageReferrer) }
        }
        // What of a refused body is not read yet is not worth waiting for. `DeadlineKeeper` ends the connection.
        let isRefusal = response.status.code >= 400 && request.hasBody
        if isRefusal || request.headers[.connection] == "close" { response.headers[.connection] = "close" }
        // The router answers HEAD by the route of GET; what no route answers comes here with a body.
        return request.method == .head ? response.createHeadResponse() : response
    }
}
