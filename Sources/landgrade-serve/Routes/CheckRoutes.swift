import GradeLookup
import GradeModel
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import NIOCore
import NIOPosix
import ParcelValidation
import SystemSupport

/// The page that checks a list. It is no part of the API, whose description leaves pages out.
extension Service {
    func addCheckRoutes(to router: Router<ServiceContext>) {
        page(router, "/check", .lists, []) { call in try Self.lists(call, nil, [:]) }
        router.on("/check", method: .post) { [self] request, context in try await check(request, context) }
    }

    private static func lists(
        _ call: PageCall, _ reading: ListReadingContent?, _ chosen: [String: String]
    ) throws -> Page {
        let counties = try choices(call)
        let editions = try call.snapshot.list { try Listing($0).editions() }
        return ListsPage.page(
            counties, editions, reading, chosen: chosen, hasWorkbooks: VillageWorkbook.isOffered, in: call.frame)
    }

    /// The form: how its list would be read, or the checked list, or why not.
    private func check(_ request: Request, _ context: ServiceContext) async throws -> Response {
        do {
            let upload = try await takeList(request, context, form: true)
            guard upload.request.form == .reading else { return try await judge(upload, context.channel) }
            return try await showReading(upload, request, context)
        } catch let refused as RefusedList {
            return try refusal(refused.problem, request, context)
        } catch let problem as Problem {
            return try refusal(problem, request, context)
        }
    }

    private func showReading(
        _ upload: UploadedList, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let call = try call(request, context)
        let client = Client(context.channel), time = options.layerTime
        let turn = try await judging.takeSoon(for: client)
        defer { withExtendedLifetime(turn) {} }
        let reading = try await judges.runIfActive {
            try ListReadingContent(upload.request, upload.reader, for: client, time: time)
        }
        let page = try await apart { try Self.lists(call, reading, upload.request.chosen) }
        return try response(page, call.frame, request)
    }

    private func call(_ request: Request, _ context: ServiceContext) throws -> PageCall {
        try PageCall(
            request, context, .lists, known: Array(ListRequest.formParameters.subtracting(["lang"])), self)
    }

    /// As a page; for the page's own script as a problem in the words of the page.
    private func refusal(_ problem: Problem, _ request: Request, _ context: ServiceContext) throws -> Response {
        if request.headers[.accept]?.contains("application/problem+json") == true {
            return Response(problem, PageCall.language(request.query), on: .page)
        }
        return try response(PageProblem(problem: problem, frame: call(request, context).frame))
    }
}
