import EditionPackage
public import GradeStore
import SignedFeed
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `trust/` of a store: for every source its settings (`.source`), what is known of it (`.trust`), and the last list it
/// signed (`.signed`). Write access here decides what is trusted, so a file that others can write is refused.
public struct TrustFolder: Hashable, Sendable {
    let path: FilePath

    public init(of store: StoreFolder) { path = store.path.appending("trust") }

    enum Part: String {
        case settings = "source"
        case record = "trust"
        case message = "signed"
    }

    /// A source's name has no `+`, so two never share a file.
    private func file(_ source: String, _ part: Part) -> FilePath {
        path.appending("\(source.replacing("/", with: "+")).\(part.rawValue)")
    }

    /// Write access to the folder is enough to replace files that are themselves read-only.
    private func ensureOurs() throws(PullError) {
        var status = stat()
        guard path.withPlatformString({ lstat($0, &status) }) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .badTrust(path: path.string, .notFolder) }
        guard status.st_mode & 0o022 == 0 else { throw .badTrust(path: path.string, .writableByOthers) }
    }

    /// The sources that are set up, by name.
    public func sources() throws(PullError) -> [String] {
        try ensureOurs()
        let names: [String]
        do {
            names = try FileSystem.names(in: path)
        } catch .noSuchFileOrDirectory {
            return []
        } catch { throw .badTrust(path: path.string, .unreadable(error.description)) }
        let ending = ".\(Part.settings.rawValue)"
        return names.filter { $0.hasSuffix(ending) }.map { $0.dropLast(ending.count).replacing("+", with: "/") }
            .map { String($0) }.filter { SourceName.isOne($0) }.sorted()
    }

    /// Whether anything is kept of a source, settings or not.
    func knows(_ source: String) throws(PullError) -> Bool {
        try ensureOurs()
        return [Part.settings, .record].contains { FileSystem.exists(file(source, $0)) }
    }

    public func settings(_ source: String) throws(PullError) -> SourceSettings? {
        guard let bytes = try read(source, .settings) else { return nil }
        guard let settings = SourceSettings(parsing: bytes), settings.source == source else {
            throw .badTrust(path: file(source, .settings).string, .damaged)
        }
        return settings
    }

    /// Throws `.noTrust` where there is none: it is never recreated from what a server says.
    public func record(_ source: String) throws(PullError) -> TrustRecord {
        guard let bytes = try read(source, .record) else { throw .noTrust(source: source) }
        guard let record = TrustRecord(parsing: bytes), record.source == source else {
            throw .badTrust(path: file(source, .record).string, .damaged)
        }
        return record
    }

    /// The last list of a source; nil unless it is the one that was seen.
    func message(_ record: TrustRecord) throws(PullError) -> (bytes: [UInt8], message: SignedMessage)? {
        guard let seen = record.seen, let bytes = try read(record.source, .message),
            let message = try? SignedMessage(parsing: bytes), message.sha256 == seen.sha256
        else { return nil }
        return (bytes, message)
    }

    func write(_ settings: SourceSettings) throws(PullError) { try write(settings.bytes, settings.source, .settings) }
    func write(_ record: TrustRecord) throws(PullError) { try write(record.bytes, record.source, .record) }
    func write(message: [UInt8], of source: String) throws(PullError) { try write(message, source, .message) }

    /// Settings go first: from then on nothing is pulled from the source any more.
    func remove(_ source: String) throws(PullError) {
        for part in [Part.settings, .record, .message] {
            do {
                try FileSystem.remove(file(source, part))
            } catch { throw .writing(file(source, part), error) }
        }
    }

    private func read(_ source: String, _ part: Part) throws(PullError) -> [UInt8]? {
        try ensureOurs()
        let file = file(source, part)
        var status = stat()
        guard file.withPlatformString({ lstat($0, &status) }) == 0 else {
            guard errno == ENOENT || errno == ENOTDIR else {
                throw .badTrust(path: file.string, .unreadable(Errno(rawValue: errno).description))
            }
            return nil
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .badTrust(path: file.string, .notRegular) }
        guard status.st_mode & 0o022 == 0 else { throw .badTrust(path: file.string, .writableByOthers) }
        do throws(FileFault) {
            return try RegularFile.read(file, limit: SignedMessage.largestFile)
        } catch {
            if case .system(let errno) = error {
                throw .badTrust(path: file.string, .unreadable(errno.description))
            }
            throw .badTrust(path: file.string, .damaged)
        }
    }

    /// Whole or not at all, and on disk before it returns.
    private func write(_ bytes: [UInt8], _ source: String, _ part: Part) throws(PullError) {
        let target = file(source, part)
        do throws(Errno) {
            try FileSystem.makeFolder(path, mode: 0o755)
            let file = try ReplacedFile(target, mode: 0o644)
            try file.write(bytes)
            try file.commit()
        } catch { throw .writing(target, error) }
    }
}
