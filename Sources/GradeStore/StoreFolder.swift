public import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder of a store: generations, the link to the current one, the lock.
public struct StoreFolder: Hashable, Sendable {
    public let path: FilePath

    public init(_ path: FilePath) { self.path = path }

    public var link: FilePath { path.appending("current.sqlite") }
    var lock: FilePath { path.appending(".lock") }
    var temporary: FilePath { path.appending("tmp") }

    public func file(_ name: GenerationName) -> FilePath { path.appending(name.file) }
    public func sideFile(_ name: GenerationName) -> FilePath { path.appending(name.sideFile) }

    /// Which generation the link names. The link is read, not followed, and has to name a file of this folder.
    public func current() throws(StoreError) -> GenerationName {
        let target: String
        switch readLink(link) {
        case .success(let text): target = text
        case .failure(.noSuchFileOrDirectory), .failure(.notDirectory): throw .missing(path: path.string)
        case .failure(.invalidArgument): throw .badLink(path: link.string, target: "itself: it is no link")
        case .failure(let error): throw .unreadable(path: link.string, detail: error.description)
        }
        guard let name = GenerationName(file: target) else { throw .badLink(path: link.string, target: target) }
        return name
    }

    /// All generations of the folder, oldest first.
    public func generations() throws(StoreError) -> [GenerationName] {
        let entries: [String]
        do {
            entries = try FileSystem.names(in: path)
        } catch .noSuchFileOrDirectory {
            throw .missing(path: path.string)
        } catch {
            throw .unreadable(path: path.string, detail: error.description)
        }
        return entries.compactMap(GenerationName.init(file:)).sorted()
    }

    /// Throws `noGeneration` where it is not in the folder.
    public func require(_ name: GenerationName) throws(StoreError) {
        let held = try generations()
        guard held.contains(name) else { throw .noGeneration(number: name.number, held: held.map(\.number)) }
    }

    private func readLink(_ link: FilePath) -> Result<String, Errno> {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = link.withPlatformString { readlink($0, &buffer, buffer.count) }
        guard count >= 0 else { return .failure(Errno(rawValue: errno)) }
        return .success(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
