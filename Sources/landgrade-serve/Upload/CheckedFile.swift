import CommandSupport
import HTTPTypes
import Hummingbird
import HummingbirdCore
import ListChecking
import LookupService
import NIOCore
import ParcelValidation
import SystemPackage
import TableFiles

/// A checked list that is a file: a workbook, or a copy of the list's database. It is made whole before its first byte is
/// sent, in a file without a name.
final class CheckedFile: Sendable {
    private let file: NamelessFile
    private let count: Int
    private let share: Share
    private let form: ListRequest.Form

    /// Judges the list; blocking.
    ///
    /// - Parameter share: of the disk that all lists together have.
    init(_ judged: ListJudging, _ request: ListRequest, _ share: Share) throws {
        form = request.form
        let folder = try TemporaryFolder(), path = folder.path.appending("checked.\(form.rawValue)")
        do {
            if form == .xlsx {
                try Self.writeWorkbook(judged, request, path)
            } else {
                try Self.writeLayer(judged, request, path)
            }
        } catch { throw Self.problem(error) }
        file = NamelessFile(try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .noFollow]))
        count = try file.count
        withExtendedLifetime(folder) {}
        guard share.take(count) else { throw Problem.noRoom }
        self.share = share
    }

    private static func writeWorkbook(_ judged: ListJudging, _ request: ListRequest, _ path: FilePath) throws {
        guard VillageWorkbook.isOffered else { throw Problem.noWorkbooks }
        let sheet = CheckedWorkbook(
            judged.list, judged.facts.all, pageHeading: judged.facts.heading, options: request.options,
            byTownship: true)
        // The validation writes from one thread at a time.
        nonisolated(unsafe) let workbook = try WorkbookOutput(path, besides: nil, header: sheet.header)
        let summary = try judged.list.run(write: { try workbook.write($0) })
        try workbook.finish(sheet.summary(summary))
    }

    private static func writeLayer(_ judged: ListJudging, _ request: ListRequest, _ path: FilePath) throws {
        guard let layer = judged.layer else { throw Problem.noDatabase }
        let copy = try LayerCopy(of: layer.source, to: path)
        let list = judged.list
        var kept: [String: Set<String>] = [:]
        if let verdicts = request.wanted.verdicts { kept[list.verdictColumn] = Set(verdicts.map(list.text)) }
        if let townships = request.wanted.townships { kept[list.townshipColumn] = townships }
        try copy.begin(
            columns: list.ourColumns, clearing: list.staleColumns, keeping: kept.isEmpty ? nil : LayerFilter(kept),
            noting: list.gradeColumn)
        _ = try judged.list.run(write: { try copy.write($0) })
        // A download has no room for remarks: of a file whose table of styles is not QGIS's own, it has none.
        try copy.finish(styles: CheckedStyles(list, in: request.options.language).styles)
    }

    private static func problem(_ error: any Error) -> any Error {
        switch ListJudging.problem(error) {
        case WorkbookError.missing: Problem.noWorkbooks
        case let error: error
        }
    }

    /// - Parameter name: without its ending.
    func response() -> Response {
        let type =
            form == .xlsx
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/geopackage+sqlite3"
        var response = Response(
            status: .ok, headers: [.contentType: type, .contentLength: String(count)],
            body: ResponseBody(contentLength: count) { [self] writer in
                var sent = 0
                while sent < count {
                    var piece = ByteBuffer()
                    let room = min(64 << 10, count - sent), offset = sent
                    let taken = try piece.writeWithUnsafeMutableBytes(minimumWritableBytes: room) {
                        try file.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: $0[..<room]))
                    }
                    guard taken > 0 else { throw Problem.fault }
                    sent += taken
                    try await writer.write(piece)
                }
                try await writer.finish(nil)
            })
        response.headers[.contentDisposition] = "attachment; filename=\"checked.\(form.rawValue)\""
        return response
    }
}
