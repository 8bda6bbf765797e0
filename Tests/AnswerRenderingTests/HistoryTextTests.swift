import AnswerRendering
import GradeModel
import SystemSupport
import Testing

/// What a history says where an edition has no such place, several, or another name for it; the rest is in
/// `history.case`.
@Suite struct HistoryTextTests {
    private static func edition(
        _ outcome: LookupOutcome, _ places: [HistoryPlace] = [], periods: [ForcePeriod] = [],
        elsewhere: [Suggestion] = []
    ) -> HistoryEdition {
        HistoryEdition(
            id: Xiangyin.edition, document: Xiangyin.document, rights: nil, packageSHA256: Xiangyin.sha256,
            origin: .builtIn, withdrawn: nil, periods: periods, outcome: outcome, places: places,
            elsewhere: elsewhere)
    }

    /// The lines below an edition's heading and its days.
    private func text(_ edition: HistoryEdition, _ language: Language) -> [String] {
        let lookup = Answer(
            question: Question(place: .names(township: "三塘镇", village: "金嵒村")), outcome: .found,
            matches: [PlaceAnswer(match: Xiangyin.match(Xiangyin.place("三塘镇", "金嵒村")), landTypes: [])],
            suggestions: [])
        let bytes = AnswerRenderer(format: .text, language: language)
            .render(PlaceHistory(lookup: lookup, editions: [edition]))
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst(4).map(String.init)
    }

    @Test func `an edition without the place`() {
        let nowhere = Self.edition(.unknownVillage)
        #expect(text(nowhere, .zh) == ["适用      任何一天都不适用", "级别      本版未列该村（社区）。"])
        #expect(text(nowhere, .en) == ["In force  on no day", "grade     not in this edition."])
        #expect(text(Self.edition(.unknownTownship), .zh).last == "级别      本版没有该乡镇（街道）。")
        #expect(
            text(Self.edition(.unknownTownship), .en).last
                == "grade     not in this edition: it has no such township.")
    }

    @Test func `the same name in another township is named and not taken`() {
        let elsewhere = Self.edition(
            .unknownVillage,
            elsewhere: [Suggestion(county: Xiangyin.county, township: "金龙镇", village: "金嵒村")])
        #expect(
            text(elsewhere, .zh).dropFirst().map { $0.drop { $0 == " " } }.joined()
                == "级别      本版未列该村（社区）。其他乡镇有同名的：金龙镇 金嵒村；是否为同一村，无从认定。")
        #expect(
            text(elsewhere, .en).dropFirst().map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
                == "grade     not in this edition. Of this name in another township: 金龙镇 金嵒村; nothing says whether it is the same village."
        )
    }

    private func place(_ village: String, _ alias: Alias, _ edition: EditionID?) -> HistoryPlace {
        let match = Xiangyin.match(Xiangyin.place("三塘镇", village), .alias, alias: alias)
        return HistoryPlace(
            answer: PlaceAnswer(match: match, landTypes: [Xiangyin.notListed(.orchard)]), aliasEdition: edition)
    }

    @Test func `names are given as the edition has them`() {
        let alias = Alias(township: "三塘镇", alias: "金嵩村", village: "金嵒村", kind: .formerName, source: "公告")
        let former = Self.edition(.found, [place("金嵩村", alias, EditionID("430624-2027-3"))])
        #expect(
            text(former, .zh).dropFirst().joined().filter { $0 != " " }.hasPrefix(
                "匹配方式本版名称为“金嵩村”，与“金嵒村”为同一村（曾用名，来源：430624-2027-3公告）"))
        #expect(
            text(former, .en).dropFirst().joined().filter { $0 != " " }.hasPrefix(
                "Matchedcalled金嵩村inthisedition,thesamevillageas金嵒村(formername,source:430624-2027-3公告)"))
        let other = Self.edition(.found, [place("金嵒村", alias, EditionID("430624-2027-3"))])
        #expect(
            text(other, .zh).dropFirst().joined().filter { $0 != " " }.hasPrefix(
                "匹配方式按别名查得：“金嵩村”是别名（曾用名，来源：430624-2027-3公告）"))
        let several = Self.edition(.ambiguous, [place("金嵩村", alias, nil), place("金嵒村", alias, nil)])
        #expect(text(several, .zh)[1] == "村（社区）  本版有2处与之相符")
        #expect(text(several, .en)[1] == "village   2 places of this edition fit")
    }
}
