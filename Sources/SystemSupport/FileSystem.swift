internal import CSystemCalls
package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Calls of the file system, each with its error as an `Errno`.
package enum FileSystem {
    /// Makes a folder with this mode whatever the umask. One that is there is left as it is.
    package static func makeFolder(_ path: FilePath, mode: CInterop.Mode) throws(Errno) {
        do {
            try libraryCall { path.withPlatformString { mkdir($0, mode) } }
        } catch Errno.fileExists { return }
        try setMode(path, mode)
    }

    /// Makes a folder with mode 0755 as the umask leaves it. One that is there is an error.
    package static func makeFolder(new path: FilePath) throws(Errno) {
        try libraryCall { path.withPlatformString { mkdir($0, 0o755) } }
    }

    /// Makes a folder that is not ours alone: who may enter it is for the umask to say.
    package static func makeParent(_ path: FilePath) throws(Errno) {
        do {
            try libraryCall { path.withPlatformString { mkdir($0, 0o777) } }
        } catch Errno.fileExists { return }
    }

    package static func rename(_ from: FilePath, to target: FilePath) throws(Errno) {
        try libraryCall { from.withPlatformString { old in target.withPlatformString { Glibc.rename(old, $0) } } }
    }

    package static func symlink(_ target: String, at path: FilePath) throws(Errno) {
        try libraryCall { target.withCString { text in path.withPlatformString { Glibc.symlink(text, $0) } } }
    }

    package static func remove(_ path: FilePath) throws(Errno) {
        do {
            try libraryCall { path.withPlatformString { unlink($0) } }
        } catch Errno.noSuchFileOrDirectory { return }
    }

    package static func removeFolder(_ path: FilePath) throws(Errno) {
        try libraryCall { path.withPlatformString { rmdir($0) } }
    }

    /// Lets two paths change places in one step.
    package static func exchange(_ one: FilePath, _ other: FilePath) throws(Errno) {
        try libraryCall { one.withPlatformString { a in other.withPlatformString { landgrade_exchange(a, $0) } } }
    }

    /// Gives a file or folder the mode of another.
    package static func copyMode(of path: FilePath, to other: FilePath) throws(Errno) {
        var status = stat()
        try libraryCall { path.withPlatformString { stat($0, &status) } }
        try setMode(other, status.st_mode & 0o777)
    }

    package static func setMode(_ path: FilePath, _ mode: CInterop.Mode) throws(Errno) {
        try libraryCall { path.withPlatformString { chmod($0, mode) } }
    }

    /// Writes a new file and flushes it: a part of a folder that gets its name as a whole. A file that is to replace
    /// another is a `ReplacedFile`.
    ///
    /// - Parameters:
    ///   - mode: whatever the umask; nil: 0644 as the umask leaves it.
    ///   - passing: not flushed, because it is read again by us and believed by its hash alone.
    package static func write(
        _ bytes: [UInt8], to path: FilePath, mode: CInterop.Mode? = nil, passing: Bool = false
    ) throws(Errno) {
        let file = try open(
            path, .writeOnly, [.create, .exclusiveCreate],
            permissions: mode == nil ? [.ownerReadWrite, .groupRead, .otherRead] : [.ownerReadWrite])
        defer { try? file.close() }
        try systemCall { _ = try file.writeAll(bytes) }
        if let mode { try libraryCall { fchmod(file.rawValue, mode) } }
        if !passing { try libraryCall { fsync(file.rawValue) } }
    }

    /// Whether the path itself, no link followed, is a folder.
    package static func isFolder(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withPlatformString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    package static func exists(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withPlatformString { lstat($0, &status) } == 0
    }

    /// Whether the path leads to a regular file, by way of links too.
    package static func isFile(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withPlatformString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Which file the path leads to.
    package static func identity(_ path: FilePath) throws(Errno) -> FileIdentity {
        var status = stat()
        try libraryCall { path.withPlatformString { stat($0, &status) } }
        return FileIdentity(status)
    }

    /// The path of the file itself, absolute and without links.
    package static func resolved(_ path: FilePath) throws(Errno) -> FilePath {
        guard let resolved = path.withPlatformString({ realpath($0, nil) }) else { throw Errno(rawValue: errno) }
        defer { free(resolved) }
        return FilePath(platformString: resolved)
    }

    package static func size(_ path: FilePath) throws(Errno) -> Int {
        var status = stat()
        try libraryCall { path.withPlatformString { lstat($0, &status) } }
        return Int(status.st_size)
    }

    /// The names in a folder, without `.` and `..`.
    package static func names(in path: FilePath) throws(Errno) -> [String] {
        guard let folder = opendir(path.string) else { throw Errno(rawValue: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }
    }

    package static var processID: Int32 { getpid() }

    /// Flushes a file.
    package static func flush(_ path: FilePath) throws(Errno) {
        let descriptor = try open(path, .readOnly, [])
        defer { try? descriptor.close() }
        try libraryCall { fsync(descriptor.rawValue) }
    }

    /// Flushes a folder's names, where its file system knows such a thing.
    package static func flushNames(in folder: FilePath) throws(Errno) {
        let descriptor = try systemCall {
            try FileDescriptor.open(
                folder.isEmpty ? "." : folder, .readOnly, options: [.directory, .closeOnExec])
        }
        defer { try? descriptor.close() }
        do {
            try libraryCall { fsync(descriptor.rawValue) }
        } catch .invalidArgument, .notSupported { return }
    }

    /// Opens without following a link in the last place, closed on exec.
    package static func open(
        _ path: FilePath, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions,
        permissions: FilePermissions? = nil
    ) throws(Errno) -> FileDescriptor {
        try systemCall {
            try FileDescriptor.open(
                path, mode, options: options.union([.closeOnExec, .noFollow]), permissions: permissions)
        }
    }

    /// Takes the exclusive lock without waiting; it goes with the descriptor.
    package static func lock(_ descriptor: FileDescriptor) throws(Errno) {
        try libraryCall { flock(descriptor.rawValue, LOCK_EX | LOCK_NB) }
    }
}
