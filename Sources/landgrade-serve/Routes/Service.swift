import GradeStore
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import LookupService
import NIOPosix

/// What the routes share.
final class Service: Sendable {
    let store: ServedStore
    let metrics: Metrics
    /// Being answered.
    let requests: Turns
    let options: ServiceLimits
    let log: Logger
    /// Lists being taken in, or waiting to be judged.
    let uploading: Turns
    /// Lists being judged, each on a thread of its own beside those that answer look-ups.
    let judging: Turns
    let judges: NIOThreadPool
    /// Of lists that are not sent back yet, in bytes: on the disk or in memory, and of checked ones in memory.
    let room: Budget
    let memory = Budget(32 << 20)
    /// Workbooks of villages being written, or waiting to be.
    let workbooks = Turns(16)
    let workbookWriter = NIOThreadPool(numberOfThreads: 1)
    let responses = KnownResponses()
    /// Of batches of questions being answered, in bytes.
    let questions = Budget(32 << 20)

    init(_ store: ServedStore, _ metrics: Metrics, _ requests: Turns, _ options: ServiceLimits, _ log: Logger) {
        self.store = store
        self.metrics = metrics
        self.requests = requests
        self.options = options
        self.log = log
        uploading = Turns(8 * options.lists)
        judging = Turns(options.lists)
        judges = NIOThreadPool(numberOfThreads: options.lists)
        judges.start()
        workbookWriter.start()
        room = Budget(options.waiting)
    }

    /// Blocking work, which would keep other requests waiting on the threads that serve connections.
    func apart<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    /// What answers now.
    func snapshot() throws(Problem) -> (snapshot: Snapshot, isStale: Bool) {
        let (snapshot, failure) = store.condition
        guard let snapshot else { throw .noStore }
        return (snapshot, failure != nil)
    }

    /// The response that was given to this very address before, as this request gets it.
    func known(_ request: HTTPRequest) -> KnownResponses.Known? {
        guard let target = request.path else { return nil }
        let (snapshot, failure) = store.condition
        guard let snapshot, var known = responses.response(to: target, from: snapshot) else { return nil }
        address(&known.response, to: request, snapshot, isStale: failure != nil)
        return known
    }

    /// The answer to an inquiry, from memory or else from the store.
    func answer(_ request: Request, _ context: ServiceContext, _ inquiry: Inquiry) async throws -> Response {
        try await keep(request, context) { snapshot in
            if let known = snapshot.known(inquiry) { return .json(known) }
            return .json(try await apart { try snapshot.answer(inquiry) })
        }
    }

    /// Makes a response that depends on nothing but the request's address and the generation, and keeps it.
    func keep(
        _ request: Request, _ context: ServiceContext, _ make: (Snapshot) async throws -> WholeResponse
    ) async throws -> Response {
        let (snapshot, isStale) = try snapshot()
        var response = try await make(snapshot)
        response.head.headerFields.mark(snapshot, isStale: false)
        response.head.headerFields.setTag(snapshot.tag)
        AnswerHeaders.add(to: &response.head.headerFields)
        responses.keep(.init(response: response, route: context.route), to: request.head.path ?? "", from: snapshot)
        address(&response, to: request.head, snapshot, isStale: isStale)
        return Response(response)
    }

    /// Gives a response what depends on when and by whom it was asked for.
    private func address(
        _ response: inout WholeResponse, to request: HTTPRequest, _ snapshot: Snapshot, isStale: Bool
    ) {
        if isStale { response.head.headerFields[.stale] = "true" }
        response.omitBody(knownBy: snapshot.tag, to: request)
    }

    /// With what says which generation answered.
    func mark(_ response: Response, _ snapshot: Snapshot, isStale: Bool) -> Response {
        var response = response
        response.headers.mark(snapshot, isStale: isStale)
        return response
    }
}

extension HTTPFields {
    fileprivate mutating func mark(_ snapshot: Snapshot, isStale: Bool) {
        self[.generation] = String(snapshot.name.number)
        if isStale { self[.stale] = "true" }
    }
}

struct ServiceLimits: Sendable {
    /// Of a parcel list, in bytes.
    let list: Int
    /// Parcel lists judged at once.
    let lists: Int
    /// Of all lists that wait, in bytes.
    let waiting: Int
    /// For reading an uploaded database.
    let layerTime: Duration
    /// Of a batch of questions, in bytes.
    let batch = 8 << 20
    let allowOrigin: String?
}
