import AnswerRendering
import HTTPTypes
import HummingbirdCore
import LookupService
import NIOCore
import SystemSupport

/// One path with one method, as data: the same table answers requests, says what a path allows and counts for metrics.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// `/v1/townships/{name}/villages`
    let path: String
    /// `GET /v1/lookup`
    let name: String
    let answer: @Sendable (Call) async throws -> Reply

    init(
        _ method: HTTPRequest.Method, _ path: String, _ answer: @escaping @Sendable (Call) async throws -> Reply
    ) {
        self.method = method
        self.path = path
        name = "\(method.rawValue) \(path)"
        self.answer = answer
    }

    static func get(_ path: String, _ answer: @escaping @Sendable (Call) async throws -> Reply) -> Route {
        Route(.get, path, answer)
    }

    static func post(_ path: String, _ answer: @escaping @Sendable (Call) async throws -> Reply) -> Route {
        Route(.post, path, answer)
    }
}

/// A request on its way to one route.
struct Call: Sendable {
    let request: Request
    /// What stands in the place of `{name}` …, decoded, in order.
    let captures: [String]
    /// The text behind the question mark, as it came.
    let query: Substring?
    let language: Language
    let channel: any Channel

    func parameters(_ known: Set<String>) throws(Problem) -> QueryParameters {
        try QueryParameters(query, known: known)
    }

    /// The language a parameter asks for, else the client's own.
    func language(_ parameters: QueryParameters) throws(Problem) -> Language {
        guard let word = parameters["lang"] else { return language }
        guard let asked = Language(rawValue: word) else {
            throw .badValue(parameter: "lang", value: word, allowed: Language.allCases.map(\.rawValue))
        }
        return asked
    }
}

/// Finds the route of a request. Paths without a placeholder are found by their text; the few with one are gone through.
struct RouteTable: Sendable {
    enum Found {
        case route(Int, captures: [String])
        case otherMethod(allowed: [String])
        case nothing
    }

    let routes: [Route]
    private let fixed: [String: [Int]]
    private let open: [(segments: [Substring], indices: [Int])]

    init(_ routes: [Route]) {
        self.routes = routes
        let paths = Dictionary(grouping: routes.indices) { routes[$0].path }
        fixed = paths.filter { !$0.key.contains("{") }
        open = paths.filter { $0.key.contains("{") }.map { path, indices in
            (path.split(separator: "/", omittingEmptySubsequences: false), indices)
        }
    }

    /// - Parameter path: as it came, percent-encoded.
    func find(_ method: HTTPRequest.Method, _ path: Substring) throws(Problem) -> Found {
        if let indices = fixed[String(path)] { return found(method, indices, []) }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (pattern, indices) in open where pattern.count == segments.count {
            var captures: [String] = []
            var isMatch = true
            for (expected, segment) in zip(pattern, segments) where isMatch {
                if expected.hasPrefix("{") {
                    captures.append(try QueryParameters.decoded(Array(segment.utf8)[...]))
                } else {
                    isMatch = expected == segment
                }
            }
            if isMatch, captures.allSatisfy({ !$0.isEmpty }) { return found(method, indices, captures) }
        }
        return .nothing
    }

    private func found(_ method: HTTPRequest.Method, _ indices: [Int], _ captures: [String]) -> Found {
        let wanted = method == .head ? .get : method
        if let index = indices.first(where: { routes[$0].method == wanted }) {
            return .route(index, captures: captures)
        }
        let methods = indices.map { routes[$0].method }
        return .otherMethod(allowed: (methods + (methods.contains(.get) ? [.head] : [])).map(\.rawValue).sorted())
    }
}
