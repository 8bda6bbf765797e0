import GradeModel
import SystemSupport

/// What `status` and `generations` say.
extension Language {
    func generation(file: String, layout: Int) -> Sentence {
        pick(zh: "\(file)（布局\(layout)）", en: "\(file) (layout \(layout))")
    }

    func extent(counties: Int, editions: Int, villages: Int, entries: Int) -> Sentence {
        func count(_ number: Int, _ one: Sentence, _ many: Sentence) -> Sentence {
            "\(number) \(number == 1 ? one : many)"
        }
        return pick(
            zh: "\(counties)个县，\(editions)个成果版本，\(villages)个村（社区），\(entries)条级别",
            en: """
                \(count(counties, "county", "counties")), \(count(editions, "edition", "editions")), \
                \(count(villages, "village", "villages")), \(count(entries, "entry", "entries"))
                """)
    }

    func edition(_ edition: ReportedEdition) -> Sentence {
        var line = pick(
            zh: "\(edition.id)  \(edition.county.name)，\(word(edition.issued))发布",
            en: "\(edition.id)  \(edition.county.name), issued \(word(edition.issued))")
        if let date = edition.valuationDate, let years = edition.valuationYears {
            line += pick(
                zh: "，估价期日\(word(date))（距今\(years)年）",
                en: ", valuation date \(word(date)) (\(years) year\(if: years != 1, "s") ago)")
        }
        if edition.origin == .unsigned { line += pick(zh: "，未签名导入", en: ", imported unsigned") }
        if let day = edition.withdrawn {
            line += pick(zh: "，已撤回（\(word(day))得知）", en: ", withdrawn (seen on \(word(day)))")
        }
        return line
    }

    func moreEditions(_ count: Int) -> Sentence {
        pick(zh: "另有\(count)个版本，见 landgrade editions", en: "and \(count) more: landgrade editions")
    }

    func word(_ state: GenerationRow.State) -> Sentence {
        switch state {
        case .intact: pick(zh: "完好", en: "intact")
        case .changed: pick(zh: "已被改动", en: "changed, not as it was made")
        case .noChecksum: pick(zh: "没有校验文件", en: "no checksum to verify against")
        case .unreadable: pick(zh: "无法读取", en: "not readable")
        }
    }

    /// Behind the state of the generation that the link names.
    var currentMark: Sentence { pick(zh: "，当前批次", en: ", current") }
}
