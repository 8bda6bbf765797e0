import GradeModel
import GradeStore
import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct StoreWriterTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path.appending("deep/store")) }

    private struct Stopped: Error {}

    @Test func eachGenerationGetsTheNextNumberAndTheLink() throws {
        for number in 1...3 {
            let name = try store.applying([[GenerationTests.first]])
            #expect(name.number == number)
            #expect(try store.current() == name)
        }
        #expect(try store.generations().map(\.number) == [1, 2, 3])
    }

    @Test func aFailureWhileBuildingLeavesTheOldGenerationAndNoLitter() throws {
        try store.applying([[GenerationTests.first]])
        #expect(throws: Stopped.self) {
            try StoreWriter(store, indexing: SampleEditions.indexing).apply { throw Stopped() }
        }
        #expect(try store.current().number == 1)
        #expect(try store.generations().count == 1)
        #expect(access(store.path.appending("tmp/build.sqlite").string, F_OK) != 0)
    }

    @Test func anEditionThatContradictsItselfIsNotApplied() throws {
        var edition = GenerationTests.first.edition
        edition.townships = []
        let broken = SourcedEdition(edition: edition, packageSHA256: "", origin: .unsigned)
        #expect(
            throws: StoreError.damaged(path: "430624-2025-1", detail: "金龙镇 is not among its townships")
        ) { try store.applying([[broken]]) }
        #expect(throws: StoreError.missing(path: store.path.string)) { try store.current() }
    }

    @Test func aSecondWriterIsToldToWait() throws {
        let writer = try StoreWriter(store, indexing: SampleEditions.indexing)
        #expect(throws: StoreError.busy(path: store.path.string)) {
            _ = try StoreWriter(store, indexing: SampleEditions.indexing)
        }
        _ = consume writer
        try store.applying([[GenerationTests.first]])
    }

    @Test func filesHaveTheirModesWhateverTheUmask() throws {
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

    @Test func whatAKilledWriterLeftIsClearedAway() throws {
        try store.applying([[GenerationTests.first]])
        for name in ["build.sqlite", "build.sqlite-journal", "side", "link"] {
            let path = store.path.appending("tmp").appending(name)
            try FileDescriptor.open(path, .writeOnly, options: [.create], permissions: .ownerReadWrite).close()
        }
        #expect(try store.applying([[GenerationTests.second]]).number == 2)
        #expect(try Generation.openCurrent(of: store).editions().map(\.id.text) == ["430624-2027-3"])
    }

    @Test func theLinkIsRelativeSoThatAStoreCanBeMoved() throws {
        try store.applying([[GenerationTests.first]])
        let moved = StoreFolder(folder.path.appending("moved"))
        rename(store.path.string, moved.path.string)
        #expect(try Generation.openCurrent(of: moved).editions().count == 1)
    }
}
