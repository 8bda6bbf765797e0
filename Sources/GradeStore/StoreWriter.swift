internal import CSQLite
public import GradeModel
import SystemPackage

/// Makes the next generation of a store: builds it aside, checks it, makes it durable, gives it its name, and only
/// then lets the link name it. A reader meets the old generation or the new one, never anything between.
public struct StoreWriter: ~Copyable {
    let folder: StoreFolder
    /// Holds the lock for as long as the writer lives.
    private let lock: FileDescriptor
    private let indexing: NameIndexing

    /// Creates the folder where there is none, takes its lock without waiting, and clears what an interrupted writer
    /// left in `tmp/`.
    public init(_ folder: StoreFolder, indexing: NameIndexing) throws(StoreError) {
        self.lock = try Self.takeLock(folder)
        self.folder = folder
        self.indexing = indexing
    }

    private static func takeLock(_ folder: StoreFolder) throws(StoreError) -> FileDescriptor {
        let lock: FileDescriptor
        do {
            try makeFolders(folder.path)
            try FileSystem.makeFolder(folder.temporary, mode: 0o700)
            lock = try FileSystem.open(folder.lock, .readWrite, [.create], permissions: [.ownerReadWrite])
        } catch {
            throw writing(folder.path, error)
        }
        do {
            try FileSystem.lock(lock)
            return lock
        } catch {
            try? lock.close()
            throw error == .wouldBlock ? .busy(path: folder.path.string) : writing(folder.lock, error)
        }
    }

    deinit { try? lock.close() }

    /// Makes a generation of exactly these editions and lets the link name it. `nextCounty` gives all editions of one
    /// county at a time, nil at the end: a whole country need not be in memory at once. `facts` are put into the
    /// generation's record of itself: from which manifests it was made, for example.
    ///
    /// Throws before the link moves, and then the old generation still stands; only `notDurable` comes after.
    public func apply(
        facts: [(key: String, value: String)] = [], nextCounty: () throws -> [SourcedEdition]?
    ) throws -> GenerationName {
        let last = try folder.generations().last?.number ?? 0
        guard let name = GenerationName(number: last + 1) else {
            throw StoreError.notWritable(path: folder.path.string, detail: "no generation number left")
        }
        let build = folder.temporary.appending("build.sqlite")
        let leftovers = [
            "build.sqlite", "build.sqlite-journal", "build.sqlite-wal", "build.sqlite-shm", "side", "link",
        ]
        for file in leftovers {
            try writing(folder.temporary) { () throws(Errno) in
                try FileSystem.remove(folder.temporary.appending(file))
            }
        }
        do {
            var builder = try GenerationBuilder(path: build.string, indexing: indexing)
            while let editions = try nextCounty() { try builder.add(editions) }
            try builder.finish(number: name.number, facts: facts)
        } catch {
            try? FileSystem.remove(build)
            throw error
        }
        try publish(build, as: name)
        return name
    }

    private func publish(_ build: FilePath, as name: GenerationName) throws(StoreError) {
        let side = folder.temporary.appending("side")
        try writing(build) { () throws(Errno) in
            try FileSystem.setMode(build, 0o444)
            try FileSystem.flush(build)
            let line = FileHash.line(try FileHash.sha256(of: build), file: name.file)
            try Self.write(Array(line.utf8), to: side)
            try FileSystem.rename(side, to: folder.sideFile(name))
            try FileSystem.rename(build, to: folder.file(name))
            try FileSystem.flush(folder.path)
        }
        try folder.flip(to: name)
    }

    private static func write(_ bytes: [UInt8], to path: FilePath) throws(Errno) {
        let file = try FileSystem.open(path, .writeOnly, [.create, .exclusiveCreate], permissions: [.ownerReadWrite])
        defer { try? file.close() }
        do {
            try file.writeAll(bytes)
        } catch let error as Errno { throw error } catch { throw .ioError }
        try FileSystem.setMode(path, 0o644)
        try FileSystem.flush(path)
    }

    private static func makeFolders(_ path: FilePath) throws(Errno) {
        var parent = path
        guard parent.removeLastComponent(), !parent.isEmpty else { return try FileSystem.makeFolder(path, mode: 0o755) }
        do {
            try FileSystem.makeFolder(path, mode: 0o755)
        } catch .noSuchFileOrDirectory {
            try makeFolders(parent)
            try FileSystem.makeFolder(path, mode: 0o755)
        }
    }

    private func writing(_ path: FilePath, _ body: () throws(Errno) -> Void) throws(StoreError) {
        do {
            try body()
        } catch { throw Self.writing(path, error) }
    }

    private static func writing(_ path: FilePath, _ error: Errno) -> StoreError {
        error == .noSpace ? .noSpace(path: path.string) : .notWritable(path: path.string, detail: error.description)
    }
}
