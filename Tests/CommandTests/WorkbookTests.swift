import SystemPackage
import TestSupport
import Testing

/// XLSX workbooks, sound and broken on purpose, given to the real program. `Tests/Lists/workbooks.py` writes them from
/// bare parts.
@Suite struct WorkbookTests {
    let workspace = TemporaryFolder()

    private static let python = Repository.file("Tests/Lists/workbooks.py").string

    private func validate(_ name: String, _ arguments: [String] = []) async throws -> Run {
        let list = workspace("\(name).xlsx")
        let made = try await Program.tool("/usr/bin/env").run(
            ["python3", Self.python, name, list])
        #expect(made.status == 0, "\(made.error)")
        return try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), list] + arguments)
    }

    private func rows(_ run: Run) -> [Substring] { run.output.split(separator: "\n").dropFirst().map { $0 } }

    private static let sound = [
        "金龙镇,芙蓉村,园地,1,430624100206JZ00012,ok,,金龙镇,芙蓉村,exact,orchard,1,,430624-2025-1,",
        "金龙镇,金龙村,林地,2,,mismatch,,金龙镇,金龙村,exact,forest,1,,430624-2025-1,\"declared 2, official 1\"",
    ]

    @Test(arguments: [
        "sound", "stored", "descriptors", "zip64", "paths", "external", "macros", "no-references", "notes", "titles",
    ])
    func `is read as it is`(name: String) async throws {
        let run = try await validate(name)
        #expect(run.status == 1 && rows(run).map(String.init) == Self.sound, "\(run.output)\(run.error)")
    }

    @Test(arguments: [
        // What can't be taken for whole
        ("bomb", "grows to more than 200 times its compressed size"), ("lying", "is damaged"),
        ("flipped", "is damaged"),
        ("encrypted", "is encrypted"), ("method", "compressed by method 12"), ("overlapping", "overlaps another part"),
        ("repeated", "two files ‘xl/worksheets/sheet1.xml’"), ("entries", "10004 files in the ZIP"),
        ("truncated", "not whole"), ("no-directory", "not whole"), ("trailing", "not whole"),
        ("comment", "a ZIP archive, but no XLSX workbook"),
        // What is no workbook
        ("nested", "in it; unpack it first"), ("open-document", "an OpenDocument file"),
        ("word", "a Word document"), ("binary", "an XLSB workbook"), ("escaping", "lacks ‘xl/worksheets/*.xml’"),
        // XML
        ("doctype", "has a DOCTYPE"), ("billion", "has a DOCTYPE"), ("external-entity", "has a DOCTYPE"),
        ("doctype-strings", "‘xl/sharedStrings.xml’ has a DOCTYPE"), ("deep", "nested too deeply"),
        ("attributes", "is no proper XML"), ("malformed", "is no proper XML"),
        // Cells
        ("column", "‘XFE2’ is no cell's address"), ("far", "XFD2: more than 1024 columns"),
        ("row", "row 1048577 of sheet ‘地块’ is out of order"), ("huge-row", "‘99999999999’ is no cell's address"),
        ("other-row", "‘D3’ is no cell's address"), ("backwards", "row 2 of sheet ‘地块’ is out of order"),
        ("strings-range", "D2 refers to a shared string that is not there"),
        ("strings-negative", "D2 refers to a shared string that is not there"),
        ("long-cell", "the text of D2 is too long"),
        ("much-blank", "nothing but blank rows between row 2 and row 1048576"),
        // Sheets
        ("two-sheets", "several sheets hold something (1=一组, 2=二组); give it with --sheet"), ("empty", "is empty"),
        ("header-only", "the list has a header and no rows"), ("no-header", "is recognised as the header"),
    ])
    func `is refused whole`(name: String, sentence: String) async throws {
        let run = try await validate(name, ["-o", workspace("out.csv")])
        #expect(run.status == 2 && run.output.isEmpty && run.error.contains(sentence), "\(run.error)")
        #expect(names(in: workspace.path) == ["\(name).xlsx"])
    }

    @Test func `bytes before the archive make it no workbook`() async throws {
        let run = try await validate("leading", ["-o", workspace("out.csv")])
        #expect(run.status == 2 && run.output.isEmpty, "\(run.error)")
        #expect(names(in: workspace.path) == ["leading.xlsx"])
    }

    @Test func `every kind of cell`() async throws {
        let run = try await validate("values")
        let cells =
            "430624100206JZ00012,,共享 ,甲乙,算,TRUE,#REF!,2025-03-01,2025-03-01,2025-03-01 12:00:00,60,1900-02-28,0201,"
            + "1234.5,0.3,0.001,430624100206020001,,\"a\nb\",2025-03-01,ok,"
        #expect(run.status == 0 && run.output.contains(cells), "\(run.output)")
        let warning =
            "I2 is a formula: its saved value is taken; K2 is an error value; U2 is a number of more than 15 digits: its last ones are lost; V2 is a formula without a saved value"
        #expect(run.output.contains(warning))
        #expect(run.error.contains("cells with a formula, of which the saved value is taken: 1 (the first is I2)"))
    }

    @Test(arguments: [
        ("error", "bad_row", "D2 is an error value"),
        ("no-value", "bad_row", "D2 is a formula without a saved value; recalculate and save it in the spreadsheet"),
        ("number-id", "bad_row", "the code in E2 was stored as a number and has lost its digits beyond 15"),
        ("scientific-id", "bad_row", "the code in E2 was stored as a number and has lost its digits beyond 15"),
        ("formula", "ok,D2 is a formula: its saved value is taken", "430624-2025-1"),
        ("shuffled", "ok", "430624-2025-1"),
        ("1904", "bad_row", "2025-03-01"),
    ])
    func `one cell is said of its row`(name: String, verdict: String, words: String) async throws {
        let run = try await validate(name)
        let rows = rows(run)
        #expect(rows.count == 2 && rows[0].contains(",\(verdict),") && rows[0].contains(words), "\(run.output)")
        #expect(rows[1].contains(",mismatch,"))
    }

    @Test(arguments: ["merged", "prefixed"])
    func `merged cells are carried down`(name: String) async throws {
        let run = try await validate(name)
        #expect(run.error.contains("merged cells: cells they were carried down to"), "\(run.error)")
        let townships = rows(run).map { $0.prefix { $0 != "," } }
        // The two blank rows that the cell is merged over stay blank.
        #expect(townships == (name == "merged" ? ["金龙镇", "金龙镇", "", "", "金龙镇", ""] : ["金龙镇", "金龙镇"]))
        // A parcel's code is one parcel's.
        #expect(rows(run)[1].split(separator: ",", omittingEmptySubsequences: false)[4].isEmpty)
    }

    /// So that rows have the numbers of the sheet.
    @Test func `a blank row between others is one of the list`() async throws {
        let run = try await validate("apart")
        let blank = ",,,,,not_a_row,,,,,,,,,an empty row"
        #expect(rows(run).map(String.init) == [blank, blank, blank, blank, Self.sound[0], blank, Self.sound[1]])
        #expect(run.error.contains("7 rows: ok 1, mismatch 1, not_a_row 5"), "\(run.error)")
    }

    @Test func `a stray cell far below is read`() async throws {
        let run = try await validate("far-apart", ["-o", workspace("out.csv")])
        #expect(run.status == 1 && run.error.contains("not_a_row 29997"), "\(run.error)")
        #expect(try String(decoding: workspace.bytes("out.csv").suffix(200), as: UTF8.self).contains(Self.sound[1]))
    }

    @Test func `a header of two lines is one`() async throws {
        let run = try await validate("two-lines")
        #expect(run.output.hasPrefix("乡镇,村,地类,级别,面积/亩,landgrade_verdict"))
        #expect(rows(run).count == 1 && run.status == 0)
    }

    /// A column without a header is one of the list's all the same.
    @Test func `every column comes out`() async throws {
        let run = try await validate("beside")
        #expect(!run.error.contains("left out"))
        #expect(
            rows(run).count == 3
                && rows(run).allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count > 16 })
    }

    @Test func `a sheet is given by name or number`() async throws {
        for sheet in ["二组", "2"] {
            let run = try await validate("two-sheets", ["--sheet", sheet])
            #expect(run.status == 1 && run.error.contains("XLSX sheet ‘二组’ (of 2)"))
        }
        let none = try await validate("two-sheets", ["--sheet", "三组"])
        #expect(none.status == 2 && none.error.contains("no sheet ‘三组’; there are: 1=一组, 2=二组"))
    }

    @Test func `the header's row can be told`() async throws {
        let run = try await validate("titles", ["--header-row", "4"])
        #expect(run.status == 1 && run.error.contains("header in row 4"))
        let wrong = try await validate("titles", ["--header-row", "1"])
        #expect(wrong.status == 2 && wrong.error.contains("no column for the village"))
        // Nothing is taken in its place.
        for row in ["3", "99"] {
            let blank = try await validate("titles", ["--header-row", row])
            #expect(blank.status == 2 && blank.error.contains("row \(row) of sheet ‘地块’ has nothing in it"))
        }
    }

    @Test func `the name is nothing and a pipe is no workbook`() async throws {
        try workspace.write("乡镇,村,地类\n金龙镇,芙蓉村,园地\n", to: "list.xlsx")
        let store = try await SharedStore.shared.path()
        let text = try await Program.landgrade.run(["validate", "--store", store, workspace("list.xlsx")])
        #expect(text.status == 0 && text.error.contains("the name ends in .xlsx, but it is text"))
        let pipe = try await Program.landgrade.run(["validate", "--store", store, "-"], input: [0x50, 0x4B, 3, 4])
        #expect(pipe.status == 2 && pipe.error.contains("a workbook can't be read from a pipe"))
        let sheet = try await Program.landgrade.run(
            ["validate", "--store", store, "--sheet", "1", workspace("list.xlsx")])
        #expect(sheet.status == 2 && sheet.error.contains("--sheet is for workbooks"))
    }

    @Test(arguments: [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old .xls workbook or an encrypted one"),
        ([0x00, 0x00, 0x27, 0x0A], "its attributes are in the .dbf beside it"),
        (Array("<html><table>".utf8), "a web page or XML"), (Array("%PDF-1.7".utf8), "a PDF"),
    ])
    func `the real kind is named`(bytes: [UInt8], sentence: String) async throws {
        let run = try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), "-"],
            input: bytes + [UInt8](repeating: 0x20, count: 64))
        #expect(run.status == 2 && run.error.contains(sentence), "\(run.error)")
    }
}
