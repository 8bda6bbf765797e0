package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file calls that a store stands on, each with its error as an `Errno`.
package enum FileSystem {
    private static func call(_ body: () -> CInt) throws(Errno) {
        guard body() == 0 else { throw Errno(rawValue: errno) }
    }

    /// Makes a folder with this mode whatever the umask. One that is there is left as it is.
    package static func makeFolder(_ path: FilePath, mode: CInterop.Mode) throws(Errno) {
        do {
            try call { path.withPlatformString { mkdir($0, mode) } }
        } catch Errno.fileExists { return }
        try setMode(path, mode)
    }

    /// Makes a folder that is not ours alone: who may enter it is for the umask to say.
    static func makeParent(_ path: FilePath) throws(Errno) {
        do {
            try call { path.withPlatformString { mkdir($0, 0o777) } }
        } catch Errno.fileExists { return }
    }

    package static func rename(_ from: FilePath, to target: FilePath) throws(Errno) {
        try call { from.withPlatformString { old in target.withPlatformString { Glibc.rename(old, $0) } } }
    }

    static func symlink(_ target: String, at path: FilePath) throws(Errno) {
        try call { target.withCString { text in path.withPlatformString { Glibc.symlink(text, $0) } } }
    }

    package static func remove(_ path: FilePath) throws(Errno) {
        do {
            try call { path.withPlatformString { unlink($0) } }
        } catch Errno.noSuchFileOrDirectory { return }
    }

    static func setMode(_ path: FilePath, _ mode: CInterop.Mode) throws(Errno) {
        try call { path.withPlatformString { chmod($0, mode) } }
    }

    /// Writes a new file, gives it its mode whatever the umask, and flushes it unless it is `passing`: read again by us
    /// and believed by its hash alone.
    package static func write(
        _ bytes: [UInt8], to path: FilePath, mode: CInterop.Mode, passing: Bool = false
    ) throws(Errno) {
        let file = try open(path, .writeOnly, [.create, .exclusiveCreate], permissions: [.ownerReadWrite])
        defer { try? file.close() }
        do {
            try file.writeAll(bytes)
        } catch let error as Errno { throw error } catch { throw .ioError }
        try call { fchmod(file.rawValue, mode) }
        if !passing { try call { fsync(file.rawValue) } }
    }

    /// Copies a file to a new one, which only its owner may read and write; gives the SHA-256 of its bytes.
    static func copy(_ path: FilePath, to target: FilePath) throws(Errno) -> String {
        let copy = try open(target, .writeOnly, [.create, .exclusiveCreate], permissions: [.ownerReadWrite])
        defer { try? copy.close() }
        return try FileHash.sha256(of: path) { block throws(Errno) in
            do {
                try copy.writeAll(block)
            } catch let error as Errno { throw error } catch { throw .ioError }
        }
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

    static func size(_ path: FilePath) throws(Errno) -> Int {
        var status = stat()
        try call { path.withPlatformString { lstat($0, &status) } }
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

    static var processID: Int32 { getpid() }

    /// Flushes a file, or a folder's names.
    package static func flush(_ path: FilePath) throws(Errno) {
        let descriptor = try open(path, .readOnly, [])
        defer { try? descriptor.close() }
        try call { fsync(descriptor.rawValue) }
    }

    /// Opens without following a link in the last place, closed on exec.
    package static func open(
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
