import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file calls that a store stands on, each with its error as an `Errno`.
enum FileSystem {
    private static func call(_ body: () -> CInt) throws(Errno) {
        guard body() == 0 else { throw Errno(rawValue: errno) }
    }

    static func makeFolder(_ path: FilePath, mode: CInterop.Mode) throws(Errno) {
        do {
            try call { path.withPlatformString { mkdir($0, mode) } }
        } catch Errno.fileExists { return }
    }

    static func rename(_ from: FilePath, to target: FilePath) throws(Errno) {
        try call { from.withPlatformString { old in target.withPlatformString { Glibc.rename(old, $0) } } }
    }

    static func symlink(_ target: String, at path: FilePath) throws(Errno) {
        try call { target.withCString { text in path.withPlatformString { Glibc.symlink(text, $0) } } }
    }

    static func remove(_ path: FilePath) throws(Errno) {
        do {
            try call { path.withPlatformString { unlink($0) } }
        } catch Errno.noSuchFileOrDirectory { return }
    }

    static func setMode(_ path: FilePath, _ mode: CInterop.Mode) throws(Errno) {
        try call { path.withPlatformString { chmod($0, mode) } }
    }

    /// Flushes a file, or a folder's names.
    static func flush(_ path: FilePath) throws(Errno) {
        let descriptor = try open(path, .readOnly, [])
        defer { try? descriptor.close() }
        try call { fsync(descriptor.rawValue) }
    }

    /// Opens without following a link in the last place, closed on exec.
    static func open(
        _ path: FilePath, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions,
        permissions: FilePermissions? = nil
    ) throws(Errno) -> FileDescriptor {
        do {
            return try FileDescriptor.open(
                path, mode, options: options.union([.closeOnExec, .noFollow]), permissions: permissions)
        } catch let error as Errno { throw error } catch { throw .ioError }
    }

    /// Takes the exclusive lock without waiting; it goes with the descriptor.
    static func lock(_ descriptor: FileDescriptor) throws(Errno) {
        try call { flock(descriptor.rawValue, LOCK_EX | LOCK_NB) }
    }
}
