import AnswerRendering
import HTTPTypes
import HummingbirdCore
import LookupService
import StrictJSON
import SystemSupport

/// Search while typing, and what OpenRefine speaks.
extension Service {
    var reconcileRoutes: [Route] {
        [
            .get("/v1/search") { call in
                let parameters = try call.parameters(Snapshot.searchParameters)
                let (snapshot, isStale) = try snapshot()
                return mark(.json(try await apart { try snapshot.search(parameters) }), snapshot, isStale: isStale)
            },
            .get("/reconcile") { call in
                try await reconcile(call, try call.parameters(["queries", "extend"]))
            },
            .post("/reconcile") { call in
                _ = try call.parameters([])
                guard call.request.mediaType == Self.form else { throw Problem.mediaType(allowed: [Self.form]) }
                let share = Share(of: questions)
                let body = try await call.request.wholeBody(limit: options.batch, share)
                defer { withExtendedLifetime(share) {} }
                guard let text = String(validating: body, as: UTF8.self) else { throw Problem.badEncoding }
                return try await reconcile(call, try QueryParameters(text[...], known: ["queries", "extend"]))
            },
            .get("/reconcile/suggest/entity") { call in
                let parameters = try call.parameters(Reconciliation.suggestParameters)
                return try await value(call) { try $0.suggestEntity(parameters) }
            },
            .get("/reconcile/suggest/property") { call in
                opened(Reconciliation.suggestProperty(try call.parameters(Reconciliation.suggestParameters)), call)
            },
            .get("/reconcile/suggest/type") { call in
                opened(Reconciliation.suggestType(try call.parameters(Reconciliation.suggestParameters)), call)
            },
            .get("/reconcile/properties") { call in
                opened(try Reconciliation.proposals(call.parameters(Reconciliation.proposalParameters)), call)
            },
            .get("/reconcile/preview") { call in try await preview(call) },
        ]
    }

    private static let form = "application/x-www-form-urlencoded"

    private func reconcile(_ call: Call, _ parameters: QueryParameters) async throws -> Reply {
        switch (parameters["queries"], parameters["extend"]) {
        case (nil, nil):
            guard call.request.method != .post else { throw Problem.missingParameter("queries") }
            return opened(Reconciliation.manifest(base: Self.base(call.request)), call)
        case (let queries?, nil): return try await value(call) { try $0.reconcile(queries) }
        case (nil, let extend?): return try await value(call) { try $0.extend(extend) }
        case (_?, _?): throw Problem.repeatedParameter("queries, extend")
        }
    }

    /// Where the client reaches us: the host it named, which has been checked; behind a proxy with TLS the proxy says so.
    private static func base(_ request: Request) -> String {
        let isSecure = request.headers[forwardedProtocol] == "https"
        return "\(isSecure ? "https" : "http")://\(request.head.authority ?? "localhost")"
    }

    // A token, which is what makes a name of a field.
    private static let forwardedProtocol = HTTPField.Name("x-forwarded-proto")!

    private func value(
        _ call: Call, _ make: @escaping @Sendable (Reconciliation) throws -> JSONValue
    ) async throws -> Reply {
        let (snapshot, isStale) = try snapshot()
        let value = try await apart { try make(Reconciliation(snapshot)) }
        return mark(opened(value, call), snapshot, isStale: isStale)
    }

    /// As JSON, for the pages of the one origin that may read it.
    private func opened(_ value: JSONValue, _ call: Call) -> Reply {
        var reply = Reply.json(Array((value.text() + "\n").utf8))
        if let origin = options.allowOrigin {
            reply.fields[.accessControlAllowOrigin] = origin
            reply.fields[.vary] = "Origin"
        }
        return reply
    }

    private func preview(_ call: Call) async throws -> Reply {
        let parameters = try call.parameters(["id", "lang"])
        guard let id = parameters["id"] else { throw Problem.missingParameter("id") }
        let language = try call.language(parameters)
        let (snapshot, isStale) = try snapshot()
        guard let place = try await apart({ try Reconciliation(snapshot).place(id) }) else {
            throw Problem.unknownPlace(id)
        }
        var reply = Reply(
            status: 200, contentType: "text/html; charset=utf-8",
            body: .bytes(Array(PreviewPage(place, language).text.utf8)))
        // OpenRefine shows it in a frame.
        reply.fields[Headers.contentSecurityPolicy] =
            "default-src 'none'; frame-ancestors \(options.allowOrigin ?? "'none'")"
        reply.fields[.contentLanguage] = language.rawValue
        return mark(reply, snapshot, isStale: isStale)
    }
}
