import GradeModel
import GradeStore
import SystemPackage
import TestSupport
import Testing

@testable import FuzzChecks

#if canImport(Glibc)
    import Glibc
#endif

/// Each kind of broken store gives its own error, and none is opened.
@Suite struct DamagedStoreTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path) }

    private func apply() throws -> FilePath {
        let name = try store.applying([[GenerationTests.first]])
        let file = store.file(name)
        chmod(file.string, 0o644)
        return file
    }

    private func failure() -> StoreError? {
        do {
            let generation = try Generation.openCurrent(of: store)
            _ = try generation.storedEdition(GenerationTests.first.edition.id)
            return nil
        } catch { return error }
    }

    private func link(_ target: String) {
        unlink(store.link.string)
        symlink(target, store.link.string)
    }

    @Test func `an empty folder and no folder hold no store`() {
        #expect(failure() == .missing(path: folder.path.string))
        let nowhere = StoreFolder(folder.path.appending("nowhere"))
        #expect(throws: StoreError.missing(path: nowhere.path.string)) { try Generation.openCurrent(of: nowhere) }
    }

    @Test(arguments: [
        "/etc/passwd", "../store/gen-00000001.sqlite", "./gen-00000001.sqlite", "gen-1.sqlite", "gen-00000001.sqlite/",
        "gen-0000000a.sqlite", "gen-00000000.sqlite", "gen-000000001.sqlite", "current.sqlite", "gen-00000001.sha256",
    ])
    func `a link to anything but a generation is refused`(_ target: String) throws {
        _ = try apply()
        link(target)
        #expect(failure() == .badLink(path: store.link.string, target: target))
    }

    @Test func `a dangling link is named`() throws {
        _ = try apply()
        link("gen-00000009.sqlite")
        #expect(failure() == .dangling(path: store.link.string, target: "gen-00000009.sqlite"))
    }

    @Test func `a generation that is itself a link is not followed`() throws {
        let file = try apply()
        rename(file.string, folder.path.appending("elsewhere").string)
        symlink("elsewhere", file.string)
        #expect(failure() != nil)
    }

    @Test func `a file in the place of the link is refused`() throws {
        _ = try apply()
        unlink(store.link.string)
        try FileDescriptor.open(store.link, .writeOnly, options: [.create], permissions: .ownerReadWrite).close()
        #expect(failure() == .badLink(path: store.link.string, target: "itself: it is no link"))
    }

    @Test func `every truncation is noticed`() throws {
        let file = try apply()
        var status = stat()
        stat(file.string, &status)
        for size in stride(from: Int(status.st_size) - 1, through: 0, by: -701) {
            truncate(file.string, size)
            let error = failure()
            #expect(error == .truncated(path: file.string), "cut to \(size)")
        }
    }

    @Test func `a file that is no database is named`() throws {
        let file = try apply()
        let descriptor = try FileDescriptor.open(file, .writeOnly)
        try descriptor.writeAll(Array("这不是数据库, not a database at all, not a database at all".utf8))
        try descriptor.close()
        #expect(failure() == .notDatabase(path: file.string))
    }

    @Test func `a database of another application is refused`() throws {
        let file = try apply()
        try OpenDatabase(file).run("PRAGMA application_id=1")
        #expect(failure() == .otherApplication(path: file.string))
    }

    @Test func `a newer layout is refused politely`() throws {
        let file = try apply()
        try OpenDatabase(file).run("PRAGMA user_version=99")
        #expect(failure() == .newer(path: file.string, schema: 99))
    }

    @Test func `verify tells a flipped bit and a missing side file`() throws {
        let file = try apply()
        let name = GenerationName(number: 1)!
        guard case .intact(let hash) = try store.verify(name) else { throw Unexpected() }
        let descriptor = try FileDescriptor.open(file, .readWrite)
        var byte: [UInt8] = [0]
        _ = try byte.withUnsafeMutableBytes { try descriptor.read(fromAbsoluteOffset: 5000, into: $0) }
        byte[0] ^= 1
        _ = try byte.withUnsafeBytes { try descriptor.write(toAbsoluteOffset: 5000, $0) }
        try descriptor.close()
        guard case .changed(let expected, let found) = try store.verify(name) else { throw Unexpected() }
        #expect(expected == hash && found != hash)
        unlink(store.sideFile(name).string)
        #expect(try store.verify(name) == .noSideFile(path: store.sideFile(name).string))
    }

    private struct Unexpected: Error {}
}
