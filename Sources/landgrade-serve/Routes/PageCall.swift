import AnswerRendering
import CommandSupport
import GradeModel
import GradeStore
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import LookupService
import SystemSupport

/// A request for a page.
struct PageCall: Sendable {
    let snapshot: Snapshot
    let frame: PageFrame
    private let context: ServiceContext
    private let parameters: QueryParameters

    /// A form sends every one of its fields, those left empty too, so an empty value is none.
    subscript(name: String) -> String? { parameters[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// What stands in the place of `{name}` in the path.
    func captured(_ name: String) throws(Problem) -> String { try context.captured(name) }

    func date() throws(Problem) -> CalendarDate? { try Inquiry.date(self["as_of"]) }
}

extension PageCall {
    /// - Parameters:
    ///   - known: the names of the page's parameters besides `lang`.
    init(
        _ request: Request, _ context: ServiceContext, _ entry: NavigationEntry?, known: [String], _ service: Service
    ) throws(PageProblem) {
        let asked = Self.language(request.query)
        func frame(_ language: Language, _ parameters: QueryParameters?) -> PageFrame {
            let (snapshot, failure) = service.store.condition
            return PageFrame(
                language, entry: entry, otherLanguage: Self.otherLanguage(request, language, known, parameters),
                generation: snapshot, isStale: snapshot != nil && failure != nil, today: .today)
        }
        do throws(Problem) {
            parameters = try request.parameters(Set(known + ["lang"]))
            _ = try Self.language(parameters)
        } catch { throw PageProblem(problem: error, frame: frame(asked, nil)) }
        self.frame = frame(asked, parameters)
        guard let snapshot = self.frame.generation else {
            throw PageProblem(problem: .noStore, frame: self.frame)
        }
        self.snapshot = snapshot
        self.context = context
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
        _ request: Request, _ language: Language, _ known: [String], _ parameters: QueryParameters?
    ) -> String {
        PageLink(language.other)
            .path(
                String(request.path), known.map { name in (name, parameters?[name].flatMap { $0.isEmpty ? nil : $0 }) })
    }
}

/// What was asked for has a page of its own, at this path.
struct Elsewhere: Error {
    let path: String
}

/// A problem that a page tells.
struct PageProblem: Error {
    let problem: Problem
    let frame: PageFrame
}

extension Service {
    /// Adds a route that answers with a page, also where there is a problem.
    func page(
        _ router: Router<ServiceContext>, _ path: RouterPath, _ entry: NavigationEntry?, _ known: [String],
        _ make: @escaping @Sendable (PageCall) throws -> Page
    ) {
        router.get(path) { [self] request, context in
            do {
                let call = try PageCall(request, context, entry, known: known, self)
                do {
                    let page = try await apart { try make(call) }
                    return try response(page, call.frame, request)
                } catch let elsewhere as Elsewhere {
                    return try response(elsewhere, call.frame)
                } catch let problem as Problem {
                    throw PageProblem(problem: problem, frame: call.frame)
                } catch {
                    log.error("fault", metadata: ["reason": "\(error)"])
                    throw PageProblem(problem: .fault, frame: call.frame)
                }
            } catch let failed as PageProblem {
                return try response(failed)
            }
        }
    }

    /// The page for a path that leads nowhere; nil where the page itself fails.
    func page(_ problem: Problem, _ request: Request) -> Response? {
        let language = PageCall.language(request.query)
        let frame = PageFrame(
            language, entry: nil, otherLanguage: PageLink(language.other).path("/"),
            generation: store.condition.snapshot, isStale: false)
        return try? response(PageProblem(problem: problem, frame: frame))
    }

    private func response(_ elsewhere: Elsewhere, _ frame: PageFrame) throws -> Response {
        var response = Response([], MediaType.text, status: .seeOther)
        response.headers[.location] = elsewhere.path
        response.headers[.cacheControl] = "no-cache"
        guard let generation = frame.generation else { return response }
        return mark(response, generation, isStale: frame.isStale)
    }

    func response(_ failed: PageProblem) throws -> Response {
        var response = Response(
            try bytes(ProblemPage.page(failed.problem, in: failed.frame)), MediaType.page,
            status: HTTPResponse.Status(code: failed.problem.status))
        response.addFields(of: failed.problem)
        return response
    }

    func response(_ page: Page, _ frame: PageFrame, _ request: Request) throws -> Response {
        let bytes = try bytes(page)
        let response = Response(bytes, MediaType.page)
        guard let generation = frame.generation else { return response }
        var marked = mark(response, generation, isStale: frame.isStale)
        let tag = Pages.tag(bytes)
        marked.headers.setTag(tag)
        marked.omitBody(knownBy: tag, to: request)
        return marked
    }

    private func bytes(_ page: Page) throws -> [UInt8] {
        guard let bytes = Pages.templates.render(page) else { throw Problem.fault }
        return bytes
    }
}
