import SystemSupport
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import LookupService
import NIOCore
import NIOPosix
import ParcelValidation
import StrictJSON
import TabularText

/// Questions by the thousand, and parcel lists.
extension Service {
    func addListRoutes(to router: Router<ServiceContext>) {
        router.post("/v1/lookup") { [self] request, context in try await batch(.lookup, request, context) }
        router.post("/v1/value") { [self] request, context in try await batch(.value, request, context) }
        router.post("/v1/validate") { [self] request, context in
            do {
                return try await judge(takeList(request, context, form: false), context.channel)
            } catch let refused as RefusedList { return Response(refused.problem, refused.language) }
        }
    }

    private func batch(_ kind: Batch.Kind, _ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try request.parameters([])
        guard request.mediaType == MediaType.json else { throw Problem.mediaType(allowed: [MediaType.json]) }
        let share = Share(of: questions)
        let body = try await request.wholeBody(limit: options.batch, share, context.channel)
        let (snapshot, isStale) = try snapshot()
        let batch = try await apart { try Batch(kind, parsing: body) }
        let step = 100
        let language = request.language
        let response = Response(
            status: .ok, headers: [.contentType: MediaType.json],
            body: ResponseBody { [self] writer in
                defer { withExtendedLifetime(share) {} }
                try await writer.write(ByteBuffer(bytes: Batch.opening))
                for start in stride(from: 0, to: batch.count, by: step) {
                    let range = start..<min(start + step, batch.count)
                    let bytes = try await apart { try batch.answers(range, from: snapshot, in: language) }
                    try await writer.write(ByteBuffer(bytes: bytes))
                }
                try await writer.write(ByteBuffer(bytes: Batch.closing))
                try await writer.finish(nil)
            })
        return mark(response, snapshot, isStale: isStale)
    }

    private static let listTypes = [
        "text/csv", "text/tab-separated-values", "text/plain", "application/octet-stream", "multipart/form-data",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/geopackage+sqlite3",
        "application/vnd.sqlite3", "application/vnd.dbf",
    ]

    /// Takes a list in, with what is asked about it.
    ///
    /// - Parameter form: it is sent by the page, whose form has fields of its own.
    func takeList(_ request: Request, _ context: ServiceContext, form: Bool) async throws -> UploadedList {
        let known = form ? ListRequest.formParameters : ListRequest.parameters
        var parameters = try request.parameters(known)
        let type = request.mediaType ?? "text/csv"
        guard Self.listTypes.contains(type) else { throw Problem.mediaType(allowed: Self.listTypes) }
        let (snapshot, isStale) = try snapshot()
        guard let place = uploading.take() else { throw Problem.busy }
        let spool = try await upload(request, context.channel)
        var range = 0..<spool.count
        if type == "multipart/form-data" {
            let contentType = request.headers[.contentType] ?? ""
            let parts = try await apart { try Multipart(spool, contentType: contentType, known: known) }
            range = parts.list
            for (name, value) in parts.fields {
                // A form sends every one of its fields, those left empty too.
                if !value.isEmpty { try parameters.add(name, value) }
            }
        }
        return UploadedList(
            // As the page itself, which is Chinese where `lang` says nothing.
            request: try ListRequest(
                parameters, language: form ? PageCall.language(request.query) : request.language, form: form),
            reader: SpoolReader(spool, range), snapshot: snapshot, isStale: isStale, place: place)
    }

    /// - Throws: `RefusedList` where the list can't be judged.
    func judge(_ list: UploadedList, _ channel: any Channel) async throws -> Response {
        do {
            return try await answer(
                list.request, list.reader, list.snapshot, isStale: list.isStale, list.place, channel)
        } catch let problem as Problem {
            throw RefusedList(problem: problem, language: list.request.language)
        }
    }

    private func answer(
        _ request: ListRequest, _ reader: SpoolReader, _ snapshot: Snapshot, isStale: Bool, _ place: Turns.Turn,
        _ channel: any Channel
    ) async throws -> Response {
        let client = Client(channel)
        let turn = try await judging.takeSoon(for: client)
        withExtendedLifetime(place) {}
        let time = options.layerTime
        let judged = try await judges.runIfActive {
            try ListJudging(request, reader, snapshot, for: client, time: time)
        }
        switch request.form {
        case .summary:
            defer { withExtendedLifetime(turn) {} }
            let summary = try await judges.runIfActive { try judged.summary() }
            return mark(.json(Array((summary.text() + "\n").utf8)), snapshot, isStale: isStale)
        case .xlsx, .gpkg:
            defer { withExtendedLifetime(turn) {} }
            let share = Share(of: room)
            let file = try await judges.runIfActive { try CheckedFile(judged, request, share) }
            return mark(file.response(), snapshot, isStale: isStale)
        case .csv, .jsonl, .reading:
            return mark(checked(judged, request, turn, channel), snapshot, isStale: isStale)
        }
    }

    /// Takes the body in.
    private func upload(_ request: Request, _ channel: any Channel) async throws -> Spool {
        var writer = Spool.Writer(Share(of: room))
        try await request.eachPart(limit: options.list, channel) { try writer.append($0) }
        return writer.finish()
    }

    /// The checked list, sent while it is judged.
    private func checked(
        _ judged: ListJudging, _ request: ListRequest, _ turn: Turns.Turn, _ channel: any Channel
    ) -> Response {
        let isCSV = request.form == .csv
        let reading = judged.reading
        let encoding = request.options.outputEncoding?.rawValue ?? (isCSV ? reading.encoding : "utf-8")
        let pending = PendingJudging(judged, turn)
        var response = Response(
            status: .ok,
            headers: [.contentType: (isCSV ? "text/csv; charset=" : "application/jsonl; charset=") + encoding],
            body: ResponseBody { [self] writer in
                let list = CheckedList(memory: memory, disk: room)
                judges.submit { state in
                    if case .active = state { pending.run(into: list) } else { list.finish(CancellationError()) }
                }
                channel.closeFuture.whenComplete { _ in list.close() }
                do {
                    while let piece = try await list.next() { try await writer.write(piece) }
                } catch {
                    list.close()
                    // The status is sent: all that is left to say it by is a broken connection, and the log.
                    if let problem = error as? Problem {
                        log.info("list not judged to its end", metadata: ["problem": "\(problem.name)"])
                    }
                    throw error
                }
                try await writer.finish(nil)
            })
        response.headers[.contentDisposition] = "attachment; filename=\"checked.\(isCSV ? "csv" : "jsonl")\""
        response.headers[.listEncoding] = reading.encoding
        response.headers[.listDelimiter] = reading.delimiter
        response.headers[.listFirstRow] = String(judged.firstRow)
        response.headers[.listRows] = judged.statedRows.map { String($0) }
        response.headers[.listColumns] = reading.columns
        response.headers[.listKind] = judged.kind
        return response
    }
}

/// A list that was taken in.
struct UploadedList: Sendable {
    let request: ListRequest
    let reader: SpoolReader
    let snapshot: Snapshot
    let isStale: Bool
    /// Among the lists that wait.
    let place: Turns.Turn
}

/// Why a list is not judged, in the language that was asked for its result, which a field of a form may say.
struct RefusedList: Error {
    let problem: Problem
    let language: Language
}
