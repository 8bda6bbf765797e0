import CSystemCalls
import SystemPackage
import SystemSupport
import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program of the system that is run on a file from elsewhere: in a process group of its own, with a limit for its
/// time, its memory and what it prints. Whatever ends it ends its children too.
struct ChildProgram {
    /// The program's name, looked for on the PATH, and its words.
    let name: String
    let arguments: [FilePath]
    /// Seconds.
    var time = 60
    /// MiB of address space; nil: as much as it asks for.
    var memory: Int? = 1024
    /// Bytes of its standard output.
    var output = 256 << 20
    /// What its standard input is; nil: nothing.
    var input: FilePath?

    enum Failure: Error {
        case missing
        case tooSlow
        case tooMuch
        /// Ended by a signal, or with a status that is not 0; and the first lines it said about it.
        case failed(status: Int32, said: String)
    }

    static func path(of name: String) -> FilePath? {
        guard let list = getenv("PATH").map({ String(cString: $0) }) else { return nil }
        for folder in list.split(separator: ":") {
            let path = FilePath(String(folder)).appending(name)
            if path.withPlatformString({ access($0, X_OK) }) == 0 { return path }
        }
        return nil
    }

    /// - Parameter take: gets what it prints, piece by piece; what it throws ends the program.
    /// - Returns: the first lines it said on its standard error.
    /// - Throws: `Failure`, or what `take` throws.
    @discardableResult
    func run(_ take: (UnsafeRawBufferPointer) throws -> Void) throws -> String {
        guard let program = Self.path(of: name) else { throw Failure.missing }
        var out: [Int32] = [0, 0], err: [Int32] = [0, 0]
        guard landgrade_pipe(&out) == 0 else { throw Errno(rawValue: errno) }
        guard landgrade_pipe(&err) == 0 else {
            let error = Errno(rawValue: errno)
            close(out[0])
            close(out[1])
            throw error
        }
        let process: pid_t
        do {
            defer {
                close(out[1])
                close(err[1])
            }
            process = try spawn(program, out[1], err[1])
        } catch {
            close(out[0])
            close(err[0])
            throw error
        }
        var isOver = false
        defer {
            if !isOver {
                kill(-process, SIGKILL)
                _ = Self.wait(process)
            }
            close(out[0])
            close(err[0])
        }
        let said = try drain(out[0], err[0], take)
        // Its children are over with it.
        let status = Self.wait(process)
        isOver = true
        kill(-process, SIGKILL)
        guard status == 0 else { throw Failure.failed(status: status, said: said) }
        return said
    }

    private func drain(
        _ out: Int32, _ err: Int32, _ take: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> String {
        let end = Self.now() + Double(time)
        var said: [UInt8] = []
        var count = 0
        var watched = [
            pollfd(fd: out, events: Int16(POLLIN), revents: 0), pollfd(fd: err, events: Int16(POLLIN), revents: 0),
        ]
        return try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while watched.contains(where: { $0.fd >= 0 }) {
                let left = end - Self.now()
                guard left > 0 else { throw Failure.tooSlow }
                let ready = poll(&watched, nfds_t(watched.count), Int32(min(left * 1000, 1000)))
                guard ready >= 0 || errno == EINTR else { throw Errno(rawValue: errno) }
                guard ready > 0 else { continue }
                for index in watched.indices where watched[index].fd >= 0 && watched[index].revents != 0 {
                    let got = read(watched[index].fd, buffer.baseAddress, buffer.count)
                    if got < 0, errno == EINTR { continue }
                    guard got > 0 else {
                        watched[index].fd = -1
                        continue
                    }
                    let piece = UnsafeRawBufferPointer(rebasing: buffer[..<got])
                    if index == 1 {
                        if said.count < 4096 { said.append(contentsOf: piece) }
                    } else {
                        count += got
                        guard count <= output else { throw Failure.tooMuch }
                        try take(piece)
                    }
                }
            }
            return String(decoding: said.prefix(4096), as: UTF8.self)
        }
    }

    private func spawn(_ program: FilePath, _ out: Int32, _ err: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let source = input ?? "/dev/null"
        _ = source.withPlatformString { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, $0, O_RDONLY, 0) }
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        // The shell sets the limits and becomes the program; no word of these comes from the file.
        var limits = "ulimit -t \(time); ulimit -c 0; "
        if let memory { limits += "ulimit -v \(memory << 10); " }
        let words: [FilePath] = ["sh", "-c", FilePath(limits + "exec \"$@\""), "sh", program] + arguments
        var list: [UnsafeMutablePointer<CChar>?] = words.map { $0.withPlatformString { strdup($0) } }
        list.append(nil)
        defer { for word in list { free(word) } }
        var process = pid_t()
        let result = posix_spawn(&process, "/bin/sh", &actions, &attributes, list, environ)
        guard result == 0 else { throw Errno(rawValue: result) }
        return process
    }

    private static func wait(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : -signal
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension ChildProgram {
    /// What to say of a failure.
    ///
    /// - Parameter package: the Debian package that the program comes in.
    func fault(_ error: any Error, package: String, reading what: Remark) -> any Error {
        guard let failure = error as? Failure else { return error }
        switch failure {
        case .missing:
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))；读它要用 \(name)，这台机器上没有：请运行 apt install \(package)",
                en:
                    "\(what.sentence(in: .en)); reading it takes \(name), which is not installed: run `apt install \(package)`"
            )
        case .tooSlow:
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))；\(name) 用了 \(time) 秒还没有读完，已停止",
                en: "\(what.sentence(in: .en)); \(name) did not finish within \(time) seconds")
        case .tooMuch:
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))；\(name) 给出的内容超过 \(output >> 20) MiB，不像公报",
                en: "\(what.sentence(in: .en)); \(name) gives more than \(output >> 20) MiB of it: no gazette")
        case .failed(let status, let said):
            let line: Sentence = "\(excerpt: said.split(separator: "\n").first.map(String.init) ?? "")"
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))，读不了：\(name) 以状态 \(status) 结束" + (line.isEmpty ? "" : "，它说“\(line)”"),
                en: "\(what.sentence(in: .en)) that can't be read: \(name) ended with status \(status)"
                    + (line.isEmpty ? "" : ", saying ‘\(line)’"))
        }
    }
}

/// A folder that is there for one run, and gone after it.
final class ScratchFolder {
    let path: FilePath

    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array(FilePath(base).appending("landgrade-XXXXXX").string.utf8CString)
        guard let made = mkdtemp(&template) else { throw Errno(rawValue: errno) }
        path = FilePath(platformString: made)
    }

    /// Takes a file's bytes under a name.
    func write(_ bytes: [UInt8], _ name: String) throws -> FilePath {
        let file = path.appending(name)
        try FileSystem.write(bytes, to: file, mode: 0o600, passing: true)
        return file
    }

    deinit { Self.remove(path) }

    /// Nothing that a link in it points to is touched.
    private static func remove(_ path: FilePath) {
        for name in (try? FileSystem.names(in: path)) ?? [] {
            let inner = path.appending(name)
            if FileSystem.isFolder(inner) { remove(inner) } else { try? FileSystem.remove(inner) }
        }
        try? FileSystem.removeFolder(path)
    }
}
