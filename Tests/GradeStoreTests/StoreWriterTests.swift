import GradeModel
import SQLite
import SystemPackage
import SystemSupport
import TestSupport
import Testing

@testable import FuzzChecks
@testable import GradeStore

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct StoreWriterTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path.appending("deep/store")) }

    private struct Stopped: Error {}

    @Test func `each generation gets the next number and the link`() throws {
        for number in 1...3 {
            let name = try store.applying([[GenerationTests.first]])
            #expect(name.number == number)
            #expect(try store.current() == name)
        }
        #expect(try store.generations().map(\.number) == [1, 2, 3])
    }

    @Test func `a failure while building leaves the old generation and no litter`() throws {
        try store.applying([[GenerationTests.first]])
        #expect(throws: Stopped.self) {
            try StoreWriter(store, indexing: SampleEditions.indexing).apply { throw Stopped() }
        }
        #expect(try store.current().number == 1)
        #expect(try store.generations().count == 1)
        #expect(access(store.path.appending("tmp/build.sqlite").string, F_OK) != 0)
    }

    @Test func `an edition that contradicts itself is not applied`() throws {
        var edition = GenerationTests.first.edition
        edition.townships = []
        let broken = SourcedEdition(edition: edition, packageSHA256: "", origin: .unsigned)
        #expect(
            throws: StoreError.damaged(path: "430624-2025-1", detail: "金龙镇 is not among its townships")
        ) { try store.applying([[broken]]) }
        #expect(throws: StoreError.missing(path: store.path.string)) { try store.current() }
    }

    @Test func `a second writer is asked to wait`() throws {
        let writer = try StoreWriter(store, indexing: SampleEditions.indexing)
        #expect(throws: StoreError.busy(path: store.path.string)) {
            _ = try StoreWriter(store, indexing: SampleEditions.indexing)
        }
        _ = consume writer
        try store.applying([[GenerationTests.first]])
    }

    @Test func `files have their modes whatever the umask`() throws {
        try store.applying([[GenerationTests.first]])
        func mode(_ name: String) -> UInt32 {
            var status = stat()
            lstat(store.path.appending(name).string, &status)
            return UInt32(status.st_mode & 0o777)
        }
        #expect(mode("gen-00000001.sqlite") == 0o444)
        #expect(mode("gen-00000001.sha256") == 0o644)
        #expect(mode("tmp") == 0o700)
    }

    @Test func `what a killed writer left is cleared away`() throws {
        try store.applying([[GenerationTests.first]])
        for name in ["build.sqlite", "build.sqlite-journal", "side", "link"] {
            let path = store.path.appending("tmp").appending(name)
            try FileDescriptor.open(path, .writeOnly, options: [.create], permissions: .ownerReadWrite).close()
        }
        #expect(try store.applying([[GenerationTests.second]]).number == 2)
        #expect(try Generation.openCurrent(of: store).editions().map(\.id.text) == ["430624-2027-3"])
    }

    @Test func `only the last three generations stay`() throws {
        for _ in 1...5 { try store.applying([[GenerationTests.first]]) }
        #expect(try store.generations().map(\.number) == [3, 4, 5])
        #expect(access(store.path.appending("gen-00000002.sha256").string, F_OK) != 0)
    }

    @Test func `a reader of a collected generation reads on`() throws {
        try store.applying([[GenerationTests.first]])
        let old = try Generation.openCurrent(of: store)
        for _ in 1...4 { try store.applying([[GenerationTests.second]]) }
        #expect(access(store.path.appending("gen-00000001.sqlite").string, F_OK) != 0)
        #expect(try old.editions().map(\.id.text) == ["430624-2025-1"])
        #expect(try old.storedEdition(GenerationTests.first.edition.id) != nil)
    }

    @Test func `a link in the place of the temporary folder is refused`() throws {
        try store.applying([[GenerationTests.first]])
        let elsewhere = folder.path.appending("elsewhere")
        mkdir(elsewhere.string, 0o755)
        rmdir(store.path.appending("tmp").string)
        symlink(elsewhere.string, store.path.appending("tmp").string)
        #expect(
            throws: StoreError.notWritable(path: store.path.appending("tmp").string, detail: "not a folder")
        ) { try store.applying([[GenerationTests.second]]) }
        #expect(rmdir(elsewhere.string) == 0)
        #expect(try store.current().number == 1)
    }

    @Test func `a link in the place of a file to be built is not followed`() throws {
        try store.applying([[GenerationTests.first]])
        let victim = folder.path.appending("victim")
        try FileDescriptor.open(victim, .writeOnly, options: [.create], permissions: .ownerReadWrite).close()
        for name in ["build.sqlite", "side", "link"] {
            symlink(victim.string, store.path.appending("tmp").appending(name).string)
        }
        #expect(try store.applying([[GenerationTests.second]]).number == 2)
        var status = stat()
        #expect(lstat(victim.string, &status) == 0 && status.st_size == 0)
    }

    /// The numbers are those of the system's header.
    @Test func `network file systems are told`() throws {
        var numbers: [String: UInt32] = [:]
        let header = try FileDescriptor.open("/usr/include/linux/magic.h", .readOnly)
        let bytes = try header.closeAfter {
            try [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
                count = try header.read(into: UnsafeMutableRawBufferPointer(room))
            }
        }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("#define") {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count > 2, words[2].hasPrefix("0x") else { continue }
            numbers[String(words[1])] = UInt32(words[2].dropFirst(2), radix: 16)
        }
        let expected = [
            "NFS_SUPER_MAGIC": "NFS", "SMB_SUPER_MAGIC": "CIFS", "CIFS_SUPER_MAGIC": "CIFS",
            "SMB2_SUPER_MAGIC": "CIFS", "AFS_SUPER_MAGIC": "AFS", "AFS_FS_MAGIC": "AFS", "CEPH_SUPER_MAGIC": "Ceph",
            "V9FS_MAGIC": "9P", "CODA_SUPER_MAGIC": "Coda", "NCP_SUPER_MAGIC": "NCP",
        ]
        for (name, kind) in expected {
            #expect(Volume.networkFileSystem(type: try #require(numbers[name], "\(name)")) == kind, "\(name)")
        }
        for name in [
            "EXT4_SUPER_MAGIC", "TMPFS_MAGIC", "OVERLAYFS_SUPER_MAGIC", "BTRFS_SUPER_MAGIC", "XFS_SUPER_MAGIC",
        ] {
            #expect(Volume.networkFileSystem(type: try #require(numbers[name], "\(name)")) == nil, "\(name)")
        }
    }

    @Test func `a canary tells a generation that would answer otherwise`() throws {
        try store.applying([[GenerationTests.first]])
        let generation = try Generation.openCurrent(of: store)
        for canary in Canary.of(GenerationTests.first.edition) { try canary.ask(generation.connection) }
        var other = GenerationTests.first.edition
        other.grades = other.grades.map { entry in
            GradeEntry(
                landType: entry.landType, township: entry.township, village: entry.village, kind: entry.kind,
                grade: Grade(rawValue: entry.grade.rawValue + 1)!, printedGrade: entry.printedGrade,
                erratum: entry.erratum, source: entry.source)
        }
        for canary in Canary.of(other) {
            #expect(throws: StoreError.self) {
                try generation.read { () throws(SQLiteError) in try canary.ask(generation.connection) }
            }
        }
        #expect(Canary.of(other).count == 2)
    }

    @Test func `no room is reported before anything is built`() throws {
        let writer = try StoreWriter(store, indexing: SampleEditions.indexing)
        try writer.ensureSpace(1)
        #expect(throws: StoreError.noSpace(path: store.path.string)) { try writer.ensureSpace(.max) }
    }

    @Test func `the link is relative so that a store can be moved`() throws {
        try store.applying([[GenerationTests.first]])
        let moved = StoreFolder(folder.path.appending("moved"))
        rename(store.path.string, moved.path.string)
        #expect(try Generation.openCurrent(of: moved).editions().count == 1)
    }
}
