import GradeModel
import SQLite
import SystemPackage
import SystemSupport

/// One open generation: every edition of every county, read-only. Opening writes nothing, locks nothing and leaves no
/// file beside it, so it works from read-only media, on a full disk and as any user.
///
/// Not for two threads at once: open one for each.
public final class Generation {
    public let name: GenerationName
    public let folder: StoreFolder
    let connection: Connection
    /// The edition that was asked about last, see `rowID(of:)`.
    var lastEdition: (id: EditionID, rowID: Int)?

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

    /// Opens one that is named, whichever is current.
    public static func open(_ name: GenerationName, of folder: StoreFolder) throws(StoreError) -> Generation {
        do {
            return try Generation(name, in: folder)
        } catch .dangling {
            try folder.require(name)
            // Put there between the two looks.
            return try Generation(name, in: folder)
        }
    }

    public init(_ name: GenerationName, in folder: StoreFolder) throws(StoreError) {
        self.name = name
        self.folder = folder
        let file = folder.file(name)
        let header: GenerationHeader
        do {
            header = try GenerationHeader(file)
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
        guard let vfs = VFS.checked else {
            throw .unreadable(path: file.string, detail: "SQLite takes no VFS")
        }
        connection = try StoreError.of(file.string) { () throws(SQLiteError) in
            // `immutable=1` is what keeps SQLite from locks and side files.
            let connection = try Connection(
                file.string, .reading, parameters: "mode=ro&immutable=1", followsLinks: false, vfs: vfs)
            try connection.defend()
            return connection
        }
    }

    /// Asks the file; what SQLite finds wrong becomes the store's error.
    func read<Result>(_ body: () throws(SQLiteError) -> Result) throws(StoreError) -> Result {
        try StoreError.of(connection.path, body)
    }

    /// What the makers of this generation and of those before it noted in it: keys with a colon, `source:…`.
    public func facts() throws(StoreError) -> [(key: String, value: String)] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement("SELECT key, value FROM meta WHERE key LIKE '%:%' ORDER BY key")
            var facts: [(key: String, value: String)] = []
            while try row.step() { facts.append((try row.required(0), try row.required(1))) }
            return facts
        }
    }

    /// A value of the generation's own record: `generation`, `counties`, `editions`, `villages`, `entries`, … and the
    /// facts that its maker added.
    public func meta(_ key: String) throws(StoreError) -> String? {
        try read { () throws(SQLiteError) in
            let statement = try connection.cachedStatement("SELECT value FROM meta WHERE key = ?")
            try statement.bind(1, key)
            return try statement.step() ? statement.text(0) : nil
        }
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
