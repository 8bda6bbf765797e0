import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Every case file, on the real program. `LANDGRADE_RECORD=1` writes what the program says now into the files, and
/// fails while it does: read the difference before it is committed.
@Suite struct CaseTests {
    static let folder = Repository.file("Tests/CommandTests/Cases")

    @Test(arguments: names(in: folder))
    func `the program answers as the case file says`(_ file: String) async throws {
        let path = Self.folder.appending(file)
        let cases = try Case.parse(try contents(of: path))
        try #require(!cases.isEmpty)
        let store =
            try await file.hasPrefix("price") || file.hasPrefix("history")
            ? SharedStore.shared.pathWithExamples() : SharedStore.shared.path()
        let program = file.hasPrefix("publish") ? Program.publish : Program.landgrade
        var found: [Case] = []
        for expected in cases {
            let run = try await program.run(
                shellWords(expected.command), environment: ["LANDGRADE_STORE": store, "HOME": "/nonexistent"])
            let seen = Case(
                comment: expected.comment, command: expected.command, output: lines(run.output, without: store),
                error: lines(run.error, without: store), status: run.status)
            if getenv("LANDGRADE_RECORD") == nil { #expect(seen == expected, "\(file): \(expected.command)") }
            found.append(seen)
        }
        if getenv("LANDGRADE_RECORD") != nil {
            let text = found.map(\.text).joined(separator: "\n")
            let output = try FileDescriptor.open(path, .writeOnly, options: [.truncate])
            try output.closeAfter { _ = try output.writeAll(text.utf8) }
            Issue.record("recorded \(file): read the difference, then run without LANDGRADE_RECORD")
        }
    }

    private func lines(_ text: String, without store: String) -> [String] {
        guard !text.isEmpty else { return [] }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // A text that ends with a line end has no last line behind it; one that does not is shown to lack it.
        if lines.last == "" { lines.removeLast() } else { lines.append("\\ no line end") }
        return lines.map { replace(store, in: $0) }
    }

    private func replace(_ store: String, in line: String) -> String {
        var parts: [Substring] = []
        var rest = Substring(line)
        while let range = rest.firstRange(of: store) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return (parts + [rest]).joined(separator: "STORE")
    }
}
