import AnswerRendering
import CommandSupport
import LookupService
import SystemPackage
import SystemSupport
import TabularText

/// A list of villages as a workbook, written by `landgrade-workbook` as a checked list is.
struct VillageWorkbook {
    /// The program that writes it.
    private static let program = "landgrade-workbook"

    /// It may be installed, or removed, while the service runs.
    static var isOffered: Bool { SiblingProgram.isInstalled(program) }

    /// A workbook of every village of fifty counties takes less.
    private static let largest = 64 << 20

    private let list: VillageList
    private let language: Language

    init(_ list: VillageList, in language: Language) {
        self.list = list
        self.language = language
    }

    /// The file's bytes. Blocks until the other program has ended.
    func bytes() throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("villages.xlsx")
        do throws(WorkbookError) {
            try write(path)
        } catch .missing { throw Problem.noWorkbooks }
        defer { withExtendedLifetime(folder) {} }
        return try read(path)
    }

    private func write(_ path: FilePath) throws(WorkbookError) {
        let sheet = list.sheet
        let header = WorkbookHeader(
            columns: sheet.header.count, listColumns: sheet.header.count, language: language,
            rowsSheet: language.pick(zh: "村级别", en: "villages").text,
            summarySheet: language.pick(zh: "说明", en: "about").text,
            pageHeading: list.facts.map { $0.text.text }.joined(separator: "  "))
        let output = try WorkbookOutput(path, besides: nil, header: header)
        var bytes: [UInt8] = []
        Self.append(sheet.header, .text, to: &bytes)
        for row in sheet.rows {
            // A row that somebody has to look at has the colour that it has in a checked list.
            Self.append(row.cells, row.isDisputed ? .doubtful : .text, to: &bytes)
            guard bytes.count > 1 << 18 else { continue }
            try output.write(bytes[...])
            bytes = []
        }
        try output.write(bytes[...])
        try output.finish(summary)
    }

    private var summary: WorkbookSummary {
        WorkbookSummary(
            title: language.pick(zh: "各村（社区）土地级别", en: "Land grades of villages").text,
            facts: list.facts.map { WorkbookSummary.Fact($0.name, $0.text) },
            nameColumn: language.listLabels.grade.text,
            countColumn: language.pick(zh: "村（社区）数", en: "villages").text,
            counts: list.counts.map {
                WorkbookSummary.Count($0.name.text, $0.count, $0.disputed > 0 ? .doubtful : .fine)
            })
    }

    private static func append(_ cells: [String], _ kind: CellStream.Kind, to bytes: inout [UInt8]) {
        for cell in cells {
            bytes.append(kind.rawValue)
            bytes += cell.utf8.filter { $0 != 0 }
            bytes.append(0)
        }
    }

    private func read(_ path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .noFollow])
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var block = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = try block.withUnsafeMutableBytes { try file.read(into: $0) }
                guard count > 0 else { return bytes }
                guard bytes.count + count <= Self.largest else { throw Problem.noRoom }
                bytes += block[..<count]
            }
        }
    }
}
