import SystemPackage
import SystemSupport
import Testing

import SystemSupport

@Suite struct ChildProgramTests {
    private func failure(_ program: ChildProgram) -> ChildProgram.Failure? {
        do {
            try program.run { _ in }
            return nil
        } catch { return error as? ChildProgram.Failure }
    }

    private func shell(_ script: FilePath, time: Int = 60, memory: Int? = 1024, output: Int = 1 << 20) -> ChildProgram {
        ChildProgram(name: "sh", arguments: ["-c", script], time: time, memory: memory, output: output)
    }

    @Test func `a program that is not there, fails, or prints without end`() {
        guard case .missing? = failure(ChildProgram(name: "no-such-program", arguments: [])) else {
            return #expect(Bool(false))
        }
        guard case .failed(3, "why\n")? = failure(shell("echo why >&2; exit 3")) else { return #expect(Bool(false)) }
        guard case .tooMuch? = failure(shell("while :; do echo aaaaaaaaaaaaaaaa; done")) else {
            return #expect(Bool(false))
        }
    }

    @Test func `time ends it, with the children it started`() throws {
        // The second one holds the pipe open as long as it lives.
        guard case .tooSlow? = failure(shell("sleep 1000 & sleep 1000", time: 1)) else { return #expect(Bool(false)) }
    }

    @Test func `memory beyond its limit is not given`() {
        guard case .failed? = failure(shell("a=x; while :; do a=$a$a; done", memory: 64)) else {
            return #expect(Bool(false))
        }
    }
}
