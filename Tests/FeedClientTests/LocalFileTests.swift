import FeedClient
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The place where the file is to be written.
@Suite struct LocalFileTests {
    private func refused(_ scene: Scene, into file: FilePath? = nil) throws -> TransferError? {
        let transfer = try scene.transfer("ok")
        return refusal { () throws(TransferError) in
            try transfer.fetch(ServedFeed.content(ServedFeed.large), into: file ?? scene.file)
        }
    }

    @Test func `part is for its owner only`() async throws {
        let scene = try await Scene()
        let transfer = try scene.transfer("reset@5000", tries: 1)
        _ = refusal { () throws(TransferError) in
            try transfer.fetch(ServedFeed.content(ServedFeed.large), into: scene.file)
        }
        for name in ["file.part", "file.part.etag"] {
            var status = stat()
            #expect(stat(scene.folder.appending(name).string, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test func `link in its place`() async throws {
        let scene = try await Scene()
        let victim = scene.folder.appending("victim"), part = scene.folder.appending("file.part")
        try write([1, 2, 3], to: victim)
        #expect(symlink(victim.string, part.string) == 0)
        #expect(try refused(scene) == .notOurFile(path: part.string))
        #expect(try scene.bytes("victim") == [1, 2, 3])
        unlink(part.string)
        // A second name of another file is none of ours either.
        #expect(link(victim.string, part.string) == 0)
        #expect(try refused(scene) == .notOurFile(path: part.string))
        #expect(try scene.bytes("victim") == [1, 2, 3])
        #expect(try scene.asked().isEmpty)
    }

    @Test func `folder and pipe in its place`() async throws {
        let scene = try await Scene()
        let part = scene.folder.appending("file.part")
        try makeFolder(part)
        #expect(try refused(scene) == .notOurFile(path: part.string))
        rmdir(part.string)
        #expect(mkfifo(part.string, 0o600) == 0)
        #expect(try refused(scene) == .notOurFile(path: part.string))
        #expect(try scene.asked().isEmpty)
    }

    @Test func `link in the tag's place`() async throws {
        let scene = try await Scene()
        let victim = scene.folder.appending("victim"), tag = scene.folder.appending("file.part.etag")
        try write(Array("\"a\"".utf8), to: victim)
        try scene.leavePart(Array(ServedFeed.large.prefix(10)))
        #expect(symlink(victim.string, tag.string) == 0)
        #expect(try refused(scene) == nil)
        #expect(try scene.asked()[0]["If-Range"] == nil)
        #expect(try scene.bytes("victim") == Array("\"a\"".utf8))
    }

    @Test func `folder that is not there`() async throws {
        let scene = try await Scene()
        #expect(
            try refused(scene, into: "/nowhere/file") == .file(path: "/nowhere/file.part", .noSuchFileOrDirectory))
        #expect(try scene.asked().isEmpty)
    }
}
