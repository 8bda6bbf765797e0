import SystemPackage
import SystemSupport

extension StoreFolder {
    /// Files that SQLite would take for a part of a generation if it did not open it as immutable: nobody of us makes
    /// them, so somebody opened the store with another program. Readers pass them over.
    public func strayFiles() throws(StoreError) -> [String] {
        let names: [String]
        do {
            names = try FileSystem.names(in: path)
        } catch .noSuchFileOrDirectory {
            throw .missing(path: path.string)
        } catch { throw .unreadable(path: path.string, detail: error.description) }
        return names.filter { name in
            ["-journal", "-wal", "-shm"].contains { name.hasSuffix($0) }
        }.sorted()
    }

    /// `NFS`, `CIFS`, … where the store lies on another machine; nil where it doesn't, as far as the system tells.
    public var networkFileSystem: String? { Volume.networkFileSystem(path) }
}
