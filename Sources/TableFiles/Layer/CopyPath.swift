internal import SQLite
import SystemPackage
import SystemSupport
internal import TabularText

/// The name a copy gets at its end, and the file it is until then. Without `finish`, nothing is left of it.
struct CopyPath {
    private let path: FilePath
    private var file: ReplacedFile?

    /// Refuses a path that must not be written to.
    init(_ path: FilePath, besides input: FileIdentity) throws(TableError) {
        do throws(OutputFileError) {
            try OutputFile.check(path, besides: input)
        } catch {
            switch error.fault {
            case .input: throw TableError(LayerProblem.outputIsInput)
            case .link: throw TableError(LayerProblem.outputIsLink)
            case .noRegularFile: throw TableError(LayerProblem.outputIsNoFile)
            case .unwritable(let errno): throw Self.unwritable(errno)
            }
        }
        guard let name = path.lastComponent else { throw TableError(LayerProblem.outputIsNoFile) }
        // SQLite would take them for the new file's own.
        for suffix in ["-wal", "-journal"] {
            guard !FileSystem.exists(FilePath(path.string + suffix)) else {
                throw TableError(LayerProblem.outputHasLog(name.string + suffix))
            }
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

    /// Opens the copied file anew, without the log that its original may have: its header says so, and this file has no name for a log to
    /// stand beside.
    func reopen() throws(TableError) -> LayerDatabase {
        guard let file else { throw TableError(LayerProblem.outputIsNoFile) }
        let versions = DatabaseHeader.logVersions
        do throws(Errno) {
            try systemCall {
                _ = try file.descriptor.writeAll(
                    toAbsoluteOffset: Int64(versions.lowerBound), [UInt8](repeating: 1, count: versions.count))
            }
        } catch { throw Self.unwritable(error) }
        return try Self.open(file)
    }

    private static func open(_ file: ReplacedFile) throws(TableError) -> LayerDatabase {
        try LayerDatabase(file.temporary.string, .writing, parameters: "mode=rw", vfs: VFS.asNamed, .file)
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
