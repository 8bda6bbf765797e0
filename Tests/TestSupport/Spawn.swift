package import SystemPackage

#if canImport(Glibc)
    package import Glibc
#else
    package import Darwin
#endif

/// Starts a program and does not wait for it. It has an environment of its own, and `/dev/null` for each stream that is not
/// given; files of output are appended to.
package func spawn(
    _ path: FilePath, _ arguments: [String], input: FileDescriptor? = nil, output: FilePath = "/dev/null",
    error: FilePath = "/dev/null", variables: [String] = []
) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
        posix_spawn_file_actions_adddup2(&actions, input.rawValue, 0)
    } else {
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    for (stream, file) in [(Int32(1), output), (2, error)] {
        posix_spawn_file_actions_addopen(&actions, stream, file.string, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    }
    var words = pointers([path.string] + arguments)
    var environment = pointers(["PATH=/usr/bin:/bin", "LANG=C.UTF-8"] + variables)
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, path.string, &actions, nil, &words, &environment)
    guard result == 0 else { throw Errno(rawValue: result) }
    return process
}

/// Copies as C wants a list of strings, with nil behind the last.
private func pointers(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

/// Waits for a process that was spawned: its exit status, a signal as minus its number.
package func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
}
