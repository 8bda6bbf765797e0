import SystemPackage
import TestSupport
import Testing

/// Small files that are meant to take all memory, all time, or to turn verdicts: on the real program.
@Suite struct HostileFileTests {
    let workspace = TemporaryFolder()
    private static let lists = Repository.file("Tests/Lists")

    private func make(_ name: String) async throws -> String {
        let path = workspace(name)
        let made = try await Program.tool("/usr/bin/env").run(
            ["python3", Self.lists.appending("hostile.py").string, name, path])
        try #require(made.status == 0, "\(made.error)")
        return path
    }

    /// Validates, and says how many MiB it had at the most.
    private func validate(_ name: String, _ arguments: [String] = []) async throws -> (run: Run, peak: Int) {
        let run = try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), try await make(name)] + arguments,
            through: ["/usr/bin/env", "python3", Self.lists.appending("peak.py").string])
        let line = run.error.split(separator: "\n").last.map(String.init) ?? ""
        return (run, try #require(line.split(separator: ": ").last.flatMap { Int($0) }, "\(run.error)"))
    }

    @Test(arguments: ["crash.xlsx", "amp.xlsx", "straddle.xlsx"])
    func `a row of a workbook is bounded while it is put together`(name: String) async throws {
        let (run, peak) = try await validate(name)
        #expect(run.status == 2 && run.error.contains("row 2 holds more than 1 MiB"), "\(run.error)")
        #expect(peak <= 64, "\(peak) MiB")
    }

    /// Each row is allowed, and a hundred of them stand in a few KB of XML.
    @Test func `many long rows are read some at a time`() async throws {
        let (run, peak) = try await validate("nearly.xlsx")
        #expect(run.status == 0 && run.error.contains("150 rows: filled 150"), "\(run.error)")
        #expect(peak <= 100, "\(peak) MiB")
    }

    @Test func `the search for the header is bounded`() async throws {
        let (above, peak) = try await validate("above-header.xlsx")
        #expect(above.status == 2 && peak <= 100, "\(peak) MiB: \(above.error.prefix(200))")
        let (told, other) = try await validate("told-header.xlsx", ["--header-row", "151"])
        #expect(told.status == 0 && told.error.contains("1 row: filled 1"), "\(told.error)")
        #expect(other <= 64, "\(other) MiB")
    }

    @Test func `a shared text is bounded while it is read`() async throws {
        let (run, peak) = try await validate("one-text.xlsx")
        #expect(run.status == 2 && run.error.contains("the text of xl/sharedStrings.xml 0 is too long"))
        #expect(peak <= 64, "\(peak) MiB")
    }

    /// A row of JSON repeats every header.
    @Test func `a block of output is bounded`() async throws {
        let (json, peak) = try await validate("headers.csv", ["--format", "jsonl"])
        #expect(json.status == 0 && json.error.contains("401 rows: filled 401"), "\(json.error.suffix(300))")
        #expect(peak <= 100, "\(peak) MiB")
        let (lines, other) = try await validate("lines.csv", ["--summary", "none"])
        #expect(lines.status == 0 && other <= 128, "\(other) MiB")
    }

    @Test(arguments: [
        ("sort.sqlite", ["of memory"]), ("distinct.sqlite", ["of memory"]), ("wide.sqlite", ["of memory"]),
        ("blob.sqlite", ["too long"]), ("generated.sqlite", ["of memory"]),
        ("geometry-view.gpkg", ["is a view or has generated columns"]),
        // A value of 1 MiB is put together byte by byte: on a loaded machine the time is up before.
        ("concat.sqlite", ["too long", "stopped after 20 seconds"]),
    ])
    func `what a database defines is bounded`(name: String, words: [String]) async throws {
        let (run, peak) = try await validate(name)
        #expect(run.status == 2 && words.contains { run.error.contains($0) }, "\(run.error)")
        #expect(peak <= 128, "\(peak) MiB")
    }

    @Test(arguments: ["loop.sqlite", "cross.sqlite"])
    func `a view without rows ends`(name: String) async throws {
        let (run, peak) = try await validate(name)
        #expect(run.status == 2 && run.error.contains("stopped after 20 seconds without another row"), "\(run.error)")
        #expect(peak <= 64, "\(peak) MiB")
    }

    @Test func `a photo beside the cells is no hindrance`() async throws {
        let (run, _) = try await validate("photo.sqlite")
        #expect(run.status == 0 && run.error.contains("1 row: filled 1"), "\(run.error)")
    }
}
