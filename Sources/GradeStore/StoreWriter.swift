public import SystemPackage
import SystemSupport

/// Makes the next generation of a store: builds it aside, checks it, makes it durable, gives it its name, and only
/// then lets the link name it. A reader meets the old generation or the new one, never anything between.
public struct StoreWriter: ~Copyable {
    let folder: StoreFolder
    /// Holds the lock for as long as the writer lives.
    private let lock: FileDescriptor
    let indexing: NameIndexing

    /// Creates the folder where there is none and takes its lock without waiting.
    ///
    /// A folder on a network file system is refused unless `allowingNetwork`: locks and renames there don't promise
    /// what a store stands on. Reading from one is fine.
    public init(
        _ folder: StoreFolder, indexing: NameIndexing, allowingNetwork: Bool = false
    ) throws(StoreError) {
        self.lock = try Self.takeLock(folder, allowingNetwork: allowingNetwork)
        self.folder = folder
        self.indexing = indexing
    }

    /// Where files for the next generation may be put; on the same file system as the store.
    public var temporary: FilePath { folder.temporary }

    private static func takeLock(
        _ folder: StoreFolder, allowingNetwork: Bool
    ) throws(StoreError) -> FileDescriptor {
        let lock: FileDescriptor
        do throws(Errno) {
            try makeFolders(folder.path)
        } catch { throw writing(folder.path, error) }
        if !allowingNetwork, let kind = Volume.networkFileSystem(folder.path) {
            throw .network(path: folder.path.string, kind: kind)
        }
        do throws(Errno) {
            try FileSystem.makeFolder(folder.temporary, mode: 0o700)
        } catch { throw writing(folder.path, error) }
        // Through a link here files would be written elsewhere.
        guard FileSystem.isFolder(folder.temporary) else {
            throw .notWritable(path: folder.temporary.string, detail: "not a folder")
        }
        do throws(Errno) {
            try FileSystem.setMode(folder.temporary, 0o700)
            lock = try FileSystem.open(folder.lock, .readWrite, [.create], permissions: [.ownerReadWrite])
        } catch { throw writing(folder.path, error) }
        do {
            try FileSystem.lock(lock)
        } catch {
            try? lock.close()
            throw error == .wouldBlock ? .busy(path: folder.path.string) : writing(folder.lock, error)
        }
        // Only for a person who looks: nobody goes by it.
        let line = Array("pid \(FileSystem.processID)\n".utf8)
        _ = try? lock.resize(to: 0)
        _ = try? lock.writeAll(toAbsoluteOffset: 0, line)
        return lock
    }

    deinit { try? lock.close() }

    /// Removes what an interrupted writer left in `tmp/`, except the files that `keeping` names.
    public func clearTemporary(keeping: (String) -> Bool = { _ in false }) throws(StoreError) {
        let names: [String]
        do {
            names = try FileSystem.names(in: folder.temporary)
        } catch { throw Self.writing(folder.temporary, error) }
        for name in names where !keeping(name) {
            do {
                try FileSystem.remove(folder.temporary.appending(name))
            } catch { throw Self.writing(folder.temporary.appending(name), error) }
        }
    }

    /// That at least `bytes` are free where the store lies; a generation that can't be finished is not begun.
    public func ensureSpace(_ bytes: Int) throws(StoreError) {
        guard let free = Volume.free(folder.path), free < bytes else { return }
        throw .noSpace(path: folder.path.string)
    }

    private static func makeFolders(_ path: FilePath) throws(Errno) {
        do {
            try FileSystem.makeFolder(path, mode: 0o755)
        } catch .noSuchFileOrDirectory {
            try makeParents(path.removingLastComponent())
            try FileSystem.makeFolder(path, mode: 0o755)
        }
    }

    private static func makeParents(_ path: FilePath) throws(Errno) {
        do {
            try FileSystem.makeParent(path)
        } catch .noSuchFileOrDirectory {
            let parent = path.removingLastComponent()
            guard !parent.isEmpty, parent != path else { throw .noSuchFileOrDirectory }
            try makeParents(parent)
            try FileSystem.makeParent(path)
        }
    }

    static func writing(_ path: FilePath, _ error: Errno) -> StoreError {
        error == .noSpace ? .noSpace(path: path.string) : .notWritable(path: path.string, detail: error.description)
    }
}
