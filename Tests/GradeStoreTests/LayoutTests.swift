import GradeModel
import SQLite
import SystemPackage
import TestSupport
import Testing
import SystemSupport

@testable import FuzzChecks
@testable import GradeStore

/// What a generation keeps to be read quickly says what its rows say.
@Suite struct LayoutTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path.appending("store")) }

    static let editions = [GenerationTests.first, GenerationTests.second]
    private func opened() throws -> Generation {
        try store.applying([[GenerationTests.other], Self.editions])
        return try Generation.openCurrent(of: store)
    }

    /// The newest generation, changed, with checksums that fit the change.
    private func opened(_ change: String) throws -> Generation {
        try OpenDatabase(store.file(try store.current())).run(change)
        try PageChecksums.write(to: store.file(try store.current()))
        return try Generation.openCurrent(of: store)
    }

    @Test func `of its own county only an edition has grades`() throws {
        let generation = try opened()
        let source = try generation.gazetteerSource(of: SampleEditions.xiangyin)
        #expect(try generation.grades(of: source, in: GenerationTests.other.edition.id).isEmpty)
    }

    @Test(arguments: [
        "UPDATE graded SET grades = x'01'", "UPDATE graded SET grades = zeroblob(length(grades))",
        "UPDATE graded SET grades = grades || x'01'", "UPDATE graded SET grades = x'FFFFFF'",
        "UPDATE graded SET grades = 'abc'", "UPDATE county SET villages = villages + 1",
        "UPDATE county SET villages = villages - 1", "UPDATE county SET first_village = 1",
        "UPDATE county SET villages = 9223372036854775807", "UPDATE county SET first_village = -9223372036854775808",
        "UPDATE county SET first_village = 9223372036854775807, villages = -1",
        "DELETE FROM village WHERE id = (SELECT max(id) FROM village)",
        "UPDATE grade SET grade = 9 WHERE erratum = 'E1'",
        "UPDATE village SET township_id = 7 WHERE id = (SELECT max(id) FROM village)",
    ])
    func `what does not add up is damage`(_ change: String) throws {
        _ = try opened()
        let generation = try opened(change)
        var failure: StoreError?
        do throws(StoreError) {
            let source = try generation.gazetteerSource(of: SampleEditions.xiangyin)
            _ = try generation.grades(of: source, in: GenerationTests.first.edition.id)
        } catch { failure = error }
        guard case .damaged = failure else { Issue.record("\(change): \(String(describing: failure))"); return }
    }

    /// Ids as far apart as they can be are no overflow.
    @Test func `a grade of no village of the county is none`() throws {
        _ = try opened()
        let generation = try opened(
            "UPDATE grade SET village_id = -9223372036854775808 WHERE land_type = 'forest'"
                + " AND edition_id = (SELECT id FROM edition WHERE code = '430624-2025-1') AND village_id"
                + " IN (SELECT id FROM village WHERE name = '金嵒村')")
        let source = try generation.gazetteerSource(of: SampleEditions.xiangyin)
        #expect(try generation.grades(of: source, in: GenerationTests.first.edition.id).count == 4)
    }

    @Test(arguments: [
        ("UPDATE graded SET grades = x'020202' WHERE land_type = 'orchard'", 1),
        ("UPDATE graded SET grades = zeroblob(length(grades))", 1),
        ("UPDATE graded SET grades = x'01' WHERE edition_id = 3", 1), ("UPDATE grade SET grade = 9", 1),
        ("DELETE FROM grade WHERE village_id = (SELECT max(village_id) FROM grade)", 1),
        ("DELETE FROM graded WHERE land_type = 'forest'", 1), ("SELECT 1", 0),
        // What was taken over is vouched for by its checksum.
        ("UPDATE graded SET grades = zeroblob(length(grades)) WHERE edition_id = 1", 0),
    ])
    func `a generation whose bytes and rows differ gets no name`(_ change: String, _ failures: Int) throws {
        _ = try opened()
        let generation = try opened(change)
        var found = 0
        do throws(StoreError) {
            try generation.read { () throws(SQLiteError) in
                try GenerationBuilder.checkGradeBytes(
                    from: failures == 0 ? 2 : 1, village: failures == 0 ? 3 : 1, generation.connection)
            }
        } catch { found = 1 }
        #expect(found == failures)
    }

    /// The real way there: in the file that the next generation begins with, something changes what is put in.
    @Test func `what differs is not published`() throws {
        try store.applying(AmendmentTests.counties)
        let base = try opened(
            "CREATE TRIGGER turned AFTER INSERT ON graded BEGIN UPDATE graded SET grades = zeroblob(length(grades))"
                + " WHERE edition_id = NEW.edition_id; END")
        let file = store.file(base.name)
        let line = FileHash.line(try FileHash.sha256(of: file), file: base.name.file)
        try FileSystem.remove(store.sideFile(base.name))
        try FileSystem.write(Array(line.utf8), to: store.sideFile(base.name), mode: 0o644)
        let amendment = try #require(
            try Amendment(of: base, replacing: ["990003"], indexing: SampleEditions.indexing))
        var rest = [AmendmentTests.changed][...]
        var failure: StoreError?
        do { _ = try store.writer().apply(amendment) { rest.popFirst() } } catch { failure = error as? StoreError }
        guard case .damaged = failure else { Issue.record("\(String(describing: failure))"); return }
        #expect(try store.generations() == [base.name])
    }
}
