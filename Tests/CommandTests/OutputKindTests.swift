import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Checked workbooks and copies of databases, by the real programs.
@Suite struct OutputKindTests {
    let workspace = TemporaryFolder()
    private static let list = Repository.file("docs/parcels.csv").string

    private func validate(_ arguments: [String]) async throws -> Run {
        try await Program.landgrade.run(["validate", "--store", try await SharedStore.shared.path()] + arguments)
    }

    private func python(_ script: String, _ arguments: [String]) async throws -> Run {
        try await Program.tool("/usr/bin/env").run(
            ["python3", "-c", script] + arguments)
    }

    /// What a workbook's rows are is read back by our own reader; `scripts/check workbook` has openpyxl read them.
    @Test func `a workbook holds the rows and their summary`() async throws {
        let out = workspace("checked.xlsx")
        let run = try await validate([Self.list, "--by-township", "-o", out])
        #expect(run.status == 1 && run.output.isEmpty, "\(run.error)")
        let text = try await validate([Self.list])
        let again = try await validate([out, "--sheet", "Rows", "--format", "jsonl"])
        let rows = try again.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        let lines = text.output.split(separator: "\n")
        #expect(rows.count == lines.count - 1)
        for (row, line) in zip(rows, lines.dropFirst()) {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(row["input"]?["宗地代码"]?.string == String(cells[0]))
            // What it has of ours from before is replaced.
            #expect(row["input"]?["landgrade_verdict"] == nil)
            #expect(row["landgrade_verdict"]?.string == String(cells[5]))
        }
        let parts = try await python(
            """
            import sys, zipfile
            book = zipfile.ZipFile(sys.argv[1])
            text = book.read("xl/workbook.xml").decode()
            assert 'name="Rows"' in text and 'name="Summary"' in text, text
            assert any("chart" in name for name in book.namelist())
            sheet = book.read("xl/worksheets/sheet2.xml").decode()
            assert "parcels.csv" in sheet and "430624-2025-1" in sheet and "unknown_village" in sheet, sheet
            """, [out])
        #expect(parts.status == 0, "\(parts.error)")
        #expect(names(in: workspace.path) == ["checked.xlsx"])
    }

    @Test func `a copy of a database has our columns`() async throws {
        let (list, out) = (workspace("list.sqlite"), workspace("checked.sqlite"))
        let made = try await python(
            """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            db.execute("CREATE TABLE 地块 (id INTEGER PRIMARY KEY, 乡镇 TEXT, 村 TEXT, 地类 TEXT, 级别 INTEGER, 图 BLOB)")
            db.execute("INSERT INTO 地块 VALUES (7, '金龙镇', '芙蓉村', '园地', 1, x'00ff'), (9, '金龙镇', '金龙村', '林地', 2, NULL)")
            db.commit()
            """, [list])
        #expect(made.status == 0, "\(made.error)")
        let run = try await validate([list, "-o", out])
        #expect(run.status == 1 && run.error.contains("地块"), "\(run.error)")
        let read = try await python(
            """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            print(db.execute("SELECT id, hex(图), landgrade_verdict, landgrade_grade, typeof(landgrade_grade) FROM 地块").fetchall())
            """, [out])
        #expect(
            read.output == "[(7, '00FF', 'ok', 1, 'integer'), (9, '', 'mismatch', 1, 'integer')]\n", "\(read.error)")
        // The same again has each column once.
        let again = try await validate([out, "-o", workspace("again.sqlite")])
        #expect(again.status == 1 && again.error.contains("they are replaced"), "\(again.error)")
    }

    @Test(arguments: ["jsonl", "ndjson", "JSONL"])
    func `a name for JSON lines gets JSON lines`(suffix: String) async throws {
        let stated = try await validate([Self.list, "--format", "jsonl"])
        let out = workspace("checked.\(suffix)")
        let run = try await validate([Self.list, "-o", out])
        let named = try contents(of: FilePath(out))
        #expect(run.status == 1 && named.hasPrefix("{") && named == stated.output, "\(run.error)")
        // Saying it as well is no contradiction.
        let both = try await validate([Self.list, "--format", "jsonl", "-o", out])
        #expect(both.status == 1)
    }

    @Test(arguments: ["txt", "out", "csv"])
    func `another name of a text gets the list and our columns`(suffix: String) async throws {
        let text = try await validate([Self.list])
        let out = workspace("checked.\(suffix)")
        let run = try await validate([Self.list, "-o", out])
        let named = try contents(of: FilePath(out))
        #expect(run.status == 1 && named == text.output, "\(run.error)")
    }

    @Test(arguments: [("jsonl", "checked.csv"), ("csv", "checked.ndjson")])
    func `a format that contradicts the name is refused`(format: String, name: String) async throws {
        let run = try await validate([Self.list, "--format", format, "-o", workspace(name)])
        #expect(run.status == 64 && run.error.contains("--format \(format) is not what a"), "\(run.error)")
        #expect(names(in: workspace.path).isEmpty)
        // A name that says nothing takes either.
        let text = try await validate([Self.list, "--format", format, "-o", workspace("checked.txt")])
        #expect(text.status == 1, "\(text.error)")
    }

    @Test func `what cannot be had is refused before anything is written`() async throws {
        let cases: [([String], String)] = [
            (["-o", workspace("x.gpkg")], "only a list from a GeoPackage or SQLite file can go out as a copy of it"),
            (["--format", "jsonl", "-o", workspace("x.xlsx")], "--format is not for .xlsx files"),
            (["--output-encoding", "gbk", "-o", workspace("x.xlsx")], "--output-encoding is not for .xlsx files"),
            (["--safe-cells", "-o", workspace("x.xlsx")], "leave out --safe-cells"),
            (["-o", workspace("no/x.xlsx")], "can't be written"),
        ]
        for (arguments, sentence) in cases {
            let run = try await validate([Self.list] + arguments)
            #expect(run.status == 2 && run.error.contains(sentence), "\(run.error)")
        }
        #expect(names(in: workspace.path).isEmpty)
    }
}
