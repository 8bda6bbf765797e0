internal import CSQLite
import SystemPackage

/// One open generation: every edition of every county, read-only. Opening writes nothing, locks nothing and leaves no
/// file beside it, so it works from read-only media, on a full disk and as any user.
///
/// Not for two threads at once: open one for each.
public final class Generation {
    public let name: GenerationName
    public let folder: StoreFolder
    let connection: Connection

    /// Opens the generation that the link of `folder` names. A generation may be collected between the reading of the
    /// link and the opening, so a vanished file makes it read the link again, three times at most.
    public static func openCurrent(of folder: StoreFolder) throws(StoreError) -> Generation {
        var tries = 0
        while true {
            let name = try folder.current()
            do {
                return try Generation(name, in: folder)
            } catch .dangling(let path, let target) {
                tries += 1
                guard tries < 3 else { throw .dangling(path: path, target: target) }
            }
        }
    }

    public init(_ name: GenerationName, in folder: StoreFolder) throws(StoreError) {
        self.name = name
        self.folder = folder
        let file = folder.file(name)
        let header: DatabaseHeader.Reading
        do {
            header = try DatabaseHeader.read(file)
        } catch .noSuchFileOrDirectory {
            throw .dangling(path: folder.link.string, target: name.file)
        } catch {
            throw .unreadable(path: file.string, detail: error.description)
        }
        switch header {
        case .notDatabase: throw .notDatabase(path: file.string)
        case .cutShort: throw .truncated(path: file.string)
        case .changed: throw .pageChanged(path: file.string)
        case .header(let header):
            guard header.applicationID == Schema.applicationID else { throw .otherApplication(path: file.string) }
            let layout = header.userVersion
            guard layout <= Schema.version else { throw .newer(path: file.string, schema: layout) }
            guard layout == Schema.version else { throw .older(path: file.string, schema: layout) }
        }
        guard let vfs = PageChecksums.vfs else {
            throw .unreadable(path: file.string, detail: "SQLite takes no VFS")
        }
        connection = try Connection(
            path: file.string, uri: Self.uri(for: file.string),
            flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW, vfs: vfs)
        _ = landgrade_sqlite_set_defensive(connection.handle)
        _ = landgrade_sqlite_distrust_schema(connection.handle)
        try connection.run("PRAGMA cell_size_check=ON")
    }

    /// `immutable=1` is what keeps SQLite from locks and side files. Characters that mean something in a URI are
    /// percent-encoded.
    static func uri(for path: String) -> String {
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
                bytes += Array("%\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        return "file:\(String(decoding: bytes, as: UTF8.self))?mode=ro&immutable=1"
    }

    /// What the makers of this generation and of those before it noted in it: keys with a colon, `source:…`.
    public func facts() throws(StoreError) -> [(key: String, value: String)] {
        let row = try connection.prepare("SELECT key, value FROM meta WHERE key LIKE '%:%' ORDER BY key")
        var facts: [(key: String, value: String)] = []
        while try row.step() { facts.append((try row.required(0), try row.required(1))) }
        return facts
    }

    /// A value of the generation's own record: `generation`, `counties`, `editions`, `villages`, `entries`, … and the
    /// facts that its maker added.
    public func meta(_ key: String) throws(StoreError) -> String? {
        let statement = try connection.prepare("SELECT value FROM meta WHERE key = ?")
        try statement.bind(1, key)
        return try statement.step() ? statement.text(0) : nil
    }
}

extension Generation {
    /// Bytes on disk.
    public var fileSize: Int {
        get throws(StoreError) {
            do {
                return try FileSystem.size(folder.file(name))
            } catch { throw .unreadable(path: folder.file(name).string, detail: error.description) }
        }
    }
}
