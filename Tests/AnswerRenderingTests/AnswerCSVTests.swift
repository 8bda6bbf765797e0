import AnswerRendering
import GradeModel
import SystemSupport
import TabularText
import TestSupport
import Testing

@Suite struct AnswerCSVTests {
    private static let renderer = AnswerRenderer(format: .csv, language: .zh)

    /// What a CSV reader makes of the bytes: one dictionary for each record.
    private func records(_ bytes: [UInt8]) throws -> [[String: String]] {
        let table = try CSVTable(parsing: bytes)
        return table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.header, row.fields))
        }
    }

    @Test
    func `one record for each land type, and the cells read back as they were`() throws {
        let records = try records(Self.renderer.render(Answers.donghegang))
        #expect(records.map { $0["land_type"] } == ["orchard", "forest", "grassland"])
        let orchard = records[0]
        let expected = [
            "outcome": "found", "county_code": "430624", "county": "湘阴县", "township": "杨林寨乡", "village": "东合港村",
            "kind": "village", "rule": "exact", "alias": "", "land_outcome": "disputed", "grade": "1",
            "held_grade": "1", "printed_grade": "2", "erratum": "E1", "erratum_status": "proposed",
            "rights": "承包经营权", "term_years": "30", "valuation_date": "2021-12-31", "base_price": "",
            "edition": "430624-2025-1", "document": "湘阴政发〔2025〕1号", "registration": "XYDR-2025-00001",
            "issued": "2025-01-23", "table": "表2", "row": "11", "package_sha256": Xiangyin.sha256,
            "origin": "builtin", "as_printed": "false",
        ]
        for (key, value) in expected { #expect(orchard[key] == value, "\(key)") }
        #expect(records[2]["grade"] == "" && records[2]["row"] == "")
    }

    @Test
    func `the header is what programs know`() {
        let line = Self.renderer.render(Answers.furong).prefix { $0 != UInt8(ascii: "\n") }
        #expect(
            String(decoding: line, as: UTF8.self)
                == "outcome,county_code,county,township,village,kind,rule,alias,alias_kind,alias_source,land_type,"
                + "land_outcome,grade,held_grade,printed_grade,erratum,erratum_status,rights,term_years,"
                + "infrastructure,valuation_date,base_price,base_price_unit,edition,document,registration,title,"
                + "issuer,issued,publication,table,row,package_sha256,origin,as_printed,withdrawn,scope,part,term,subtype_prices,effective,expires,edition_rights,other_base_price,"
                + "other_base_price_unit,other_subtype_prices"
        )
    }

    @Test
    func `every place of an ambiguous name has its records`() throws {
        let records = try records(Self.renderer.render(Answers.donghu))
        #expect(records.count == 6)
        #expect(Set(records.map { $0["outcome"] }) == ["ambiguous"])
        #expect(
            records.map { $0["township"] } == Array(repeating: "文星街道", count: 3) + Array(repeating: "洋沙湖镇", count: 3))
    }

    @Test
    func `a place whose county had no edition then keeps a record, with empty cells`() throws {
        let elsewhere = PlaceAnswer(
            match: Xiangyin.match(
                Place(
                    county: County(code: "430681", name: "汨罗市"), township: "川山坪镇", village: "芙蓉村", kind: .village),
                .townshipOmitted), landTypes: [])
        let answer = Answer(
            question: Question(place: .names(township: nil, village: "芙蓉村")), outcome: .ambiguous,
            matches: Answers.furong.matches + [elsewhere], suggestions: [])
        let records = try records(Self.renderer.render(answer))
        #expect(records.count == 4)
        #expect(records[3]["county"] == "汨罗市")
        #expect(records[3]["land_type"] == "" && records[3]["edition"] == "" && records[3]["as_printed"] == "false")
        let text = String(decoding: AnswerRenderer(format: .text, language: .zh).render(answer), as: UTF8.self)
        #expect(
            text == """
                “芙蓉村”对应2处：
                县      乡镇      村（社区）  类别  园地        林地
                湘阴县  金龙镇    芙蓉村      村    一级        一级
                汨罗市  川山坪镇  芙蓉村      村    无成果版本  无成果版本
                草地：未公布级别。

                请写明其中一处再查，例如：
                  landgrade lookup 金龙镇 芙蓉村 --county 430624
                  landgrade lookup 川山坪镇 芙蓉村 --county 430681

                """)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+8613", "'+8613"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{FF0B}1", "'\u{FF0B}1"), ("\u{FF0D}1", "'\u{FF0D}1"),
        ("\u{FF20}A1", "'\u{FF20}A1"), (" =1", "' =1"), ("\"=1", "'\"=1"), ("\u{3000}=1", "'\u{3000}=1"),
        ("-12.50", "-12.50"), ("-", "'-"), ("-1.", "'-1."), ("承包经营权", "承包经营权"), ("a=b", "a=b"), ("", ""),
    ])
    func `a cell that a spreadsheet would take for a formula gets a quote before it`(cell: String, written: String)
        throws
    {
        let row = DefinitionRow(
            county: Xiangyin.county, definition: Xiangyin.definition(.orchard, rights: cell),
            citation: Xiangyin.citation(nil), isGraded: true, prices: [])
        #expect(try records(Self.renderer.render([row]))[0]["rights"] == written)
    }
}
