import AnswerRendering
import GradeModel
import StrictJSON
import SystemSupport
import TestSupport
import Testing

@Suite struct WithdrawnTests {
    private static let day = CalendarDate("2026-05-01")!

    private static let answer: LandTypeAnswer = {
        let graded = Xiangyin.graded(.orchard, 1, row: 3)
        let citation = graded.citation
        return LandTypeAnswer(
            landType: .orchard, outcome: .graded, grade: graded.grade, heldGrade: graded.grade,
            printedGrade: graded.grade, erratum: nil, definition: graded.definition, basePrice: nil,
            citation: Citation(
                edition: citation.edition, document: citation.document, source: citation.source,
                packageSHA256: citation.packageSHA256, origin: .builtIn, withdrawn: day))
    }()

    private static let found = Answer(
        question: Question(place: .names(township: "金龙镇", village: "芙蓉村")), outcome: .found,
        matches: [PlaceAnswer(match: Xiangyin.match(Xiangyin.place("金龙镇", "芙蓉村")), landTypes: [answer])],
        suggestions: [])

    private static let ambiguous = Answer(
        question: found.question, outcome: .ambiguous, matches: found.matches + found.matches, suggestions: [])

    private func text(_ answer: Answer, _ language: Language) -> String {
        String(decoding: AnswerRenderer(format: .text, language: language).render(answer), as: UTF8.self)
    }

    @Test
    func `an answer says so above the grades and in the citation`() {
        let zh = text(Self.found, .zh)
        #expect(zh.contains("撤回      【已撤回】发布源不再列出本成果（2026年5月1日得知）\n"))
        #expect(zh.hasSuffix("；成果版本430624-2025-1（已撤回，2026年5月1日得知）。\n"))
        let en = text(Self.found, .en)
        #expect(
            en.contains("Withdrawn       [WITHDRAWN] its source lists this edition no longer (seen on\n"))
        #expect(en.hasSuffix("; edition 430624-2025-1 (withdrawn, seen on 2026-05-01).\n"))
    }

    @Test
    func `an answer of several places says so once`() {
        let lines = text(Self.ambiguous, .en).split(separator: "\n")
        #expect(lines.count { $0.contains("[WITHDRAWN]") } == 1)
    }

    @Test
    func `JSON has the day in the citation, CSV in its column`() throws {
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .zh).render(Self.found))
        let landType = json["matches"]?.array?[0]["land_types"]?.array?[0]
        #expect(landType?["citation"]?["withdrawn"] == .string("2026-05-01"))
        let csv = AnswerRenderer(format: .csv, language: .zh).render(Self.found)
        #expect(String(decoding: csv, as: UTF8.self).contains(",builtin,false,2026-05-01,"))
    }

    @Test
    func `definitions, editions and the store's report say so too`() throws {
        let definition = DefinitionRow(
            county: Xiangyin.county, definition: Xiangyin.definition(.orchard), citation: Self.answer.citation,
            isGraded: true, prices: [])
        func text(_ language: Language, _ render: (AnswerRenderer) -> [UInt8]) -> String {
            String(decoding: render(AnswerRenderer(format: .text, language: language)), as: UTF8.self)
        }
        #expect(text(.en) { $0.render([definition]) }.contains("Withdrawn       [WITHDRAWN] "))
        #expect(text(.zh) { $0.render([definition]) }.contains("撤回      【已撤回】"))
        let row = EditionRow(
            id: Xiangyin.edition, county: Xiangyin.county, document: Xiangyin.document, valuationDates: [],
            inForce: nil, withdrawn: Self.day, origin: .builtIn, packageSHA256: Xiangyin.sha256,
            contents: EditionContents(townships: 1, villages: 2, entries: [.orchard: 1], disputed: 0, prices: 0))
        #expect(text(.en) { $0.render([row]) }.contains("In force        on no day\nWithdrawn       [WITHDRAWN] "))
        #expect(text(.zh) { $0.render([row]) }.contains("适用      任何一天都不适用\n撤回      【已撤回】"))
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .en).render([row]))
        #expect(json["editions"]?.array?[0]["in_force"] == .null)
        #expect(json["editions"]?.array?[0]["withdrawn"] == .string("2026-05-01"))
        let report = StoreReport(
            path: "/srv", generation: 2, file: "gen-00000002.sqlite", layout: 2, counties: 1, villages: 2, entries: 3,
            editions: [
                ReportedEdition(
                    id: Xiangyin.edition, county: Xiangyin.county, issued: Xiangyin.issued, origin: .builtIn,
                    withdrawn: Self.day, valuationDate: nil, valuationYears: nil)
            ])
        #expect(text(.en) { $0.render(report) }.contains("issued 2025-01-23, withdrawn (seen on\n"))
        #expect(text(.zh) { $0.render(report) }.contains("发布，已撤回（2026年5月1日得知）\n"))
    }

    @Test
    func `what a list of villages is made from is said beside it`() {
        let notice = Notice.listedFromWithdrawn(Xiangyin.edition, day: Self.day)
        #expect(
            notice.sentence(in: .zh) == "成果版本430624-2025-1已撤回：发布源不再列出（2026年5月1日得知）")
        #expect(
            notice.sentence(in: .en)
                == "edition 430624-2025-1 was withdrawn: its source lists it no longer (seen on 2026-05-01)")
    }
}
