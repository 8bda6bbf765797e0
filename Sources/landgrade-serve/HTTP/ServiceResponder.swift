import Hummingbird
import HummingbirdCore

/// Answers every request: with what was answered before, or by the router. What holds for all requests is done here, in
/// this order, and not by the router's middleware: a step of its chain is several asynchronous calls, and five steps took
/// a tenth of a look-up's time.
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

    func respond(to request: Request, context: ServiceContext) async throws -> Response {
        let start = ContinuousClock.now
        var turn: Turns.Turn?
        var route: String?
        var response: Response
        do {
            turn = try limit.turn(context)
            try host.check(request)
            try target.check(request)
            try origin.check(request)
            if let known = service.known(request) {
                (response, route) = (known.response, known.route)
            } else {
                response = try await router.respond(to: request, context: context)
                route = context.route
            }
        } catch {
            response = try problems.answer(error, request, context)
            route = context.route
        }
        headers.complete(&response, to: request)
        let answered = Answered(method: request.method, route: route, status: response.status.code, start: start)
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
