import CommandSupport
import StrictJSON
import SystemPackage
import SystemSupport
import TabularText
import TestSupport
import Testing
import SystemSupport

#if canImport(Glibc)
    import Glibc
#endif

/// A part of a workbook as text, by Python's reader of ZIP.
private func part(_ part: String, of workbook: FilePath) async throws -> String {
    let script = "import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"
    let run = try await Program.tool("python3").run(["-c", script, workbook.string, part])
    try #require(run.status == 0, "\(run.error)")
    return run.output
}

/// What the program that judges rows gives to the one that makes the workbook, and what it hears from it.
@Suite struct WorkbookTests {
    let folder = TemporaryFolder()

    // A writer that ends early closes the pipe that is written to.
    init() { signal(SIGPIPE, SIG_IGN) }

    private func header(_ language: Language = .en, columns: Int = 3) -> WorkbookHeader {
        WorkbookHeader(
            columns: columns, listColumns: columns - 1, language: language, rowsSheet: "结果", summarySheet: "汇总")
    }

    private static let summary = WorkbookSummary(
        title: "检查结果", facts: [.init("清单", "a.csv")], nameColumn: "结论", countColumn: "行数",
        counts: [.init("ok", 1, .fine), .init("mismatch", 2, .wrong)],
        townships: .init(columns: ["乡镇", "ok"], rows: [.init("金龙镇", [1])]))
    private static let names = "Tcode\0Tarea\0Tlandgrade_verdict\0"

    private func open(
        _ name: String = "out.xlsx", besides input: FileIdentity? = nil, header: WorkbookHeader? = nil
    ) throws(WorkbookError) -> WorkbookOutput {
        try WorkbookOutput(folder[name], besides: input, header: header ?? self.header())
    }

    @Test func `rows cut anywhere become a sheet`() async throws {
        let workbook = try open()
        let stream = Array("\(Self.names)T0430624\0N12.50\0fok\0T4306241234567890123\0N2\0wmismatch\0".utf8)
        for byte in stream { try workbook.write([byte]) }
        try workbook.finish(Self.summary)
        #expect(folder.names == ["out.xlsx"])
        let sheet = try await part("xl/worksheets/sheet1.xml", of: folder["out.xlsx"])
        #expect(sheet.contains("<dimension ref=\"A1:C3\"/>"))
        #expect(sheet.contains("t=\"inlineStr\"><is><t>0430624</t>") && sheet.contains("<t>4306241234567890123</t>"))
        #expect(sheet.contains("<v>12.5</v>") && sheet.contains("<autoFilter ref=\"A1:C3\"/>"))
        let names = try await part("xl/workbook.xml", of: folder["out.xlsx"])
        #expect(names.contains("name=\"结果\"") && names.contains("name=\"汇总\""))
        let chart = try await part("xl/charts/chart1.xml", of: folder["out.xlsx"])
        #expect(chart.contains("<c:barChart>") && chart.contains("$B$6:$B$7"))
    }

    @Test func `without the end there is no file`() throws {
        do {
            let workbook = try open()
            try workbook.write(Array("\(Self.names)Ta\0N1\0fok\0".utf8)[...])
        }
        #expect(folder.names.isEmpty)
    }

    @Test func `what the other program says is passed on`() throws {
        let long = Array("\(Self.names)T\(String(repeating: "x", count: 32_768))\0N1\0fok\0".utf8)
        for (language, sentence) in [
            (Language.en, "cell A2 would hold 32768 characters, and a workbook's cell takes 32767"),
            (.zh, "单元格 A2 有 32768 个字符，而工作簿的单元格最多 32767 个"),
        ] {
            let workbook = try open(header: header(language))
            let error = try #require(throws: WorkbookError.self) {
                try workbook.write(long[...])
                try workbook.finish(Self.summary)
            }
            #expect(error.sentence(in: .en).text.contains(sentence), "\(error)")
            // Its pipe is closed, so it must not be written to again.
            #expect(throws: error) { try workbook.write([0x54]) }
            #expect(throws: error) { try workbook.finish(Self.summary) }
        }
        #expect(folder.names.isEmpty)
    }

    @Test func `a program that ends early is noticed while rows are written`() throws {
        let workbook = try open(header: header(columns: 20_000))
        let rows = [UInt8](repeating: 0x54, count: 1 << 20)
        let error = #expect(throws: WorkbookError.self) {
            for _ in 0..<100 { try workbook.write(rows[...]) }
        }
        #expect(error?.sentence(in: .en).text.contains("20000 columns") == true, "\(String(describing: error))")
    }

    @Test func `the list itself a link and a folder are refused`() throws {
        let list = folder["list.xlsx"]
        let file = try FileDescriptor.open(list, .writeOnly, options: [.create], permissions: [.ownerReadWrite])
        try file.close()
        let identity = try InputFile(list).identity
        #expect(fault { try open("list.xlsx", besides: identity) } == .input)
        symlink("/etc/passwd", folder["link.xlsx"].string)
        #expect(fault { try open("link.xlsx") } == .link)
        mkdir(folder["folder"].string, 0o755)
        #expect(fault { try open("folder") } == .noRegularFile)
        rmdir(folder["folder"].string)
        let none = try open("none/out.xlsx")
        let error = #expect(throws: WorkbookError.self) { try none.finish(Self.summary) }
        #expect(error?.sentence(in: .en).text.contains("can't be written") == true, "\(String(describing: error))")
        #expect(folder.names == ["link.xlsx", "list.xlsx"])
    }

    @Test func `header and summary come over whole`() throws {
        #expect(try WorkbookHeader(json: header().json) == header())
        let json = Self.summary.json
        #expect(try WorkbookSummary(json: json) == Self.summary)
        for (key, _) in json.members?.map({ ($0.key, $0.value) }) ?? [] {
            let without = JSONValue.object(json.members?.filter { $0.key != key } ?? [])
            let error = #expect(throws: WorkbookFormError.self) { try WorkbookSummary(json: without) }
            #expect(error?.member == key)
        }
    }

    @Test func `a missing program is said with its remedy`() {
        let error = WorkbookError.missing
        #expect(
            error.sentence(in: .en)
                == "landgrade-workbook, which writes .xlsx, is not installed; run scripts/install landgrade-workbook, or write to a .csv file"
        )
        #expect(error.sentence(in: .zh).text.contains("scripts/install landgrade-workbook"))
    }

    /// Why the workbook may not be written where `body` wants it.
    private func fault(_ body: () throws -> WorkbookOutput) -> OutputFileError.Fault? {
        do {
            _ = try body()
        } catch WorkbookError.output(let error) { return error.fault } catch {}
        return nil
    }
}
