public import AnswerRendering
import GradeLookup
public import GradeModel
import GradeStore
public import SystemSupport

/// The form in which a list of villages is asked for.
public enum VillageListFormat: String, CaseIterable, Sendable {
    case json, csv, xlsx
}

/// A list of villages as a file for people: the sheet, and what a workbook says about it beside.
public struct VillageList: Sendable {
    public let sheet: VillageSheet
    /// What the sheet is of: `县` `湘阴县`, `文件` `湘阴政发〔2025〕1号` …
    public let facts: [(name: Sentence, text: Sentence)]
    /// How many entries hold each grade, and how many of them are in dispute.
    public let counts: [(name: Sentence, count: Int, disputed: Int)]

    /// Of the file, without its ending.
    public static func name(_ filter: VillageFilter, county: String?, in language: Language) -> String {
        let names: [String?] = [county, filter.township, language.pick(zh: "土地级别", en: "grades").text]
        return names.compactMap(\.self).joined(separator: "-")
    }
}

extension Snapshot {
    public static let villageListParameters = Inquiry.villageParameters.union(["format", "lang"])

    public func villageList(
        _ filter: VillageFilter, county: String?, asOf date: CalendarDate?, in language: Language
    ) throws -> VillageList {
        try list { generation in
            let renderer = AnswerRenderer(format: .json, language: language, layout: .compact)
            let (rows, editions) = try Lists(Listing(generation), renderer).villages(filter, county, date)
            let ids = Dictionary(editions.map { ($0.county.code, $0.id) }, uniquingKeysWith: { first, _ in first })
            return VillageList(
                sheet: VillageSheet(rows, editions: ids, in: language),
                facts: Self.facts(editions, filter, date, rows, language),
                counts: LandType.allCases.flatMap { landType in
                    GradeCount.counts(of: landType, in: rows).map {
                        ("\(language.word(landType)) \(language.word($0.grade))", $0.entries, $0.disputed)
                    }
                })
        }
    }

    private static func facts(
        _ editions: [EditionRecord], _ filter: VillageFilter, _ date: CalendarDate?, _ rows: [VillageRow],
        _ language: Language
    ) -> [(name: Sentence, text: Sentence)] {
        let labels = language.listLabels
        var facts: [(name: Sentence, text: Sentence)] = editions.prefix(20).flatMap { edition in
            let facts: [(name: Sentence, text: Sentence)] = [
                (labels.county, "\(edition.county.name) \(edition.county.code)"),
                (labels.edition, "\(edition.id)"), (labels.document, language.document(edition.document)),
                (labels.issue, language.issue(edition.document)),
            ]
            return facts + EditionWarnings.texts(edition, language).map { (language.labels.origin, $0) }
        }
        if let date { facts.append((language.labels.asOf, language.word(date))) }
        if let township = filter.township { facts.append((labels.township, "\(township)")) }
        if let landType = filter.landType { facts.append((labels.landType, language.word(landType))) }
        if let grade = filter.grade { facts.append((labels.grade, language.word(grade))) }
        if let disputed = filter.disputed {
            let word: PageWord = disputed ? .onlyDisputed : .noneDisputed
            facts.append((labels.disputed, word.sentence(in: language)))
        }
        facts.append((labels.villages, VillageListView.found(rows).sentence(in: language)))
        return facts
    }
}
