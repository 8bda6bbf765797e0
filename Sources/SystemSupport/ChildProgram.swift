internal import CSystemCalls
package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program of the system that is run on a file from elsewhere: in a process group of its own, with a limit for its
/// time, its memory and what it prints. Whatever ends it ends its children too.
package struct ChildProgram {
    /// The program's name, looked for on the PATH, and its words.
    package let name: String
    package let arguments: [FilePath]
    /// Seconds.
    package var time: Int
    /// MiB of address space; nil: as much as it asks for.
    package var memory: Int?
    /// Bytes of its standard output.
    package var output: Int
    /// What its standard input is; nil: nothing.
    package var input: FilePath?

    package init(
        name: String, arguments: [FilePath], time: Int = 60, memory: Int? = 1024, output: Int = 256 << 20,
        input: FilePath? = nil
    ) {
        (self.name, self.arguments, self.time, self.memory) = (name, arguments, time, memory)
        (self.output, self.input) = (output, input)
    }

    package enum Failure: Error {
        case missing
        case tooSlow
        case tooMuch
        /// Ended by a signal, or with a status that is not 0; and the first lines it said about it.
        case failed(status: Int32, said: String)
    }

    /// Of what a program said.
    package static func firstLine(_ said: String) -> String? {
        said.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    package static func path(of name: String) -> FilePath? {
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
    package func run(_ take: (UnsafeRawBufferPointer) throws -> Void) throws -> String {
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
