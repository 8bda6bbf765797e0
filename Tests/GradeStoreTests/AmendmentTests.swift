import GradeModel
import SystemPackage
import TestSupport
import Testing

@testable import FuzzChecks
@testable import GradeStore

#if canImport(Glibc)
    import Glibc
#endif

/// A generation made by amending the one before has to be the one that would have been built anew.
@Suite struct AmendmentTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path.appending("store")) }

    static let counties = (1...8).map { number in
        let code = "99000\(number)"
        return [
            SampleEditions.edition("\(code)-2020-1", county(code), issued: "2020-01-01"),
            SampleEditions.edition(
                "\(code)-2025-1", county(code), issued: "2025-01-01", villages: ["芙蓉村", "\(code)村"]),
        ]
    }
    private static func county(_ code: String) -> County { County(code: code, name: "县\(code)") }
    /// 990003 loses its village and its older edition; 990009 is new.
    static let changed = [
        SampleEditions.edition("990003-2025-1", county("990003"), issued: "2025-01-01", grade: 2, villages: ["新村"])
    ]
    static let added = [SampleEditions.edition("990009-2025-1", county("990009"), issued: "2025-01-01")]

    @discardableResult
    private func amend(_ codes: Set<String>, _ counties: [[SourcedEdition]]) throws -> GenerationName {
        let current = try Generation.openCurrent(of: store)
        let amendment = try #require(
            try Amendment(of: current, replacing: codes, indexing: SampleEditions.indexing))
        var rest = counties[...]
        return try store.writer()
            .apply(amendment, facts: [("source:x", "2")]) { rest.popFirst() }
    }

    @Test func `it answers as one built anew`() throws {
        try store.applying(Self.counties)
        try amend(["990003", "990009"], [Self.changed, Self.added])
        let other = StoreFolder(folder.path.appending("other"))
        let rest = Self.counties.filter { $0[0].edition.county.code != "990003" }
        try other.applying(
            (rest + [Self.changed, Self.added]).sorted { $0[0].edition.id.text < $1[0].edition.id.text })
        let amended = try Generation.openCurrent(of: store), built = try Generation.openCurrent(of: other)
        #expect(try amended.editions() == built.editions())
        #expect(try amended.counties() == built.counties())
        for record in try built.editions() {
            #expect(try amended.storedEdition(record.id) == built.storedEdition(record.id))
        }
        for county in try built.counties() {
            let one = try amended.gazetteerSource(of: county), two = try built.gazetteerSource(of: county)
            #expect(one.villages == two.villages && one.townships == two.townships && one.aliases == two.aliases)
            for record in try built.editions(of: county) {
                #expect(try amended.grades(of: one, in: record.id) == built.grades(of: two, in: record.id))
            }
        }
        let one = try amended.status(), two = try built.status()
        #expect(
            [one.counties, one.editions, one.villages, one.entries] == [
                two.counties, two.editions, two.villages, two.entries,
            ])
        for key in ["芙蓉村", "990003村", "990004村", "新村", "key of 新村", "金嵩村"] {
            #expect(
                try amended.counties(townshipKeys: [], villageKeys: [key])
                    == built.counties(townshipKeys: [], villageKeys: [key]), "\(key)")
        }
        #expect(try amended.meta("source:x") == "2" && amended.meta("generation") == "2")
        #expect(try store.verify(amended.name) != .noSideFile(path: store.sideFile(amended.name).string))
    }

    @Test func `many amendments in a row stay sound`() throws {
        try store.applying(Self.counties)
        for round in 1...12 {
            let code = "99000\(round % 8 + 1)"
            let grade = round % 2 + 1
            try amend(
                [code],
                [[SampleEditions.edition("\(code)-2025-1", Self.county(code), issued: "2025-01-01", grade: grade)]])
            let current = try Generation.openCurrent(of: store)
            let edition = try #require(try current.storedEdition(EditionID("\(code)-2025-1")!))
            #expect(Set(edition.edition.grades.map(\.grade.rawValue)) == [grade])
            #expect(try current.counties().count == 8)
        }
    }

    @Test func `a county can be taken away whole`() throws {
        try store.applying(Self.counties)
        try amend(["990008"], [])
        let status = try Generation.openCurrent(of: store).status()
        #expect(status.counties == 7 && status.editions == 14)
    }

    @Test func `a generation that is not what it was is no ground`() throws {
        let file = store.file(try store.applying(Self.counties))
        chmod(file.string, 0o644)
        // A page that is copied and not asked for anything.
        let page = try OpenDatabase(unchanging: file)
            .rows("SELECT rootpage FROM sqlite_schema WHERE name = 'grade_corrected'")
        let descriptor = try FileDescriptor.open(file, .readWrite)
        var byte: [UInt8] = [0]
        let place = (Int64(page[0])! - 1) * Int64(PageChecksums.pageSize) + 2000
        _ = try byte.withUnsafeMutableBytes { try descriptor.read(fromAbsoluteOffset: place, into: $0) }
        byte[0] ^= 1
        _ = try byte.withUnsafeBytes { try descriptor.write(toAbsoluteOffset: place, $0) }
        try descriptor.close()
        guard case .changed(let expected, let found) = try store.verify(GenerationName(number: 1)!) else {
            Issue.record("the flipped bit is not seen")
            return
        }
        let error = StoreError.altered(file: "gen-00000001.sqlite", expected: expected, found: found)
        #expect(throws: error) { try amend(["990003"], [Self.changed]) }
        #expect(throws: error) { try store.requireIntact(GenerationName(number: 1)!) }
        #expect(try store.generations().count == 1)
        #expect(access(store.path.appending("tmp/build.sqlite").string, F_OK) != 0)
    }

    @Test func `where much changes or the rules do it is built anew`() throws {
        try store.applying(Self.counties)
        let current = try Generation.openCurrent(of: store)
        func isPossible(_ codes: Set<String>, _ rules: Int = SampleEditions.indexing.rules) throws -> Bool {
            let indexing = NameIndexing(rules: rules, township: { _ in [] }, village: { _ in [] }, alias: { _ in [] })
            return try Amendment(of: current, replacing: codes, indexing: indexing) != nil
        }
        #expect(try isPossible(["990001", "990002"]))
        #expect(try !isPossible(["990001", "990002", "990003"]))
        #expect(try !isPossible(["990001"], SampleEditions.indexing.rules + 1))
        unlink(store.sideFile(current.name).string)
        #expect(try !isPossible(["990001"]))
    }
}
