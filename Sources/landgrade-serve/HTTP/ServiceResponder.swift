import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Answers every request. What holds for all requests is done here, in this order, and not by the router's middleware: a
/// step of its chain is several asynchronous calls, and five steps took a tenth of a look-up's time.
struct ServiceResponder: HTTPResponder {
    let router: RouterResponder<ServiceContext>
    let service: Service
    let limit: RequestLimit
    let host: HostCheck
    let target: TargetCheck
    let origin: OriginCheck
    let problems: ProblemAnswers
    let headers: AnswerHeaders
    let record: RequestRecord

    /// The response that was given to this address before, whole and without waiting; nil: `respond` has to be asked. What
    /// holds for all requests holds here too: a target that was answered before is a good one, and a GET is free to come
    /// from anywhere.
    func known(_ request: HTTPRequest) -> WholeResponse? {
        let start = ContinuousClock.now
        guard request.method == .get || request.method == .head, !request.hasBody, host.allows(request),
            let known = service.known(request)
        else { return nil }
        var response = known.response
        headers.complete(&response.head.headerFields, response.head.status, to: request)
        if request.method == .head { response.body = ByteBuffer() }
        record.add(
            Answered(method: request.method, route: known.route, status: response.head.status.code, start: start))
        return response
    }

    func respond(to request: Request, context: ServiceContext) async throws -> Response {
        let start = ContinuousClock.now
        var turn: Turns.Turn?
        var response: Response
        do {
            turn = try limit.turn(context)
            try host.check(request)
            try target.check(request)
            try origin.check(request)
            response = try await router.respond(to: request, context: context)
        } catch {
            response = try problems.answer(error, request, context)
        }
        headers.complete(&response.headers, response.status, to: request.head)
        // The router answers HEAD by the route of GET; what no route answers comes here with a body.
        if request.method == .head { response = response.createHeadResponse() }
        let answered = Answered(
            method: request.method, route: context.route, status: response.status.code, start: start)
        guard response.body.contentLength == nil else {
            record.add(answered)
            withExtendedLifetime(turn) {}
            return response
        }
        // Sent while it is made: answered, and no longer one of those at once, when all of it is sent.
        let body = response.body
        response.body = ResponseBody { [record, turn] writer in
            try await body.write(writer)
            record.add(answered)
            withExtendedLifetime(turn) {}
        }
        return response
    }
}
