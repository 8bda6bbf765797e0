import SystemPackage
import TestSupport
import Testing

/// What makes an update survive a power failure is an order of calls, and nothing but the calls shows it (FAULTS 57).
@Suite(.enabled(if: StorageScene.hasStrace, "needs strace")) struct FlushOrderTests {
    @Test func `a file is flushed before its name and the folder before and after the link`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        let log = scene.workspace("calls")
        let run = try await Program.sync.run(
            ["pull", "--store", scene.store.string],
            through: [
                "/usr/bin/strace", "-f", "-y", "-o", log, "-e", "trace=fsync,fdatasync,rename,write,pwrite64,chmod",
            ])
        try #require(run.status == 0, "\(run.error)")
        let store = scene.store.string
        let calls = try contents(of: FilePath(log)).split(separator: "\n").compactMap { step(String($0), store) }
        // From the last page of the build on; before it come the trust record and the pages.
        let last = try #require(calls.lastIndex(of: "write build"))
        #expect(
            Array(calls[(last + 1)...]) == [
                "mode build", "flush build", "write side", "flush side", "name side", "name generation", "flush store",
                "name link", "flush store", "write trust", "flush trust", "name trust", "flush trust folder",
            ])
        // What was seen is on disk before the first page of the build.
        let first = try #require(calls.firstIndex(of: "write build"))
        let noted = try #require(calls.lastIndex(of: "flush trust folder", before: first))
        #expect(calls[..<noted].suffix(3) == ["write trust", "flush trust", "name trust"])
    }

    private func step(_ line: String, _ store: String) -> String? {
        let steps = [
            ("write(", "<\(store)/tmp/build.sqlite>", "write build"),
            ("pwrite64(", "<\(store)/tmp/build.sqlite>", "write build"),
            ("chmod(", "\"\(store)/tmp/build.sqlite\"", "mode build"),
            ("fsync(", "<\(store)/tmp/build.sqlite>", "flush build"),
            ("write(", "<\(store)/tmp/side>", "write side"), ("fsync(", "<\(store)/tmp/side>", "flush side"),
            ("rename(", "\"\(store)/tmp/side\"", "name side"),
            ("rename(", "\"\(store)/tmp/build.sqlite\"", "name generation"),
            ("rename(", "\"\(store)/tmp/link\"", "name link"), ("fsync(", "<\(store)>", "flush store"),
            // Without a name until it is whole.
            ("write(", "<\(store)/trust/#", "write trust"), ("fsync(", "<\(store)/trust/#", "flush trust"),
            ("rename(", ".trust.new\"", "name trust"), ("fsync(", "<\(store)/trust>", "flush trust folder"),
        ]
        return steps.first { line.contains(" \($0.0)") && line.contains($0.1) }?.2
    }
}

extension [String] {
    fileprivate func lastIndex(of word: String, before end: Int) -> Int? { self[..<end].lastIndex(of: word) }
}
