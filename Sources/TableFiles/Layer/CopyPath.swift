internal import CSQLite
import SystemPackage
import SystemSupport
internal import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The name a copy gets at its end, and the file it is until then. Without `finish`, nothing is left of it.
struct CopyPath {
    private let path: FilePath
    private var file: ReplacedFile?

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
    }

    /// Makes the empty file, and opens it as a database.
    mutating func create() throws(TableError) -> LayerDatabase {
        let file: ReplacedFile
        do throws(Errno) {
            file = try ReplacedFile(path)
        } catch { throw Self.unwritable(error) }
        self.file = file
        return try Self.open(file)
    }

    /// Opens the copied file anew, without the log that its original may have: the header says so in bytes 18 and 19
    /// (https://www.sqlite.org/fileformat.html#file_format_version_numbers), and this file has no name for a log to
    /// stand beside.
    func reopen() throws(TableError) -> LayerDatabase {
        guard let file else { throw TableError(LayerProblem.outputIsNoFile) }
        let version: [UInt8] = [1, 1]
        do {
            _ = try file.descriptor.writeAll(toAbsoluteOffset: 18, version)
        } catch { throw Self.unwritable((error as? Errno) ?? .ioError) }
        return try Self.open(file)
    }

    private static func open(_ file: ReplacedFile) throws(TableError) -> LayerDatabase {
        try LayerDatabase(
            uri: LayerFile.uri(file.temporary, mode: "mode=rw"), flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI,
            vfs: UnnamedDatabase.vfs, .file)
    }

    private static func unwritable(_ error: Errno) -> TableError {
        TableError(error == .noSpace ? LayerProblem.noSpace : .unwritable(error.description))
    }

    /// Gives the file its name.
    mutating func finish() throws(TableError) {
        do throws(Errno) {
            try file?.commit()
        } catch { throw Self.unwritable(error) }
        file = nil
    }
}
