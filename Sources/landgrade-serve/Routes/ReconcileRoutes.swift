import AnswerRendering
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import StrictJSON
import SystemSupport

/// Search while typing, and what OpenRefine speaks.
extension Service {
    func addReconcileRoutes(to router: Router<ServiceContext>) {
        router.get("/v1/search") { [self] request, _ in
            let parameters = try request.parameters(Snapshot.searchParameters)
            let (snapshot, isStale) = try snapshot()
            return mark(.json(try await apart { try snapshot.search(parameters) }), snapshot, isStale: isStale)
        }
        router.get("/reconcile") { [self] request, _ in
            try await reconcile(request, try request.parameters(["queries", "extend"]))
        }
        router.post("/reconcile") { [self] request, context in
            _ = try request.parameters([])
            guard request.mediaType == MediaType.form else { throw Problem.mediaType(allowed: [MediaType.form]) }
            let share = Share(of: questions)
            let body = try await request.wholeBody(limit: options.batch, share, context.channel)
            defer { withExtendedLifetime(share) {} }
            guard let text = String(validating: body, as: UTF8.self) else { throw Problem.badEncoding }
            return try await reconcile(request, try QueryParameters(text[...], known: ["queries", "extend"]))
        }
        router.get("/reconcile/suggest/entity") { [self] request, _ in
            let parameters = try request.parameters(Reconciliation.suggestParameters)
            return try await value { try $0.suggestEntity(parameters) }
        }
        router.get("/reconcile/suggest/property") { [self] request, _ in
            opened(Reconciliation.suggestProperty(try request.parameters(Reconciliation.suggestParameters)))
        }
        router.get("/reconcile/suggest/type") { [self] request, _ in
            opened(Reconciliation.suggestType(try request.parameters(Reconciliation.suggestParameters)))
        }
        router.get("/reconcile/properties") { [self] request, _ in
            opened(try Reconciliation.proposals(request.parameters(Reconciliation.proposalParameters)))
        }
        router.get("/reconcile/preview") { [self] request, _ in try await preview(request) }
    }

    private func reconcile(_ request: Request, _ parameters: QueryParameters) async throws -> Response {
        switch (parameters["queries"], parameters["extend"]) {
        case (nil, nil):
            guard request.method != .post else { throw Problem.missingParameter("queries") }
            return opened(Reconciliation.manifest(base: Self.base(request)))
        case (let queries?, nil): return try await value { try $0.reconcile(queries) }
        case (nil, let extend?): return try await value { try $0.extend(extend) }
        case (_?, _?): throw Problem.repeatedParameter("queries, extend")
        }
    }

    /// Where the client reaches us: the host it named, which has been checked; behind a proxy with TLS the proxy says so.
    private static func base(_ request: Request) -> String {
        let isSecure = request.headers[.forwardedProtocol] == "https"
        return "\(isSecure ? "https" : "http")://\(request.head.authority ?? "localhost")"
    }

    private func value(_ make: @escaping @Sendable (Reconciliation) throws -> JSONValue) async throws -> Response {
        let (snapshot, isStale) = try snapshot()
        let value = try await apart { try make(Reconciliation(snapshot)) }
        return mark(opened(value), snapshot, isStale: isStale)
    }

    /// As JSON, for the pages of the one origin that may read it.
    private func opened(_ value: JSONValue) -> Response {
        var response = Response.json(Array((value.text() + "\n").utf8))
        if let origin = options.allowOrigin {
            response.headers[.accessControlAllowOrigin] = origin
            response.headers[.vary] = "Origin"
        }
        return response
    }

    private func preview(_ request: Request) async throws -> Response {
        let parameters = try request.parameters(["id", "lang"])
        guard let id = parameters["id"] else { throw Problem.missingParameter("id") }
        let language = try request.language(parameters)
        let (snapshot, isStale) = try snapshot()
        guard let place = try await apart({ try Reconciliation(snapshot).place(id) }) else {
            throw Problem.unknownPlace(id)
        }
        var response = Response(Array(PreviewPage(place, language).text.utf8), MediaType.page)
        // OpenRefine shows it in a frame.
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; frame-ancestors \(options.allowOrigin ?? "'none'")"
        response.headers[.contentLanguage] = language.rawValue
        return mark(response, snapshot, isStale: isStale)
    }
}
