import CSystemCalls
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A sibling program that reads what this one writes. What it says on its standard error is kept, for the caller that started
/// it to pass on; it is no more than a few lines.
final class PipedProgram {
    /// Its standard input.
    let input: FileDescriptor
    private let errors: FileDescriptor
    private let process: pid_t
    private var isOver = false

    init(_ name: String, arguments: [FilePath]) throws(WorkbookError) {
        guard let own = StoreLocation.ownPath else { throw .missing }
        let program = own.removingLastComponent().appending(name)
        let (read, write) = try Self.pipe()
        let said: FileDescriptor
        let saying: FileDescriptor
        do throws(WorkbookError) {
            (said, saying) = try Self.pipe()
        } catch {
            Self.close(read, write)
            throw error
        }
        do throws(WorkbookError) {
            process = try Self.spawn(program, [FilePath(name)] + arguments, input: read, error: saying)
        } catch {
            Self.close(read, write, said, saying)
            throw error
        }
        Self.close(read, saying)
        input = write
        errors = said
    }

    deinit { if !isOver { _ = wait() } }

    /// Ends its input and waits until it has ended.
    ///
    /// - Returns: its exit status, or minus the signal; and what it said.
    func wait() -> (status: Int32, sentences: String) {
        isOver = true
        Self.close(input)
        let sentences = readErrors()
        Self.close(errors)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return (signal == 0 ? status >> 8 & 0xFF : -signal, sentences)
    }

    /// Why it ended as it did; nil: it did what it had to.
    static func error(_ status: Int32, _ sentences: String) -> WorkbookError? {
        if status == 0 { return nil }
        if status < 0 { return .killed(signal: -status) }
        return .failed(sentences: sentences.isEmpty ? "landgrade-workbook: exit status \(status)" : sentences)
    }

    /// All it says until its end, without the final line end.
    private func readErrors() -> String {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while let count = try? block.withUnsafeMutableBytes({ try errors.read(into: $0) }), count > 0 {
            if bytes.count < 1 << 16 { bytes += block[..<count] }
        }
        while bytes.last == 0x0A { bytes.removeLast() }
        // A path in a sentence may be no UTF-8; for a sentence that is good enough.
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func spawn(
        _ program: FilePath, _ words: [FilePath], input: FileDescriptor, error: FileDescriptor
    ) throws(WorkbookError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.rawValue, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, error.rawValue, STDERR_FILENO)
        var list: [UnsafeMutablePointer<CChar>?] = words.map { $0.withPlatformString { strdup($0) } }
        list.append(nil)
        defer { for word in list { free(word) } }
        var process = pid_t()
        let result = program.withPlatformString { posix_spawn(&process, $0, &actions, nil, list, environ) }
        guard result == 0 else { throw result == ENOENT ? .missing : .unstartable(Errno(rawValue: result)) }
        return process
    }

    /// Neither end is handed on to programs that are started meanwhile.
    private static func pipe() throws(WorkbookError) -> (FileDescriptor, FileDescriptor) {
        var ends: [Int32] = [0, 0]
        guard landgrade_pipe(&ends) == 0 else { throw .unstartable(Errno(rawValue: errno)) }
        return (FileDescriptor(rawValue: ends[0]), FileDescriptor(rawValue: ends[1]))
    }

    private static func close(_ descriptors: FileDescriptor...) {
        for descriptor in descriptors { try? descriptor.close() }
    }
}
