import GradeModel
import GradeStore
import SystemPackage
import TestSupport
import Testing

@testable import FuzzChecks

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct GenerationTests {
    let folder = TemporaryFolder()
    var store: StoreFolder { StoreFolder(folder.path.appending("store")) }

    static let first = SampleEditions.edition("430624-2025-1", SampleEditions.xiangyin, issued: "2025-01-23")
    static let second = SampleEditions.edition(
        "430624-2027-3", SampleEditions.xiangyin, issued: "2027-03-01", grade: 2, villages: ["芙蓉村", "新村"])
    static let other = SampleEditions.edition("430682-2024-9", SampleEditions.other, issued: "2024-09-09")

    private func opened() throws -> Generation {
        try store.applying([[Self.first, Self.second], [Self.other]])
        return try Generation.openCurrent(of: store)
    }

    @Test func `every edition comes back as it went in`() throws {
        let generation = try opened()
        for sourced in [Self.first, Self.second, Self.other] {
            #expect(try generation.storedEdition(sourced.edition.id) == sourced)
        }
        #expect(try generation.storedEdition(EditionID("430624-1999-1")!) == nil)
    }

    @Test func `sub types that have prices are listed once, whichever edition has them`() throws {
        func price(_ subtype: String?, _ grade: Int = 1) -> BasePrice {
            BasePrice(
                landType: .forest, subtype: subtype, grade: Grade(rawValue: grade)!, amount: "1.86", unit: "万元/亩",
                source: TableRow(table: "表4", row: 1))
        }
        let priced = SampleEditions.edition(
            "430624-2025-1", SampleEditions.xiangyin, issued: "2025-01-23",
            prices: [price("经济林"), price("经济林", 2), price(nil)])
        let other = SampleEditions.edition(
            "430682-2024-9", SampleEditions.other, issued: "2024-09-09", prices: [price("商品林")])
        try store.applying([[priced], [other]])
        let subtypes = try Generation.openCurrent(of: store).pricedSubtypes()
        #expect(subtypes.sorted() == ["商品林", "经济林"])
    }

    @Test func `the edition in force is the newest issued on or before the day`() throws {
        let generation = try opened()
        func inForce(_ day: String?) throws -> String? {
            try generation.edition(of: SampleEditions.xiangyin, inForce: day.flatMap { CalendarDate($0) })?.id.text
        }
        #expect(try inForce("2025-01-22") == nil)
        #expect(try inForce("2025-01-23") == "430624-2025-1")
        #expect(try inForce("2027-02-28") == "430624-2025-1")
        #expect(try inForce("2027-03-01") == "430624-2027-3")
        #expect(try inForce(nil) == "430624-2027-3")
    }

    @Test func `places are found by their exact names only`() throws {
        let generation = try opened()
        #expect(try generation.places(township: "金龙镇", village: "芙蓉村", county: nil).count == 2)
        let found = try generation.places(township: "金龙镇", village: "芙蓉村", county: SampleEditions.xiangyin)
        #expect(found.map(\.county) == [SampleEditions.xiangyin])
        #expect(found.first?.kind == .village)
        #expect(try generation.places(township: nil, village: "新村", county: nil).count == 1)
        #expect(try generation.places(township: "金龙", village: "芙蓉村", county: nil).isEmpty)
        #expect(try generation.places(township: "金龙镇", village: "芙蓉", county: nil).isEmpty)
    }

    @Test func `entries of a place are those of the edition asked`() throws {
        let generation = try opened()
        let place = Place(county: SampleEditions.xiangyin, township: "金龙镇", village: "新村", kind: .village)
        let first = try #require(try generation.edition(Self.first.edition.id))
        let second = try #require(try generation.edition(Self.second.edition.id))
        #expect(try generation.entries(of: place, in: first).isEmpty)
        #expect(try generation.entries(of: place, in: second).map(\.grade.rawValue) == [2, 2])
    }

    @Test func `counties are found by the stored keys`() throws {
        let generation = try opened()
        #expect(try generation.counties(townshipKeys: [], villageKeys: ["key of 新村"]) == [SampleEditions.xiangyin])
        #expect(try generation.counties(townshipKeys: ["金龙镇"], villageKeys: []).count == 2)
        #expect(try generation.counties(townshipKeys: [], villageKeys: ["金嵩村"]).count == 2)
        #expect(try generation.counties(townshipKeys: ["芙蓉村"], villageKeys: []).isEmpty)
        let extent = try generation.extent()
        #expect(extent.counties == 2 && extent.nameRules == 7)
    }

    @Test func `a gazetteer holds the names of all editions once`() throws {
        let source = try opened().gazetteerSource(of: SampleEditions.xiangyin)
        #expect(source.villages.map(\.village) == ["芙蓉村", "金嵒村", "新村"])
        #expect(source.townships.map(\.name) == ["金龙镇"])
        #expect(source.aliases.map(\.village) == ["新村", "金嵒村"])
    }

    @Test func `grades read by id are those read by name`() throws {
        let generation = try opened()
        let source = try generation.gazetteerSource(of: SampleEditions.xiangyin)
        for edition in [Self.first, Self.second] {
            let byID = try generation.grades(of: source, in: edition.edition.id)
            let byName = try generation.entries(in: edition.edition.id).map { entry in
                HeldGrade(
                    village: try #require(
                        source.villages.firstIndex { $0.township == entry.township && $0.village == entry.village }),
                    landType: entry.landType, grade: entry.grade, printedGrade: entry.printedGrade,
                    erratum: entry.erratum)
            }
            #expect(byID.count == 4 && Set(byID) == Set(byName))
        }
        #expect(try generation.grades(of: source, in: Self.other.edition.id).isEmpty)
    }

    @Test func `status counts what is there`() throws {
        let status = try opened().status()
        #expect(status.generation.number == 1 && status.counties == 2 && status.editions == 3)
        #expect(status.villages == 5 && status.entries == 12)
    }

    @Test func `a store in a folder with URI characters in its name is opened`() throws {
        let odd = StoreFolder(folder.path.appending("a?b#c%41 村"))
        try odd.applying([[Self.first]])
        #expect(try Generation.openCurrent(of: odd).editions().count == 1)
    }

    @Test func `opening and reading leaves no file behind`() throws {
        let generation = try opened()
        _ = try generation.editions()
        let names = try folderNames()
        #expect(names == [".lock", "current.sqlite", "gen-00000001.sha256", "gen-00000001.sqlite", "tmp"])
    }

    @Test func `an open generation answers after its file is gone`() throws {
        let generation = try opened()
        try store.applying([[Self.other]])
        try FileDescriptor.open(store.file(generation.name), .readOnly).close()
        remove(store.file(generation.name))
        #expect(try generation.editions().count == 3)
        #expect(try Generation.openCurrent(of: store).editions().count == 1)
    }

    private func remove(_ path: FilePath) { path.withPlatformString { _ = unlink($0) } }

    private func folderNames() throws -> [String] {
        let listing = opendir(store.path.string)!
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }
}
