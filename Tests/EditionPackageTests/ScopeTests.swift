import GradeModel
import SystemSupport
import Testing

@testable import EditionPublishing

@testable import EditionPackage

/// What an edition of another county than Xiangyin can hold: townships as a whole, parts of villages, prices by sub type,
/// terms in words, dates of validity, one right.
@Suite struct ScopeTests {
    static let edition: Edition = {
        func entry(
            _ landType: LandType, _ township: String, _ village: String?, _ grade: Int, part: String? = nil, row: Int
        ) -> GradeEntry {
            GradeEntry(
                landType: landType, township: township, village: village, part: part,
                kind: village.map(PlaceKind.init(name:)), grade: Grade(rawValue: grade)!,
                printedGrade: Grade(rawValue: grade)!, erratum: nil,
                source: TableRow(table: landType == .orchard ? "表2" : "表3", row: row))
        }
        func price(_ landType: LandType, _ subtype: String?, _ grade: Int, _ amount: String, _ unit: String)
            -> BasePrice
        {
            BasePrice(
                landType: landType, subtype: subtype, grade: Grade(rawValue: grade)!, amount: amount, unit: unit,
                source: TableRow(table: "表4", row: nil))
        }
        return Edition(
            id: EditionID("430698-2024-8")!, county: County(code: "430698", name: "测试县", province: "湖南省"),
            document: Document(
                number: "测政发〔2024〕8号", registration: nil, title: "测试县人民政府关于公布基准地价成果的通知", issuer: "测试县人民政府",
                issued: CalendarDate("2024-06-18")!, publication: nil, effective: CalendarDate("2024-07-01")!,
                expires: CalendarDate("2029-06-30")!),
            rights: "集体",
            definitions: [
                Definition(
                    landType: .orchard, rights: "承包经营权", termYears: nil, term: "无限年期", infrastructure: "宗地外道路通达。",
                    valuationDate: CalendarDate("2023-01-01")!, source: TableRow(table: "表1", row: nil)),
                Definition(
                    landType: .forest, rights: "承包经营权", termYears: 70, term: "法定最高年期", infrastructure: "宗地外道路通达。",
                    valuationDate: CalendarDate("2023-01-01")!, source: TableRow(table: "表1", row: nil)),
            ],
            grades: [
                entry(.orchard, "城关镇", nil, 1, row: 1), entry(.orchard, "青山镇", "石桥村", 2, row: 2),
                entry(.orchard, "青山镇", "大坪村", 1, part: "1、2、3组", row: 3),
                entry(.orchard, "青山镇", "大坪村", 2, part: "4、5组", row: 4), entry(.forest, "城关镇", "东门社区", 1, row: 1),
            ],
            aliases: [], errata: [],
            townships: [
                TownshipEntry(name: "城关镇", pinyin: "chengguanzhen", code: nil, order: 1),
                TownshipEntry(name: "青山镇", pinyin: "qingshanzhen", code: nil, order: 2),
            ],
            prices: [
                price(.orchard, nil, 1, "42.00", "元/m²"), price(.orchard, "果园", 1, "45.00", "元/㎡"),
                price(.orchard, "茶园", 1, "48.00", "元/平方米"), price(.forest, nil, 1, "1.2", "万元/亩"),
                price(.forest, "乔木林地", 1, "9000", "元/公顷"),
            ])
    }()

    private func text(_ file: String, of files: EditionFiles) throws -> String {
        String(decoding: try #require(files.files[file]), as: UTF8.self)
    }

    @Test func `a package with everything an edition can hold comes back whole`() throws {
        let files = try EditionPackage.write(Self.edition)
        #expect(try EditionPackage.read(files, origin: .unsigned).edition == Self.edition)
        #expect(try EditionPackage.seal(files) == files)
        #expect(
            try text("grades.csv", of: files)
                == """
                land_type,township,village,kind,grade,printed_grade,erratum,source,part
                orchard,城关镇,,,1,1,,表2第1行,
                orchard,青山镇,石桥村,village,2,2,,表2第2行,
                orchard,青山镇,大坪村,village,1,1,,表2第3行,1、2、3组
                orchard,青山镇,大坪村,village,2,2,,表2第4行,4、5组
                forest,城关镇,东门社区,community,1,1,,表3第1行,

                """)
        #expect(
            try text("definitions.csv", of: files).hasPrefix(
                "land_type,rights,term_years,infrastructure,valuation_date,source,term\norchard,承包经营权,,"))
        #expect(
            try text("prices.csv", of: files).hasPrefix(
                "land_type,grade,amount,unit,subtype,source\norchard,1,42.00,元/m²,,表4\norchard,1,45.00,元/㎡,果园,表4\n"))
        let descriptor = try text("datapackage.json", of: files)
        #expect(descriptor.contains("\"effective\": \"2024-07-01\",\n      \"expires\": \"2029-06-30\""))
        #expect(descriptor.contains("\"rights\": \"集体\""))
    }

    @Test func `columns that nothing uses are not written`() throws {
        var edition = Self.edition
        edition.grades = edition.grades.filter { $0.scope == .village }
        edition.prices = edition.prices.filter { $0.subtype == nil }
        edition.definitions = edition.definitions.map {
            Definition(
                landType: $0.landType, rights: $0.rights, termYears: 30, infrastructure: $0.infrastructure,
                valuationDate: $0.valuationDate, source: $0.source)
        }
        edition.rights = nil
        let files = try EditionPackage.write(edition)
        #expect(try text("grades.csv", of: files).hasPrefix("land_type,township,village,kind,grade,"))
        #expect(try text("definitions.csv", of: files).hasPrefix("land_type,rights,term_years,infrastructure,"))
        #expect(try text("prices.csv", of: files).hasPrefix("land_type,grade,amount,unit,source\n"))
        #expect(try !text("datapackage.json", of: files).contains("\"rights\": \"集体\""))
        #expect(try EditionPackage.read(files, origin: .unsigned).edition == edition)
    }

    /// The sentence with which a package is refused in which `line` of `file` reads otherwise.
    private func refusal(_ file: String, _ line: String, _ revised: String) throws -> String {
        var files = try EditionPackage.write(Self.edition).files
        let text = String(decoding: try #require(files[file]), as: UTF8.self)
        try #require(text.contains(line), "\(line)")
        files[file] = Array(text.replacing(line, with: revised).utf8)
        do {
            _ = try EditionPackage.seal(try EditionFiles(files))
            return "accepted"
        } catch { return error.sentence(in: .en).text }
    }

    @Test func `a whole beside its parts is refused, and so are half-empty rows`() throws {
        #expect(
            try refusal(
                "grades.csv", "orchard,城关镇,,,1,1,,表2第1行,\n",
                "orchard,城关镇,,,1,1,,表2第1行,\norchard,城关镇,东门社区,community,2,2,,表2第9行,\n")
                == "grades.csv, line 3, column village: 城关镇 is graded as a whole in one line and by villages in another "
                + "(first in line 2); write a line for each of its villages, or one for the township alone")
        #expect(
            try refusal("grades.csv", "表2第4行,4、5组", "表2第4行,")
                == "grades.csv, line 5, column part: 大坪村 is graded as a whole in one line and by parts in another "
                + "(first in line 4); write a line for each of its parts, or one for the village alone")
        #expect(
            try refusal("grades.csv", "表2第4行,4、5组", "表2第4行,1、2、3组")
                == "grades.csv, line 5, column village: orchard 青山镇 大坪村 1、2、3组 stands already in line 4; "
                + "keep one of them")
        #expect(
            try refusal("grades.csv", "城关镇,,,1,1,,表2第1行,", "城关镇,,,1,1,,表2第1行,1组")
                == "grades.csv, line 2, column part: must be empty where village is: "
                + "the line is about the township as a whole")
        #expect(
            try refusal("grades.csv", "城关镇,,,1", "城关镇,,village,1")
                == "grades.csv, line 2, column kind: must be empty where village is: "
                + "the line is about the township as a whole")
        #expect(
            try refusal("grades.csv", "石桥村,village", "石桥村,")
                == "grades.csv, line 3, column kind: empty; this cell needs a value")
        #expect(
            try refusal("definitions.csv", ",表1,无限年期", ",表1,")
                == "definitions.csv, line 2, column term_years: empty; this cell needs a value")
        #expect(
            try refusal("prices.csv", "42.00,元/m²,,表4", "42.00,元/m2,,表4")
                == "prices.csv, line 2, column unit: \"元/m2\" is not one of 元/平方米, 元/㎡, 元/m², 元/亩, 万元/亩, 万元/公顷, "
                + "元/公顷")
        #expect(
            try refusal("prices.csv", "茶园,", "果园,")
                == "prices.csv, line 4, column grade: orchard 果园 1 stands already in line 3; keep one of them")
        #expect(
            try refusal("datapackage.json", "2029-06-30", "2024-06-30")
                == "datapackage.json, landgrade.document.expires: \"2024-06-30\" is not a day on or after 2024-07-01")
    }

    @Test func `one row of a table may be about several townships, land types and grades`() throws {
        var edition = Self.edition
        edition.grades = edition.grades.map { entry in
            GradeEntry(
                landType: entry.landType, township: entry.township, village: entry.village, part: entry.part,
                kind: entry.kind, grade: entry.grade, printedGrade: entry.printedGrade, erratum: nil,
                source: TableRow(table: "表2", row: 1))
        }
        #expect(try EditionPackage.read(try EditionPackage.write(edition), origin: .unsigned).edition == edition)
        // Passes say nothing of such tables, nor of townships as a whole.
        for edition in [edition, Self.edition] {
            let codes = Audit(edition).findings.filter(\.needsPerson).map(\.code)
            #expect(codes.allSatisfy { $0 == "price_missing" || $0 == "several_units" }, "\(codes)")
        }
    }
}
