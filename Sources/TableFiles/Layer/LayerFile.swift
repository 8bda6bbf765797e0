internal import SQLite
import SystemPackage
import SystemSupport
internal import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A database file before SQLite sees it: what it is, and how it may be opened so that nothing is written beside it and
/// no row that somebody has saved is missed.
public struct LayerFile: Sendable {
    /// Every link followed: SQLite looks for a log beside the file itself.
    let path: FilePath
    let identity: FileIdentity
    /// The application id says GeoPackage.
    let hasGeoPackageID: Bool
    /// It has no name: nothing can lie beside it, and nobody else writes to it.
    let isNameless: Bool
    /// Its writers keep a log beside it.
    private let usesLog: Bool
    /// SQLite may take it that no process writes to it.
    let isTakenForConstant: Bool

    /// When the file was written to last, and how long it is.
    struct Stamp: Hashable, Sendable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int64
    }

    /// Whether a file that begins like this (16 bytes are enough) is an SQLite database, as a GeoPackage is one.
    public static func isDatabase(_ beginning: some Sequence<UInt8>) -> Bool { DatabaseHeader.begins(beginning) }

    init(_ path: FilePath) throws(TableError) {
        guard let resolved = path.withPlatformString({ realpath($0, nil) }) else { throw Self.unreadable(errno) }
        defer { free(resolved) }
        try self.init(resolved: FilePath(platformString: resolved), isNameless: false)
    }

    /// - Parameter nameless: a file without a name, which stays open and unchanged as long as it is read.
    init(nameless: FileDescriptor) throws(TableError) {
        try self.init(resolved: FilePath("\(VFS.openFiles)\(nameless.rawValue)"), isNameless: true)
    }

    private init(resolved: FilePath, isNameless: Bool) throws(TableError) {
        path = resolved
        self.isNameless = isNameless
        let real = self.path.string
        var status = stat()
        guard stat(real, &status) == 0 else { throw Self.unreadable(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw TableError(LayerProblem.noFile) }
        identity = FileIdentity(status)
        let head: [UInt8]
        do throws(Errno) {
            head = try systemCall {
                let file = try FileDescriptor.open(resolved, .readOnly, options: [.closeOnExec])
                defer { try? file.close() }
                return try [UInt8](unsafeUninitializedCapacity: DatabaseHeader.size) { buffer, count in
                    count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
            }
        } catch { throw Self.unreadable(error.rawValue) }
        guard let header = DatabaseHeader(head) else { throw TableError(LayerProblem.notDatabase) }
        usesLog = header.usesLog
        isTakenForConstant = isNameless || usesLog && Self.size(real + "-wal") ?? 0 == 0
        hasGeoPackageID = ["GPKG", "GP10", "GP11"].contains { name in
            name.utf8.reduce(0) { $0 << 8 | Int($1) } == header.applicationID
        }
    }

    private static func unreadable(_ code: CInt) -> TableError {
        TableError(LayerProblem.unreadable(Errno(rawValue: code).description))
    }

    /// How SQLite has to open it: the parameters of a URI.
    ///
    /// Without a log, reading takes a shared lock and makes nothing. With an empty log or none, SQLite would make one, so
    /// it assumes that the file does not change; `stamp` tells afterwards whether that was so. With rows in the log, those
    /// who have it open have made everything that is needed.
    func parameters() throws(TableError) -> String {
        if isNameless { return "mode=ro&immutable=1" }
        guard usesLog else { return "mode=ro" }
        if isInterrupted { throw interrupted }
        if isTakenForConstant { return "mode=ro&immutable=1" }
        guard Self.size(path.string + "-shm") != nil else { throw TableError(LayerProblem.abandonedLog(name("-wal"))) }
        return "mode=ro&readonly_shm=1"
    }

    /// A journal lies beside it that has to be played back, which is not for a reader to do.
    var interrupted: TableError { TableError(LayerProblem.interrupted(journal: name("-journal"))) }

    /// A journal whose beginning is not blank is of a change that was never completed, or goes on: the file alone is
    /// neither the old state nor the new one. Where SQLite takes locks, it sees that for itself.
    private var isInterrupted: Bool {
        guard let file = try? FileDescriptor.open(companion("-journal"), .readOnly, options: [.closeOnExec]) else {
            return false
        }
        defer { try? file.close() }
        var first: UInt8 = 0
        let count = withUnsafeMutableBytes(of: &first) { try? file.read(into: $0) }
        return count == 1 && first != 0
    }

    /// A shared lock keeps writers out, and rows in a log do not touch the file. Where SQLite was told that the file does
    /// not change, or the lock was lost, somebody has to look.
    func checkUnchanged(since stamp: Stamp?) throws(TableError) {
        guard !hasLiveLog, self.stamp() != stamp else { return }
        throw TableError(LayerProblem.changed)
    }

    /// Rows stand in a log that others may add to: two connections could see two states.
    var hasLiveLog: Bool { usesLog && !isTakenForConstant }

    func stamp() -> Stamp? {
        var status = stat()
        guard path.withPlatformString({ stat($0, &status) }) == 0 else { return nil }
        return Stamp(
            seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec), size: Int64(status.st_size))
    }

    private func companion(_ suffix: String) -> FilePath { FilePath(path.string + suffix) }

    private func name(_ suffix: String) -> String { (path.lastComponent?.string ?? "") + suffix }

    private static func size(_ path: String) -> Int64? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Int64(status.st_size)
    }
}
