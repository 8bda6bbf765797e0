import AnswerRendering
import GradeModel
import GradeStore
import HTTPTypes
import HummingbirdCore
import Logging
import LookupService
import SystemSupport

/// A request for a page.
struct PageCall: Sendable {
    let snapshot: Snapshot
    let frame: PageFrame
    let captures: [String]
    private let parameters: QueryParameters

    /// A form sends every one of its fields, those left empty too, so an empty value is none.
    subscript(name: String) -> String? { parameters[name].flatMap { $0.isEmpty ? nil : $0 } }

    func date() throws(Problem) -> CalendarDate? { try Inquiry.date(self["as_of"]) }
}

extension PageCall {
    /// - Parameters:
    ///   - known: the names of the page's parameters besides `lang`.
    init(_ call: Call, _ entry: NavigationEntry?, known: [String], _ service: Service) throws(PageProblem) {
        let asked = Self.language(call.query)
        func frame(_ language: Language, _ parameters: QueryParameters?) -> PageFrame {
            let (snapshot, failure) = service.store.condition
            return PageFrame(
                language, entry: entry, otherLanguage: Self.otherLanguage(call, language, known, parameters),
                generation: snapshot, isStale: snapshot != nil && failure != nil)
        }
        do throws(Problem) {
            parameters = try call.parameters(Set(known + ["lang"]))
            _ = try Self.language(parameters)
        } catch { throw PageProblem(problem: error, frame: frame(asked, nil)) }
        self.frame = frame(asked, parameters)
        guard let snapshot = self.frame.generation else {
            throw PageProblem(problem: .noStore, frame: self.frame)
        }
        self.snapshot = snapshot
        captures = call.captures
    }

    /// Chinese unless the address says otherwise: the data are Chinese, and so are those who ask.
    static func language(_ query: Substring?) -> Language {
        (query ?? "").split(separator: "&").contains("lang=en") ? .en : .zh
    }

    /// What `lang` says; nil where there is none.
    static func language(_ parameters: QueryParameters) throws(Problem) -> Language? {
        guard let word = parameters["lang"] else { return nil }
        guard let language = Language(rawValue: word) else {
            throw .badValue(parameter: "lang", value: word, allowed: Language.allCases.map(\.rawValue))
        }
        return language
    }

    /// This very page in the other language.
    private static func otherLanguage(
        _ call: Call, _ language: Language, _ known: [String], _ parameters: QueryParameters?
    ) -> String {
        let path = (call.request.head.path ?? "/").prefix { $0 != "?" }
        return PageLink(language.other)
            .path(String(path), known.map { name in (name, parameters?[name].flatMap { $0.isEmpty ? nil : $0 }) })
    }
}

/// A problem that a page tells.
struct PageProblem: Error {
    let problem: Problem
    let frame: PageFrame
}

extension Service {
    /// A route that answers with a page, also where there is a problem.
    func page(
        _ path: String, _ entry: NavigationEntry?, _ known: [String],
        _ make: @escaping @Sendable (PageCall) throws -> Page
    ) -> Route {
        .get(path) { call in
            do {
                let pageCall = try PageCall(call, entry, known: known, self)
                do {
                    let page = try await apart { try make(pageCall) }
                    return try reply(page, pageCall.frame, call)
                } catch let problem as Problem {
                    throw PageProblem(problem: problem, frame: pageCall.frame)
                } catch {
                    log.error("fault", metadata: ["reason": "\(error)"])
                    throw PageProblem(problem: .fault, frame: pageCall.frame)
                }
            } catch let failed as PageProblem {
                return try reply(failed)
            }
        }
    }

    /// The page for a path that leads nowhere; nil where the page itself fails.
    func page(_ problem: Problem, _ request: Request) -> Reply? {
        let path = request.head.path ?? "/"
        let query = path.firstIndex(of: "?").map { path[path.index(after: $0)...] }
        let language = PageCall.language(query)
        let frame = PageFrame(
            language, entry: nil, otherLanguage: PageLink(language.other).path("/"),
            generation: store.condition.snapshot, isStale: false)
        return try? reply(PageProblem(problem: problem, frame: frame))
    }

    func reply(_ failed: PageProblem) throws -> Reply {
        var reply = try html(ProblemPage.page(failed.problem, in: failed.frame))
        reply.status = failed.problem.status
        if case .method(let allowed) = failed.problem { reply.fields[.allow] = allowed.joined(separator: ", ") }
        if reply.status == 503 { reply.fields[Headers.retryAfter] = "1" }
        return reply
    }

    private func reply(_ page: Page, _ frame: PageFrame, _ call: Call) throws -> Reply {
        var reply = try html(page)
        guard let generation = frame.generation else { return reply }
        reply.fields[Headers.generation] = String(generation.name.number)
        if frame.isStale { reply.fields[Headers.stale] = "true" }
        guard case .bytes(let bytes) = reply.body else { return reply }
        let tag = Pages.tag(bytes)
        reply.fields[.eTag] = tag
        reply.fields[.cacheControl] = "no-cache"
        if let known = call.request.headers[.ifNoneMatch], EntityTags.contains(known, tag) { reply.status = 304 }
        return reply
    }

    private func html(_ page: Page) throws -> Reply {
        guard let bytes = Pages.templates.render(page) else { throw Problem.fault }
        return Reply(status: 200, contentType: "text/html; charset=utf-8", body: .bytes(bytes))
    }
}
