import Subprocess
import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What a program printed and how it ended.
struct Run: Hashable {
    let output: String
    let error: String
    /// The exit status; a signal is minus its number.
    let status: Int

    /// Standard output as bytes that may be no text.
    let bytes: [UInt8]
}

/// One of the built programs.
struct Program {
    static let landgrade = Program(name: "landgrade")
    static let publish = Program(name: "landgrade-publish")
    static let sync = Program(name: "landgrade-sync")

    let name: String
    /// A copy in another place.
    var elsewhere: FilePath?

    /// Built beside the test bundle; `LANDGRADE_BIN` names another folder of programs to be tested.
    static var folder: FilePath {
        if let folder = getenv("LANDGRADE_BIN") { return FilePath(String(cString: folder)) }
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        return FilePath(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
            .removingLastComponent()
    }

    var path: FilePath { elsewhere ?? Self.folder.appending(name) }

    /// Runs the program in an environment of its own: English, an empty data folder, nothing inherited.
    /// `wrapper` is a command that runs it (strace); with `itself` false the wrapper and its arguments are all.
    func run(
        _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
        through wrapper: [String] = [], itself: Bool = true
    ) async throws -> Run {
        var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        for (key, value) in environment { variables[key] = value }
        let words = wrapper + (itself ? [path.string] : []) + arguments
        let result = try await Subprocess.run(
            .path(FilePath(Self.resolved(words[0]))), arguments: Arguments(Array(words.dropFirst())),
            environment: .custom(
                Dictionary(
                    uniqueKeysWithValues: variables.map { (Subprocess.Environment.Key(rawValue: $0.key)!, $0.value) })),
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

    private static func resolved(_ word: String) -> String {
        word.hasPrefix("/") ? word : "/usr/bin/\(word)"
    }
}
