import AnswerRendering
import GradeModel
import StrictJSON
import SystemSupport
import Testing

@Suite struct ListFormatTests {
    private func csv(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test
    func `townships: a land type that is not graded has no number, one without entries has 0`() throws {
        #expect(
            csv(AnswerRenderer(format: .csv, language: .zh).render(Rows.townships)) == """
                county_code,county,township,pinyin,villages,orchard_entries,forest_entries,grassland_entries,orchard_whole_grade,forest_whole_grade,grassland_whole_grade
                430624,湘阴县,金龙镇,jinlongzhen,15,12,15,,,,
                430624,湘阴县,横岭湖自然保护区,henglinghuziranbaohuqu,3,0,3,,,,

                """)
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .zh).render(Rows.townships))
        #expect(
            json["townships"]?.array?[1]["entries"]
                == ["orchard": .integer(0), "forest": .integer(3), "grassland": .null])
    }

    @Test
    func `villages: a record for each land type`() throws {
        #expect(
            csv(AnswerRenderer(format: .csv, language: .zh).render(Array(Rows.villages[1...]))) == """
                county_code,county,township,village,kind,land_type,land_outcome,grade,printed_grade,erratum,scope,part
                430624,湘阴县,杨林寨乡,东合港村,village,orchard,disputed,1,2,E1,village,
                430624,湘阴县,杨林寨乡,东合港村,village,forest,disputed,1,2,E2,village,
                430624,湘阴县,杨林寨乡,东合港村,village,grassland,not_published,,,,,
                430624,湘阴县,文星街道,滨江社区,community,orchard,not_listed,,,,,
                430624,湘阴县,文星街道,滨江社区,community,forest,graded,1,1,,village,
                430624,湘阴县,文星街道,滨江社区,community,grassland,not_published,,,,,

                """)
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .zh).render(Rows.villages))
        #expect(
            json["villages"]?.array?[1]["land_types"]?.array?[0]
                == [
                    "land_type": .string("orchard"), "outcome": .string("disputed"), "grade": .integer(1),
                    "printed_grade": .integer(2), "erratum": .string("E1"), "scope": .string("village"),
                    "parts": .array([]),
                ])
    }

    @Test
    func `grades: the land type that is not graded has null counts`() throws {
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .en).render(Rows.grades))
        let last = json["grades"]?.array?.last
        #expect(last?["land_type"] == .string("grassland"))
        #expect(last?["grade"] == .null && last?["villages"] == .null && last?["disputed"] == .null)
        #expect(
            csv(AnswerRenderer(format: .csv, language: .en).render([Rows.grades[0], Rows.grades[4]])) == """
                county_code,county,edition,land_type,grade,villages,disputed,whole_townships,parts,base_price,base_price_unit,subtype_prices
                430624,湘阴县,430624-2025-1,orchard,1,67,16,0,0,,,
                430624,湘阴县,430624-2025-1,grassland,,,,,,,,

                """)
    }

    @Test
    func `editions: document, dates, contents and hash`() throws {
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .en).render([Rows.edition]))
        let edition = json["editions"]?.array?.first
        #expect(edition?["edition"] == .string("430624-2025-1"))
        #expect(edition?["package_sha256"] == .string(Xiangyin.sha256))
        #expect(edition?["valuation_dates"] == .array([.string("2021-12-31")]))
        #expect(edition?["replaced"] == .null)
        #expect(edition?["disputed"] == .integer(70))
    }

    @Test
    func `an edition that a later one replaced says until when it was in force`() {
        let row = EditionRow(
            id: Xiangyin.edition, county: Xiangyin.county, document: Xiangyin.document, valuationDates: [],
            inForce: ForcePeriod(from: Xiangyin.issued, before: CalendarDate("2028-03-01")), withdrawn: nil,
            origin: .feed("xiangyin.example/grades"),
            packageSHA256: Xiangyin.sha256,
            contents: EditionContents(townships: 1, villages: 2, entries: [.orchard: 1], disputed: 0, prices: 3))
        let zh = String(decoding: AnswerRenderer(format: .text, language: .zh).render([row]), as: UTF8.self)
        #expect(zh.contains("适用      2025年1月23日起，2028年3月1日前\n"))
        #expect(zh.contains("来源      发布源 xiangyin.example/grades，签名已核验\n"))
        #expect(zh.contains("价格3项\n"))
        let en = String(decoding: AnswerRenderer(format: .text, language: .en).render([row]), as: UTF8.self)
        #expect(en.contains("In force        from 2025-01-23, before 2028-03-01\n"))
        #expect(en.contains("Origin          feed xiangyin.example/grades, signature checked\n"))
        #expect(en.contains("forest: no grades"))
    }

    @Test
    func `definitions: a record for each amount, one where none is published`() throws {
        let first = Grade(rawValue: 1)!
        let second = Grade(rawValue: 2)!
        let priced = Rows.definition(
            .orchard,
            prices: [
                BasePrice(
                    landType: .orchard, grade: first, amount: "12.50", unit: "元/平方米",
                    source: TableRow(table: "表4", row: 1)),
                BasePrice(
                    landType: .orchard, grade: second, amount: "9.00", unit: "元/平方米",
                    source: TableRow(table: "表4", row: 1)),
            ])
        let rows = [priced, Rows.definition(.grassland)]
        let lines = csv(AnswerRenderer(format: .csv, language: .zh).render(rows)).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1].contains(",true,1,12.50,元/平方米,430624-2025-1,"))
        #expect(lines[2].contains(",true,2,9.00,元/平方米,430624-2025-1,"))
        #expect(lines[3].contains(",false,,,,430624-2025-1,"))
        let zh = String(decoding: AnswerRenderer(format: .text, language: .zh).render(rows), as: UTF8.self)
        #expect(zh.contains("基准地价  园地：一级 12.50元/平方米、二级 9.00元/平方米；草地：本成果未公布价格\n"))
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .zh).render(rows))
        #expect(
            json["definitions"]?.array?[0]["base_prices"]?.array?[1]
                == [
                    "grade": .integer(2), "amount": .string("9.00"), "unit": .string("元/平方米"),
                    "subtype": .null, "source": .string("表4第1行"),
                ])
        #expect(json["definitions"]?.array?[1]["base_prices"] == .array([]))
    }
}
