import GradeModel
public import SystemPackage
import SystemSupport

/// The review workbook: what was read from a document, each fact with where it stands, and each question with a cell for
/// its answer.
///
///     try ReviewWorkbook.write(draft, to: "430698-2024-8.xlsx")
///     let draft = try ReviewWorkbook.read("430698-2024-8.xlsx")      // after a person has answered
public enum ReviewWorkbook {
    /// What the sheets and answers say where the document has none.
    public static let none = ReviewWords.none

    /// The kind of a question, as the sheet 问题 names it.
    public static func word(_ kind: QuestionKind) -> String { ReviewWords.word(kind, ReviewWords.kinds) }

    /// Writes a draft, or with nil an empty workbook to be filled from paper.
    ///
    /// - Throws: `Errno`, with no file left behind; `.fileExists` where there is one: it may hold answers.
    public static func write(_ draft: ImportDraft?, to path: FilePath) throws {
        let file = try ReplacedFile(path)
        try PlainWorkbook(sheets: sheets(draft)).write(to: file.temporary)
        try file.commit(replacing: false)
    }

    /// Writes a draft in place of a workbook, whole or not at all.
    public static func replace(_ draft: ImportDraft?, at path: FilePath) throws {
        let file = try ReplacedFile(path)
        try PlainWorkbook(sheets: sheets(draft)).write(to: file.temporary)
        try file.commit()
    }

    private static let landTypes = ["园地", "林地", "草地"]

    private static func sheets(_ draft: ImportDraft?) -> [PlainWorkbook.Sheet] {
        [
            PlainWorkbook.Sheet(
                name: ReviewWords.citation, widths: [14, 60, 46],
                rows: [ReviewWords.citationColumns]
                    + ReviewItem.allCases.map { [$0.rawValue, text($0, draft), $0.hint] },
                open: [1]),
            PlainWorkbook.Sheet(
                name: ReviewWords.definitions, widths: [8, 24, 18, 50, 18, 14, 30],
                rows: [ReviewWords.definitionColumns]
                    + (draft.map { $0.definitions.map(row) } ?? landTypes.map { [$0] + empty(6) })),
            PlainWorkbook.Sheet(
                name: ReviewWords.grades, widths: [8, 14, 20, 16, 8, 10, 8, 14, 30],
                rows: [ReviewWords.gradeColumns] + (draft?.grades.map(row) ?? []), choices: [0: landTypes]),
            PlainWorkbook.Sheet(
                name: ReviewWords.prices, widths: [8, 14, 8, 10, 14, 14, 30],
                rows: [ReviewWords.priceColumns] + (draft?.prices.map(row) ?? []), choices: [0: landTypes]),
            PlainWorkbook.Sheet(
                name: ReviewWords.places, widths: [14, 20], rows: [ReviewWords.placeColumns] + (draft.map(places) ?? [])
            ),
            PlainWorkbook.Sheet(
                name: ReviewWords.errata, widths: [8, 30, 30, 60, 8],
                rows: [ReviewWords.errataColumns]
                    + (draft?.errata ?? []).map {
                        [$0.id, $0.printed, $0.held, $0.evidence, ReviewWords.word($0.status, ReviewWords.statuses)]
                    }, choices: [4: ReviewWords.statuses.map(\.1)]),
            PlainWorkbook.Sheet(
                name: ReviewWords.questions, widths: [6, 60, 30, 40, 12, 14, 10, 14, 8, 10, 8, 20, 14, 30],
                rows: [ReviewWords.questionColumns] + (draft?.questions.map(row) ?? []), open: [2]),
        ]
    }

    private static func empty(_ count: Int) -> [String] { [String](repeating: "", count: count) }

    private static func text(_ item: ReviewItem, _ draft: ImportDraft?) -> String {
        guard let draft else { return "" }
        let citation = draft.citation
        func stated(_ text: String?, _ part: CitationPart) -> String {
            text ?? (citation.missing.contains(part) ? "" : ReviewWords.none)
        }
        switch item {
        case .countyCode: return draft.countyCode
        case .county: return citation.countyName ?? ""
        case .province: return draft.province ?? ""
        case .prefecture: return draft.prefecture ?? ""
        case .id: return citation.id.map { "\($0)" } ?? ""
        case .number: return citation.number ?? ""
        case .registration: return stated(citation.registration, .registration)
        case .title: return citation.title ?? ""
        case .issuer: return citation.issuer ?? ""
        case .issued: return citation.issued?.description ?? ""
        case .publication: return stated(citation.publication, .publication)
        case .effective: return citation.effective?.description ?? ""
        case .expires: return citation.expires?.description ?? ""
        case .rights: return citation.rights ?? ""
        }
    }

    private static func row(_ definition: DraftDefinition) -> [String] {
        [
            definition.landType.name, definition.rights ?? "",
            definition.termYears.map { "\($0)年" } ?? definition.term ?? "",
            definition.infrastructure ?? "", definition.valuationDate?.description ?? "", definition.source.description,
            PlaceText.text(definition.place),
        ]
    }

    private static func row(_ grade: DraftGrade) -> [String] {
        [
            grade.landType?.name ?? "", grade.township,
            grade.village.isEmpty ? ReviewWords.wholeTownship : grade.village,
            grade.part ?? "", grade.grade.label, grade.printedGrade.label, grade.erratum ?? "",
            grade.source.description,
            PlaceText.text(grade.place),
        ]
    }

    private static func row(_ price: DraftPrice) -> [String] {
        [
            price.landType.name, price.subtype ?? "", price.grade.label, price.amount, price.unit,
            price.source.description,
            PlaceText.text(price.place),
        ]
    }

    /// Each place once, by township, in the order of the townships.
    private static func places(_ draft: ImportDraft) -> [[String]] {
        var order = draft.townships
        var villages: [String: [String]] = [:]
        var seen: Set<[String]> = []
        for grade in draft.grades {
            if !order.contains(grade.township) { order.append(grade.township) }
            guard seen.insert([grade.township, grade.village]).inserted else { continue }
            villages[grade.township, default: []].append(
                grade.village.isEmpty ? ReviewWords.wholeTownship : grade.village)
        }
        return order.flatMap { township in (villages[township] ?? [""]).map { [township, $0] } }
    }

    private static func row(_ question: ImportQuestion) -> [String] {
        [
            question.id, question.sentence(in: .zh).text, "", question.text,
            ReviewWords.word(question.kind, ReviewWords.kinds),
            question.attribute?.name ?? question.part.map {
                ReviewWords.word($0, ReviewWords.parts.map { ($0.0, $0.1.rawValue) })
            } ?? "",
            question.landTypes.map(\.name).joined(separator: "、"), question.township ?? "", question.grade?.label ?? "",
            question.printedGrade?.label ?? "", question.erratum ?? "", question.suggestion,
            question.source?.description ?? "",
            PlaceText.text(question.place),
        ]
    }
}
