import GradeModel
import StrictJSON
import SystemSupport
import Testing

@testable import EditionPublishing

@testable import EditionPackage

/// The seed, changed in one place and sealed again where the seal is not what is tested, and the exact sentence that
/// refuses it.
struct PackageReadingTests {
    private let seed: EditionFiles

    init() throws { seed = try Xiangyin.seed() }

    /// The seed with a text of one file replaced by another, once.
    private func changed(_ file: String, _ text: String, _ other: String) throws -> EditionFiles {
        let bytes = try #require(seed.files[file])
        let old = Array(text.utf8)
        let start = try #require(
            bytes.indices.first { bytes[$0...].starts(with: old) }, "\(text) is not in \(file)")
        var files = seed.files
        files[file] = Array(bytes[..<start]) + Array(other.utf8) + Array(bytes[(start + old.count)...])
        return try EditionFiles(files)
    }

    /// The sentence with which `seal`, which judges all but sizes, hashes and seal, refuses a changed seed.
    private func expect(
        _ file: String, _ text: String, _ other: String, _ sentence: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let files = try changed(file, text, other)
        do {
            _ = try EditionPackage.seal(files)
            Issue.record("not refused", sourceLocation: sourceLocation)
        } catch {
            #expect(error.sentence(in: .en).text == sentence, sourceLocation: sourceLocation)
        }
    }

    @Test func `the seed reads and the hash of its descriptor names it`() throws {
        let sourced = try EditionPackage.read(seed, origin: .builtIn)
        #expect(sourced.packageSHA256 == hexSHA256(try #require(seed.files["datapackage.json"])))
        #expect(sourced.packageSHA256.utf8.count == 64)
        #expect(sourced.origin == .builtIn)
    }

    @Test func `writing what was read gives the same bytes`() throws {
        let edition = try EditionPackage.read(seed, origin: .builtIn).edition
        #expect(try EditionPackage.write(edition) == seed)
        #expect(try EditionPackage.seal(seed) == seed)
    }

    @Test func `a package with prices, codes and no province comes back whole`() throws {
        var edition = try EditionPackage.read(seed, origin: .builtIn).edition
        edition.county = County(code: "430624", name: "湘阴县")
        edition.prices = [
            BasePrice(
                landType: .orchard, grade: Grade(rawValue: 1)!, amount: "12.50", unit: "元/平方米",
                source: TableRow(table: "表4", row: 1)),
            BasePrice(
                landType: .forest, grade: Grade(rawValue: 2)!, amount: "0.5", unit: "万元/公顷",
                source: TableRow(table: "表4", row: 1)),
        ]
        edition.townships[0] = TownshipEntry(name: "东塘镇", pinyin: "", code: "430624103", order: 1)
        let files = try EditionPackage.write(edition)
        #expect(files.files.keys.contains("prices.csv"))
        #expect(try EditionPackage.read(files, origin: .unsigned).edition == edition)
    }

    @Test func `files that Excel saved read as before`() throws {
        var files = seed.files
        let grades = try #require(files["grades.csv"])
        let windows = String(decoding: grades, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        files["grades.csv"] = [0xEF, 0xBB, 0xBF] + Array(windows.utf8)
        let sealed = try EditionPackage.seal(try EditionFiles(files))
        let edition = try EditionPackage.read(sealed, origin: .unsigned).edition
        #expect(edition == (try EditionPackage.read(seed, origin: .unsigned).edition))
    }

    @Test func `a cell that is not what its column holds is refused`() throws {
        let row = "orchard,东塘镇,东南村,village,1,1,,表2第1行"
        func grades(_ other: String, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
            try expect("grades.csv", row, other, "grades.csv, line 2, " + sentence, sourceLocation: sourceLocation)
        }
        try grades(
            "园地,东塘镇,东南村,village,1,1,,表2第1行",
            "column land_type: \"园地\" is not one of orchard, forest, grassland")
        try grades(
            "orchard,东塘 镇,东南村,village,1,1,,表2第1行",
            "column township: \"东塘 镇\" is not a name: 1 to 40 letters, ideographs, digits, （）(), 、 or ·, no spaces")
        try grades(
            "orchard,东塘镇,,village,1,1,,表2第1行",
            "column kind: must be empty where village is: the line is about the township as a whole")
        try grades(
            "orchard,东塘镇,东南村,hamlet,1,1,,表2第1行",
            "column kind: \"hamlet\" is not one of village, community, tea_farm, fishery, farm, reservoir, lake, "
                + "water_board, reed_station, other")
        for bad in ["0", "21", "01", "+1", "1.0", "１", "一", "0x1", "1e0", " 1"] {
            try grades(
                "orchard,东塘镇,东南村,village,\(bad),1,,表2第1行",
                "column grade: \"\(bad)\" is not a whole number from 1 to 20 in plain digits")
        }
        try grades(
            "orchard,东塘镇,东南村,village,1,1,1,表2第1行", "column erratum: \"1\" is not an erratum id such as E1")
        try grades(
            "orchard,东塘镇,东南村,village,1,1,,表2", "column source: \"表2\" is not a row of a table, as in 表2第11行")
        try grades(
            "orchard,东塘镇,\"东南\u{1B}[2J村\",village,1,1,,表2第1行",
            "column village: \"东南\\x1b[2J村\" is not a name: 1 to 40 letters, ideographs, digits, （）(), 、 or ·, no spaces"
        )
    }

    @Test func `each table has its own grammar`() throws {
        try expect(
            "definitions.csv", ",30,", ",三十,",
            "definitions.csv, line 2, column term_years: \"三十\" is not a whole number from 1 to 999 in plain digits")
        try expect(
            "definitions.csv", "2021-12-31", "2021/12/31",
            "definitions.csv, line 2, column valuation_date: \"2021/12/31\" is not a date of the form 2021-12-31")
        try expect(
            "definitions.csv", "2021-12-31", "2021-02-30",
            "definitions.csv, line 2, column valuation_date: \"2021-02-30\" is not a date of the form 2021-12-31")
        try expect(
            "definitions.csv", "承包经营权", "承包经营权 ",
            "definitions.csv, line 2, column rights: \"承包经营权 \" is not a text of at most 4000 characters "
                + "without control characters or outer spaces")
        try expect(
            "aliases.csv", "misprint", "typo",
            "aliases.csv, line 2, column kind: \"typo\" is not one of misprint, register_name, committee_name, former_name"
        )
        try expect(
            "errata.csv", "E1,", "e1,", "errata.csv, line 2, column id: \"e1\" is not an erratum id such as E1")
        try expect(
            "townships.csv", "dongtangzhen", "Dongtang zhen",
            "townships.csv, line 2, column pinyin: \"Dongtang zhen\" is not pinyin in lower-case letters "
                + "without tones or spaces")
        try expect(
            "townships.csv", "dongtangzhen,,1", "dongtangzhen,4306,1",
            "townships.csv, line 2, column code: \"4306\" is not a township code of 9 or 12 digits")
        try expect(
            "townships.csv", "dongtangzhen,,1", "dongtangzhen,,2",
            "townships.csv, line 2, column order: the order must count 1, 2, 3 down the file, here 1")
        try expect(
            "grades.csv", "printed_grade", "printed",
            "grades.csv, line 1: the header must be land_type,township,village,kind,grade,printed_grade,erratum,source")
        try expect("grades.csv", "东南村,village", "东南村", "grades.csv, line 2: field count 7, the header has 8")
    }

    @Test func `amounts are decimal text above nothing`() throws {
        for (amount, reads) in [
            ("12.50", true), ("0.5", true), ("30", true), ("0", false), ("0.00", false), ("1,2", false), ("1e3", false),
            (".5", false), ("-1", false), ("1.", false), ("", false), ("999999999.1234", true), ("1000000000", false),
            ("30.00000", false),
        ] {
            var files = seed.files
            files["prices.csv"] = Array("land_type,grade,amount,unit\norchard,1,\"\(amount)\",元/亩\n".utf8)
            let package = try EditionFiles(files)
            if reads {
                let edition = try EditionPackage.read(try EditionPackage.seal(package), origin: .unsigned).edition
                #expect(edition.prices.map(\.amount) == [amount])
            } else {
                let sentence =
                    amount.isEmpty
                    ? "empty; this cell needs a value"
                    : "\"\(amount)\" is not an amount above 0 in plain digits, as in 12.50, "
                        + "at most nine of them before the point and four behind it"
                #expect(throws: PackageError.self) { try EditionPackage.seal(package) }
                do { _ = try EditionPackage.seal(package) } catch {
                    #expect(error.sentence(in: .en).text == "prices.csv, line 2, column amount: " + sentence)
                }
            }
        }
    }

    @Test func `what one table says of another has to hold`() throws {
        try expect(
            "grades.csv", "东塘镇,东南村", "南塘镇,东南村",
            "grades.csv, line 2, column township: 南塘镇 is not in townships.csv; correct it or add it there")
        try expect(
            "definitions.csv", "orchard,承包经营权,30", "grassland,承包经营权,30",
            "definitions.csv, line 4, column land_type: grassland stands already in line 2; keep one of them")
        try expect(
            "grades.csv", "东塘镇茶场,tea_farm", "东南村,village",
            "grades.csv, line 3, column village: orchard 东塘镇 东南村 stands already in line 2; keep one of them")
        try expect(
            "grades.csv", "东塘镇茶场,tea_farm", "东塘镇茶场,farm",
            "grades.csv, line 171, column kind: the same village has another kind in line 3; a village has one kind")
        try expect(
            "aliases.csv", "金嵩村,金嵒村", "金嵩村,金山村",
            "aliases.csv, line 2, column village: 三塘镇 has no 金山村 in grades.csv; correct the name")
        try expect(
            "aliases.csv", "三塘镇,金崙村", "三唐镇,金崙村",
            "aliases.csv, line 3, column township: 三唐镇 is not in townships.csv; correct it or add it there")
        try expect(
            "aliases.csv", "金崙村,金嵒村", "龙华村,金嵒村",
            "aliases.csv, line 3, column alias: 龙华村 is itself a village of 三塘镇 in grades.csv; "
                + "an alias is a name no village holds")
        try expect(
            "aliases.csv", "表3第23行", "表3第22行",
            "aliases.csv, line 2, column source: 金嵒村 has no entry in 表3第22行; correct the row")
        try expect(
            "errata.csv", "E2,", "E1,", "errata.csv, line 3, column id: E1 stands already in line 2; keep one of them")
        try expect(
            "datapackage.json", "\"code\": \"430624\"", "\"code\": \"430625\"",
            "datapackage.json, landgrade.id: edition 430624-2025-1 is not one of county 430625; correct one of them")
    }

    @Test func `every graded land type is defined`() throws {
        try expect(
            "definitions.csv", "orchard,承包经营权,30,按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。,2021-12-31,表1\n", "",
            "grades.csv, line 2, column land_type: definitions.csv does not define orchard; add its definition")
    }

    @Test func `an erratum stands exactly where held and printed differ`() throws {
        try expect(
            "grades.csv", "东合港村,village,1,2,E1", "东合港村,village,1,2,",
            "grades.csv, line 53, column erratum: held and printed differ (in grade or in name) and no erratum is given; "
                + "name one")
        try expect(
            "grades.csv", "东合港村,village,1,2,E1", "东合港村,village,1,2,E9",
            "grades.csv, line 53, column erratum: E9 is not in errata.csv; correct it or add it there")
        try expect(
            "grades.csv", "东南村,village,1,1,", "东南村,village,1,1,E1",
            "grades.csv, line 2, column erratum: held and printed agree, so E1 has nothing to say here; "
                + "take it out or correct the entry")
        try expect(
            "grades.csv", "金嵒村,village,2,2,E4", "金嵒村,village,2,2,",
            "grades.csv, line 346, column erratum: held and printed differ (in grade or in name) and no erratum is given; "
                + "name one")
    }

    @Test func `an entry under a rejected erratum holds what is printed and goes on naming it`() throws {
        var edition = try EditionPackage.read(seed, origin: .builtIn).edition
        let first = edition.errata[0]
        edition.errata[0] = Erratum(
            id: "E1", printed: first.printed, held: first.held, evidence: first.evidence, status: .rejected)
        #expect(
            throws: PackageError(
                "grades.csv", line: 53, column: "erratum", .erratumRejected("E1"))
        ) { try EditionPackage.write(edition) }
        #expect(
            PackageError("grades.csv", line: 53, column: "erratum", .erratumRejected("E1")).sentence(in: .en).text
                == "grades.csv, line 53, column erratum: E1 is rejected, so what is printed must be held here; "
                + "correct the entry")
        edition.grades = edition.grades.map { entry in
            guard entry.erratum == "E1" else { return entry }
            return GradeEntry(
                landType: entry.landType, township: entry.township, village: entry.village, kind: entry.kind,
                grade: entry.printedGrade, printedGrade: entry.printedGrade, erratum: "E1", source: entry.source)
        }
        #expect(try EditionPackage.read(try EditionPackage.write(edition), origin: .unsigned).edition == edition)
        // The person has decided; the audit does not ask again.
        #expect(!Audit(edition).needsPerson)
    }
}
