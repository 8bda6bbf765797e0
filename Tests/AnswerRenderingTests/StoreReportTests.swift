import AnswerRendering
import GradeModel
import StrictJSON
import SystemSupport
import Testing

@Suite struct StoreReportTests {
    private func report(editions: Int, origin: EditionOrigin = .builtIn, path: String = "/srv/landgrade") -> StoreReport
    {
        let edition = ReportedEdition(
            id: Xiangyin.edition, county: Xiangyin.county, issued: Xiangyin.issued, origin: origin, withdrawn: nil,
            valuationDate: Xiangyin.valuationDate, valuationYears: 4)
        return StoreReport(
            path: path, generation: 2, file: "gen-00000002.sqlite", layout: 1, counties: 1, villages: 245, entries: 411,
            editions: Array(repeating: edition, count: editions))
    }

    private func text(_ report: StoreReport, _ language: Language) -> String {
        String(decoding: AnswerRenderer(format: .text, language: language).render(report), as: UTF8.self)
    }

    @Test
    func `store, generation, contents and the age of the valuation date`() {
        #expect(
            text(report(editions: 1), .zh) == """
                数据库    /srv/landgrade
                当前批次  gen-00000002.sqlite（布局1）
                内容      1个县，1个成果版本，245个村（社区），411条级别
                版本      430624-2025-1  湘阴县，2025年1月23日发布，估价期日2021年12月31日（距今
                          4年）

                """)
        #expect(
            text(report(editions: 1, origin: .unsigned), .en) == """
                Store       /srv/landgrade
                Generation  gen-00000002.sqlite (layout 1)
                Contents    1 county, 1 edition, 245 villages, 411 entries
                Edition     430624-2025-1  湘阴县, issued 2025-01-23, valuation date 2021-12-31
                            (4 years ago), imported unsigned

                """)
    }

    @Test
    func `of many editions ten are shown and the rest counted; a path is shown escaped`() {
        let lines = text(report(editions: 12, path: "/srv/\u{1B}[2J"), .en).split(separator: "\n")
        #expect(lines.first == "Store       /srv/\\x1b[2J")
        #expect(lines.count { $0.hasPrefix("Edition") } == 10)
        #expect(lines.last == "            and 2 more: landgrade editions")
        #expect(text(report(editions: 12), .zh).hasSuffix("另有2个版本，见 landgrade editions\n"))
    }

    @Test
    func `as JSON one object with every edition, as CSV a record for each`() throws {
        let json = try JSONValue(
            parsing: AnswerRenderer(format: .json, language: .zh).render(report(editions: 12)))
        #expect(json["store"] == .string("/srv/landgrade"))
        #expect(json["generation"] == .integer(2))
        #expect(json["editions"]?.array?.count == 12)
        #expect(json["editions"]?.array?[0]["valuation_years"] == .integer(4))
        let csv = AnswerRenderer(format: .csv, language: .zh).render(report(editions: 1))
        #expect(
            String(decoding: csv, as: UTF8.self) == """
                store,generation,layout,edition,county_code,county,issued,origin,valuation_date,valuation_years,withdrawn
                /srv/landgrade,2,1,430624-2025-1,430624,湘阴县,2025-01-23,builtin,2021-12-31,4,

                """)
    }
}
