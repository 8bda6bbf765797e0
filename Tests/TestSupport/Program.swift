import Subprocess
package import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// What a program printed and how it ended.
package struct Run: Hashable, Sendable {
    package let output: String
    package let error: String
    /// The exit status; a signal is minus its number.
    package let status: Int

    /// Standard output as bytes that may be no text.
    package let bytes: [UInt8]

    package init(output: String, error: String, status: Int, bytes: [UInt8]) {
        self.output = output
        self.error = error
        self.status = status
        self.bytes = bytes
    }
}

/// One of the built programs, or of the machine.
package struct Program: Sendable {
    package static let landgrade = Program(name: "landgrade")
    package static let publish = Program(name: "landgrade-publish")
    package static let sync = Program(name: "landgrade-sync")
    package static let serve = Program(name: "landgrade-serve")
    package static let workbook = Program(name: "landgrade-workbook")

    /// A program of the machine, by its path or its name in /usr/bin.
    package static func tool(_ name: String) -> Program {
        Program(path: FilePath(name.hasPrefix("/") ? name : "/usr/bin/\(name)"))
    }

    package let path: FilePath
    package var name: String { path.lastComponent?.string ?? "" }

    package init(path: FilePath) { self.path = path }

    private init(name: String) { path = Self.folder.appending(name) }

    /// Built beside the test bundle; `LANDGRADE_PROGRAMS` names another folder of programs to be tested.
    package static var folder: FilePath {
        if let folder = getenv("LANDGRADE_PROGRAMS") { return FilePath(String(cString: folder)) }
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        return FilePath(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
            .removingLastComponent()
    }

    /// Runs the program in an environment of its own: English, an empty data folder, nothing inherited.
    /// `wrapper` is a command that runs it (strace), with its path; `folder` is where, else the tests' own.
    package func run(
        _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
        through wrapper: [String] = [], in folder: FilePath? = nil
    ) async throws -> Run {
        var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        for (key, value) in environment { variables[key] = value }
        let words = wrapper + [path.string] + arguments
        let result = try await Subprocess.run(
            .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
            environment: .custom(
                Dictionary(
                    uniqueKeysWithValues: variables.map { (Subprocess.Environment.Key(rawValue: $0.key)!, $0.value) })),
            workingDirectory: folder,
            input: PipedInput(bytes: input), output: .bytes(limit: 64 << 20), error: .bytes(limit: 1 << 20))
        let status =
            switch result.terminationStatus {
            case .exited(let code): Int(code)
            case .signaled(let signal): -Int(signal)
            }
        return Run(
            output: String(decoding: result.standardOutput, as: UTF8.self),
            error: String(decoding: result.standardError, as: UTF8.self), status: status,
            bytes: result.standardOutput)
    }

    /// Bytes for a program's standard input. A program may end without reading them (a wrong option): that is its right,
    /// so the closed pipe is neither a signal that ends all tests nor an error here.
    private struct PipedInput: InputProtocol {
        private static let brokenPipesAreErrors: Void = { signal(SIGPIPE, SIG_IGN) }()

        let bytes: [UInt8]

        func write(with writer: StandardInputWriter) async throws {
            Self.brokenPipesAreErrors
            do {
                _ = try await writer.write(bytes)
            } catch {
                guard error.underlyingError == .brokenPipe else { throw error }
            }
        }
    }
}
