import GradeModel
import GradeStore
import SystemPackage
import TestSupport
import Testing

@testable import FuzzChecks

@Suite struct WithdrawnTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path.appending("store")) }

    static let day = CalendarDate("2026-05-01")!
    private let old = SampleEditions.edition("430624-2020-1", SampleEditions.xiangyin, issued: "2020-06-01")
    private let first = GenerationTests.first
    private let second = GenerationTests.second

    private func withdrawn(_ edition: SourcedEdition) -> SourcedEdition {
        var edition = edition
        edition.withdrawn = Self.day
        return edition
    }

    private func inForce(_ day: String?) throws -> String? {
        try Generation.openCurrent(of: store)
            .edition(of: SampleEditions.xiangyin, inForce: day.flatMap { CalendarDate($0) })?.id.text
    }

    @Test func `the day of withdrawal comes back as it went in`() throws {
        try store.applying([[withdrawn(first), second]])
        let generation = try Generation.openCurrent(of: store)
        #expect(try generation.storedEdition(first.edition.id) == withdrawn(first))
        #expect(try generation.storedEdition(second.edition.id) == second)
        #expect(try generation.edition(first.edition.id)?.citation(nil).withdrawn == Self.day)
    }

    @Test func `a withdrawn edition gives way to any that stands`() throws {
        try store.applying([[old, first, withdrawn(second)]])
        #expect(try inForce(nil) == "430624-2025-1")
        #expect(try inForce("2028-01-01") == "430624-2025-1")
        #expect(try inForce("2024-01-01") == "430624-2020-1")
        #expect(try inForce("2020-05-31") == nil)
    }

    @Test func `where none stands the newest withdrawn one answers`() throws {
        try store.applying([[withdrawn(old), withdrawn(first), second]])
        #expect(try inForce("2024-01-01") == "430624-2020-1")
        #expect(try inForce("2026-01-01") == "430624-2025-1")
        #expect(try inForce("2027-03-01") == "430624-2027-3")
        try store.applying([[withdrawn(first), withdrawn(second)]])
        #expect(try inForce(nil) == "430624-2027-3")
    }

    @Test func `the names of the edition that stands come first`() throws {
        try store.applying([[first, withdrawn(second)]])
        let source = try Generation.openCurrent(of: store).gazetteerSource(of: SampleEditions.xiangyin)
        #expect(source.aliases.map(\.village) == ["金嵒村", "新村"])
    }

    @Test func `facts of its maker are in the generation's record`() throws {
        let writer = try StoreWriter(store, indexing: SampleEditions.indexing)
        var rest = [[first]][...]
        _ = try writer.apply(facts: [("source:county.example/grades", "serial 7")]) { rest.popFirst() }
        let generation = try Generation.openCurrent(of: store)
        #expect(try generation.meta("source:county.example/grades") == "serial 7")
        #expect(try generation.meta("editions") == "1")
        #expect(try generation.meta("source:other.example/grades") == nil)
    }
}
