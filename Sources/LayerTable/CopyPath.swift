import SystemPackage
internal import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The name a copy gets at its end, and the one it has until then. Without `finish`, nothing is left of it.
struct CopyPath: ~Copyable {
    let temporary: FilePath
    private let path: FilePath
    private var isCreated = false

    /// Refuses a path that must not be written to.
    init(_ path: FilePath, besides input: LayerFile.Identity) throws(TableError) {
        var status = stat()
        if path.withPlatformString({ lstat($0, &status) }) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind == S_IFREG else {
                throw TableError(kind == S_IFLNK ? LayerProblem.outputIsLink : .outputIsNoFile)
            }
            let identity = LayerFile.Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
            guard identity != input else { throw TableError(LayerProblem.outputIsInput) }
        }
        guard let name = path.lastComponent else { throw TableError(LayerProblem.outputIsNoFile) }
        // SQLite would take them for the new file's own.
        for suffix in ["-wal", "-journal"] {
            let status = (path.string + suffix).withCString { lstat($0, &status) }
            guard status != 0 else { throw TableError(LayerProblem.outputHasLog(name.string + suffix)) }
        }
        self.path = path
        temporary = path.removingLastComponent().appending(".\(name.string).\(getpid()).part")
    }

    deinit { if isCreated { Self.remove(temporary) } }

    private static func remove(_ path: FilePath) {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path.string + suffix) }
    }

    /// Makes the empty file; one that is there already is not taken.
    mutating func create() throws(TableError) {
        do {
            let file = try FileDescriptor.open(
                temporary, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            isCreated = true
            try file.close()
        } catch let error as Errno { throw Self.unwritable(error) } catch { throw Self.unwritable(.ioError) }
    }

    private static func unwritable(_ error: Errno) -> TableError {
        TableError(error == .noSpace ? LayerProblem.noSpace : .unwritable(error.description))
    }

    /// Gives the file its name.
    mutating func finish() throws(TableError) {
        let renamed = temporary.withPlatformString { old in path.withPlatformString { rename(old, $0) } }
        guard renamed == 0 else { throw Self.unwritable(Errno(rawValue: errno)) }
        isCreated = false
    }
}
