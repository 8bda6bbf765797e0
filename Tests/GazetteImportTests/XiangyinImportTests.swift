import EditionPackage
import EditionPublishing
import GradeModel
import SourceDocuments
import SystemSupport
import Testing

@testable import GazetteImport

struct XiangyinImportTests {
    @Test func `the annex is found among eighty pages and its tables are read`() throws {
        let read = try Xiangyin.imported()
        #expect(
            read.tables.map {
                "\($0.table) \($0.landType) \($0.first.line ?? 0)...\($0.last.line ?? 0) \($0.rows) \($0.entries)"
            } == [
                "表2 orchard 187...213 27 166", "表3 forest 218...247 28 245",
            ])
        #expect(read.findings.isEmpty)
    }

    @Test func `what a citation needs is found in the text`() throws {
        let read = try Xiangyin.edition()
        let document = read.document
        #expect(read.id.text == "430624-2025-1")
        #expect(read.county == County(code: "430624", name: "湘阴县", province: "湖南省", prefecture: "岳阳市"))
        #expect(document.number == "湘阴政发〔2025〕1号")
        #expect(document.registration == "XYDR-2025-00001")
        #expect(document.title == "湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知")
        #expect(document.issuer == "湘阴县人民政府")
        #expect(document.issued.description == "2025-01-23")
        #expect(document.publication == "湘阴县人民政府公报 2025年第1期")
    }

    @Test func `the definition table gives each land type its own values`() throws {
        let definitions = try Xiangyin.edition { lines in
            lines[177] = "\t林地\t按照林地的条件。"
        }.definitions
        #expect(definitions.map(\.landType) == [.orchard, .forest, .grassland])
        #expect(definitions.map(\.rights) == ["承包经营权", "承包经营权", "承包经营权"])
        #expect(definitions.map(\.termYears) == [30, 70, 30])
        #expect(definitions.map(\.valuationDate.description) == ["2021-12-31", "2021-12-31", "2021-12-31"])
        #expect(definitions[0].infrastructure == "按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。")
        #expect(definitions[1].infrastructure == "按照林地的条件。")
        #expect(definitions.map(\.source.description) == ["表1", "表1", "表1"])
    }

    @Test(arguments: [
        ("园地为 30 年；林地为 70 年；草地 30 年", [30, 70, 30]), ("园地、草地：30年，林地：50年", [30, 50, 30]), ("均为40年", [40, 40, 40]),
        ("30 年", [30, 30, 30]),
    ]) func `terms are read in every phrasing`(text: String, years: [Int]) throws {
        let read = try Xiangyin.edition { $0[175] = "土地使用年期\t\(text)\t" }
        #expect(read.definitions.map(\.termYears) == years)
    }

    @Test func `labels are carried down and rows counted across the page break`() throws {
        let grades = try Xiangyin.edition().grades
        let row21 = grades.filter { $0.source.description == "表3第21行" }
        #expect(row21.count == 16 && row21.allSatisfy { $0.township == "岭北镇" && $0.printedGrade.rawValue == 3 })
        let row22 = grades.filter { $0.source.description == "表3第22行" }
        #expect(row22.count == 15 && row22.allSatisfy { $0.township == "南湖洲镇" && $0.printedGrade.rawValue == 2 })
    }

    @Test func `slipped labels become errata with their evidence`() throws {
        let errata = try Xiangyin.edition().errata
        #expect(
            errata.map(\.printed) == [
                "表2第11行至第13行（杨林寨乡、洋沙湖镇、樟树镇）标为二级", "表3第13行至第15行（杨林寨乡、洋沙湖镇、樟树镇）标为二级", "表3第19行至第21行（金龙镇、静河镇、岭北镇）标为三级",
            ])
        #expect(errata.map(\.held) == ["一级", "一级", "二级"])
        let rule = "同一级别内各乡镇按同一顺序各出现一次，乡镇再次出现即为下一级别。"
        #expect(
            errata.map(\.evidence) == [
                rule + "表2第11行至第13行在第1遍（第1行至第13行）之内。"
                    + "照所标级别，同一乡镇在二级内有两行（杨林寨乡第11行与第25行、洋沙湖镇第12行与第26行、樟树镇第13行与第27行）。",
                rule + "表3第13行至第15行在第1遍（第1行至第15行）之内。"
                    + "照所标级别，同一乡镇在二级内有两行（杨林寨乡第13行与第26行、洋沙湖镇第14行与第27行、樟树镇第15行与第28行）。"
                    + "表3所标级别依次为一级、二级、三级、二级，前后颠倒。",
                rule + "表3第19行至第21行在第2遍（第16行至第28行）之内。表3所标级别依次为一级、二级、三级、二级，前后颠倒。",
            ])
    }

    @Test func `near names across the tables are offered and nothing is joined`() throws {
        let edition = try Xiangyin.edition()
        let look = Audit(edition).findings.filter(\.needsPerson).map { $0.sentence(in: .en).text }
        let remedy =
            "may be one place under two spellings; join them with an alias and an erratum, if a register says so"
        #expect(
            look == [
                "townships.csv has no pinyin for \(edition.townships.map(\.name).joined(separator: "、")); write it there",
                "鹤龙湖镇: 浩河社区 (表2第2行) and 浩河社区居委会 (表3第2行) \(remedy)",
                "岭北镇: 茶湘潭社区 (表2第18行) and 茶湖潭社区 (表3第21行) \(remedy)",
                "三塘镇: 金嵒村 (表2第21行) and 金嵩村 (表3第23行) \(remedy)",
            ])
        #expect(Set(edition.grades.map { [$0.township, $0.village] }).count == 248)
    }

    @Test func `Windows line ends and a byte-order mark change nothing`() throws {
        let text = try Xiangyin.lines().joined(separator: "\r\n")
        let read = try DocumentImport(document(text), Xiangyin.options)
        #expect(read.draft.edition() == (try Xiangyin.edition()))
    }

    @Test func `the document alone is enough when the publication is stated`() throws {
        var options = Xiangyin.options
        options.publication = .given("湘阴县人民政府公报 2025年第1期")
        let text = try Xiangyin.document().joined(separator: "\n") + "\n"
        let read = try DocumentImport(document(text), options)
        #expect(read.draft.edition() == (try Xiangyin.edition()))
        #expect(
            read.findings.map { $0.sentence(in: .en).text } == ["the text ends with 表3; see that it was not cut short"])
    }

    @Test func `what the caller states goes before what the text says`() throws {
        var options = ImportOptions(countyCode: "430624")
        options.countyName = "湘阴县"
        options.id = EditionID("430624-2025-9")
        options.number = "某政发〔2025〕9号"
        options.registration = .absent
        options.title = "关于某事的通知"
        options.issuer = "某县人民政府"
        options.issued = CalendarDate("2025-02-01")
        options.publication = .absent
        let edition = try #require(try Xiangyin.imported(options).draft.edition())
        #expect(edition.id.text == "430624-2025-9")
        #expect(edition.county == County(code: "430624", name: "湘阴县"))
        #expect(
            edition.document
                == Document(
                    number: "某政发〔2025〕9号", registration: nil, title: "关于某事的通知", issuer: "某县人民政府",
                    issued: CalendarDate("2025-02-01")!, publication: nil))
    }

    @Test func `an unknown attribute is said, not dropped`() throws {
        let read = try Xiangyin.imported { $0.insert("容积率\t1.0\t", at: 179) }
        #expect(
            read.findings.map { $0.sentence(in: .en).text } == [
                "the definition table's \"容积率\" (line 180, column 1) has no place in the package"
            ])
    }

    @Test func `all missing parts of the citation are asked at once`() throws {
        let text = try Xiangyin.lines()[168...].joined(separator: "\n")
        let read = try DocumentImport(document(text), ImportOptions(countyCode: "430624"))
        #expect(
            read.draft.questions.compactMap(\.part) == [.number, .registration, .title, .issuer, .issued, .publication])
        #expect(read.draft.edition() == nil)
    }

    @Test func `the caption of another county is refused`() throws {
        var options = Xiangyin.options
        options.countyName = "汨罗市"
        #expect(
            try Xiangyin.answer(options) { _ in } == [
                "line 184: the caption names 湘阴县, not 汨罗市; correct --county-name, or leave only one county's tables"
            ])
        #expect(
            try Xiangyin.answer { $0[214] = $0[214].replacing("湘阴县", with: "汨罗市") } == [
                "line 215: the caption names 汨罗市, not 湘阴县; correct --county-name, or leave only one county's tables"
            ])
    }
}
