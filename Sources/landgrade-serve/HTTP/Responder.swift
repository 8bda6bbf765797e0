import AnswerRendering
import HTTPTypes
import HummingbirdCore
import Logging
import LookupService
import NIOCore
import StrictJSON
import SystemSupport

/// Every request passes here: checks that hold for all, its route, and the response with the headers of all.
struct Responder: Sendable {
    let table: RouteTable
    let hosts: HostCheck
    let origins: OriginCheck
    let metrics: Metrics
    let maxRequests: Int
    let maxBody: Int
    let log: Logger
    /// What a browser is shown where no route is found.
    let problemPage: @Sendable (Problem, Request) -> Reply?
    private let headers = Headers()

    init(
        _ table: RouteTable, hosts: HostCheck, origins: OriginCheck, metrics: Metrics, maxRequests: Int, maxBody: Int,
        log: Logger,
        problemPage: @escaping @Sendable (Problem, Request) -> Reply?
    ) {
        self.table = table
        self.hosts = hosts
        self.origins = origins
        self.metrics = metrics
        self.maxRequests = maxRequests
        self.maxBody = maxBody
        self.log = log
        self.problemPage = problemPage
    }

    func respond(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        let start = ContinuousClock.now
        let open = metrics.begin()
        defer { metrics.end() }
        let found: (route: Int?, reply: Reply)
        if open > maxRequests {
            metrics.refuse()
            found = (nil, Self.reply(.busy, .en))
        } else {
            // A client that asks first (curl, with a large body) would otherwise wait a second for this.
            if request.isAskingFirst, (try? request.checkLength(limit: maxBody)) != nil {
                try await writer.writeInformationalHead(HTTPResponse(status: .continue))
            }
            found = try await reply(to: request, channel)
        }
        try await send(found.reply, for: request, writer)
        let duration = ContinuousClock.now - start
        metrics.count(
            route: found.route.map { table.routes[$0].name } ?? "none", status: found.reply.status, duration: duration)
        log.debug(
            "request",
            metadata: [
                "method": "\(Self.shown(request.method))",
                "route": "\(found.route.map { table.routes[$0].path } ?? "none")", "status": "\(found.reply.status)",
                "microseconds":
                    "\(duration.components.attoseconds / 1_000_000_000_000 + duration.components.seconds * 1_000_000)",
            ])
    }

    /// A method is any word a client likes; in a log it is one of a few.
    private static func shown(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .options].contains(method) ? method.rawValue : "other"
    }

    private func reply(to request: Request, _ channel: any Channel) async throws -> (route: Int?, reply: Reply) {
        var route: Int?
        var language = Language.en
        do {
            language = Self.language(request.headers[.acceptLanguage])
            guard hosts.allows(request.head.authority) else { throw Problem.foreignHost }
            let target = request.head.path ?? ""
            guard target.utf8.first == UInt8(ascii: "/") else { throw Problem.badTarget }
            let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
            let path = target[..<(mark ?? target.endIndex)]
            guard request.method != .post || origins.allows(request, path: path) else { throw Problem.foreignOrigin }
            switch try table.find(request.method, path) {
            case .nothing: throw Problem.noRoute
            case .otherMethod(let allowed): throw Problem.method(allowed: allowed)
            case .route(let index, let captures):
                route = index
                let query = mark.map { target[target.utf8.index(after: $0)...] }
                let call = Call(
                    request: request, captures: captures, query: query, language: language, channel: channel)
                return (route, try await table.routes[index].answer(call))
            }
        } catch let problem as Problem {
            // Somebody who followed a wrong link gets a page; a program, and whoever asks the API, gets data.
            let page = route == nil && Self.wantsPage(request) ? problemPage(problem, request) : nil
            return (route, page ?? Self.reply(problem, language))
        } catch let failure as ConnectionFailure {
            throw failure.cause
        } catch let gone as Client.Gone {
            throw gone
        } catch {
            log.error("fault", metadata: ["reason": "\(error)"])
            return (route, Self.reply(.fault, language))
        }
    }

    private static func wantsPage(_ request: Request) -> Bool {
        let path = request.head.path ?? ""
        guard !path.hasPrefix("/v1/"), !path.hasPrefix("/reconcile") else { return false }
        return request.headers[.accept]?.contains("text/html") ?? false
    }

    static func reply(_ problem: Problem, _ language: Language) -> Reply {
        let text = problem.json(in: language).text() + "\n"
        var reply = Reply(
            status: problem.status, contentType: "application/problem+json", body: .bytes(Array(text.utf8)))
        reply.fields[.contentLanguage] = language.rawValue
        if case .method(let allowed) = problem { reply.fields[.allow] = allowed.joined(separator: ", ") }
        if problem.status == 503 { reply.fields[Headers.retryAfter] = "1" }
        return reply
    }

    /// The first of the client's languages that we have; its weights are left out of account.
    static func language(_ accepted: String?) -> Language {
        for range in accepted?.split(separator: ",") ?? [] {
            let word = range.drop { $0 == " " }
            if word.hasPrefix("zh") { return .zh }
            if word.hasPrefix("en") { return .en }
        }
        return .en
    }

    private func send(_ reply: Reply, for request: Request, _ writer: consuming ResponseWriter) async throws {
        var reply = reply
        // What of the body is not read yet is not worth waiting for.
        if reply.status >= 400, request.hasBody { reply.fields[.connection] = "close" }
        if request.headers[.connection] == "close" { reply.fields[.connection] = "close" }
        let status = HTTPResponse.Status(code: reply.status)
        switch reply.body {
        case .bytes(let bytes):
            let fields = headers.complete(reply, length: reply.status == 304 ? nil : bytes.count)
            let head = HTTPResponse(status: status, headerFields: fields)
            if request.method == .head || reply.status == 304 { return try await writer.writeResponse(head) }
            try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .stream(let write):
            let head = HTTPResponse(status: status, headerFields: headers.complete(reply, length: nil))
            if request.method == .head { return try await writer.writeResponse(head) }
            try await writer.write(response: head, body: ResponseBody { try await write(&$0) })
        }
    }
}
