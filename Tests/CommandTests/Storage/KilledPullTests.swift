import SystemPackage
import TestSupport
import Testing

/// A pull whose end comes at a system call (FAULTS 51, a sample; the soak goes through every call).
@Suite(.enabled(if: StorageScene.hasStrace, "needs strace")) struct KilledPullTests {
    struct Moment: CustomTestStringConvertible {
        let call: String
        let when: Int
        var testDescription: String { "\(call) \(when)" }
    }

    /// The moments at which something is half done: every rename, the link, the modes, flushes, the building itself.
    static let moments =
        (1...6).map { Moment(call: "rename", when: $0) } + [1, 4, 7].map { Moment(call: "fsync", when: $0) } + [
            Moment(call: "symlink", when: 1), Moment(call: "chmod", when: 1), Moment(call: "pwrite64", when: 9),
        ]

    @Test(arguments: moments) func `after it the store is whole and the next pull finishes`(_ moment: Moment)
        async throws
    {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        let log = scene.workspace("calls")
        let killed = try await Program.sync.run(
            ["pull", "--store", scene.store.string],
            through: [
                "/usr/bin/strace", "-f", "-o", log, "-e", "trace=\(moment.call)", "-e",
                "inject=\(moment.call):signal=KILL:when=\(moment.when)",
            ])
        #expect(killed.status != 0)
        try #require(try contents(of: FilePath(log)).contains("+++ killed by SIGKILL"), "nothing was injected")
        let grades = try await scene.grades()
        #expect(grades == ["1"] || grades == ["2"])
        let next = try await scene.pull()
        #expect(next.status == 0, "\(next.error)")
        #expect(try await scene.grades() == ["2"])
        #expect(scene.litter == [])
        let verified = try await Program.landgrade.run(["verify", "--store", scene.store.string])
        #expect(verified.status == 0, "\(verified.error)")
    }
}
