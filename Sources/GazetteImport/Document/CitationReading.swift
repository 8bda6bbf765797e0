import EditionPackage
public import GradeModel
import SourceDocuments

/// What a citation names, as far as it is known.
public struct DraftCitation: Hashable, Sendable {
    public var number: String?
    /// Nil in `known` parts means that the document has none.
    public var registration: String?
    public var title: String?
    public var issuer: String?
    public var issued: CalendarDate?
    public var publication: String?
    public var effective: CalendarDate?
    public var expires: CalendarDate?
    /// The right that the edition is for, where the document has several and one was chosen.
    public var rights: String?
    public var countyName: String?
    public var id: EditionID?
    /// Parts that a person still has to say.
    public var missing: [CitationPart] = []

    public init() {}
}

/// Finds what a citation must name in the paragraphs around the tables: the document's number with title and
/// registration beside it, issuer and date at its foot, the gazette's name and issue on its cover.
struct CitationReading {
    private let paragraphs: [SourceParagraph]
    private let texts: [String]
    private let options: ImportOptions
    private let caption: String?

    /// - Parameter caption: the county that the tables' captions name.
    init(_ document: SourceDocument, before table: SourcePlace?, _ options: ImportOptions, caption: String?) {
        var paragraphs: [SourceParagraph] = []
        for block in document.blocks {
            if case .table(let found) = block, found.place == table { break }
            if case .paragraph(let paragraph) = block { paragraphs.append(paragraph) }
        }
        self.paragraphs = paragraphs
        texts = paragraphs.map { compacted($0.text) }
        self.options = options
        self.caption = caption
    }

    func citation() -> (DraftCitation, several: [CalendarDate]) {
        var draft = DraftCitation()
        let head = self.head
        draft.number = options.number ?? head?.number
        draft.title = options.title ?? head?.title
        let foot = self.foot(below: head?.last)
        draft.issued = options.issued ?? foot.date
        draft.issuer = options.issuer ?? foot.issuer
        draft.registration = stated(options.registration, .registration, &draft) { head?.registration }
        draft.publication = stated(options.publication, .publication, &draft) { publication(above: head?.first) }
        draft.countyName = options.countyName ?? caption ?? countyOfTitle(draft.title)
        (draft.effective, draft.expires) = force(below: head?.last, issued: draft.issued)
        draft.id =
            options.id
            ?? draft.number.flatMap { number in
                DocumentNumber(number).flatMap { EditionID("\(options.countyCode)-\($0.year)-\($0.serial)") }
            }
        let known: [(CitationPart, Bool)] = [
            (.number, draft.number != nil), (.title, draft.title != nil), (.issuer, draft.issuer != nil),
            (.issued, draft.issued != nil), (.countyName, draft.countyName != nil),
        ]
        draft.missing += known.filter { !$0.1 }.map(\.0)
        // The id follows from the number where that is missing too.
        if draft.id == nil, draft.number != nil { draft.missing.append(.id) }
        draft.missing = CitationPart.allCases.filter(draft.missing.contains)
        return (draft, foot.several)
    }

    private func stated(
        _ option: ImportOptions.Stated, _ part: CitationPart, _ draft: inout DraftCitation, find: () -> String?
    ) -> String? {
        switch option {
        case .absent: return nil
        case .given(let text): return text
        case .find:
            let found = find()
            if found == nil { draft.missing.append(part) }
            return found
        }
    }

    private func countyOfTitle(_ title: String?) -> String? {
        guard let title, let range = title.firstRange(of: "人民政府") else { return nil }
        let name = String(title[..<range.lowerBound])
        return TableCaption.counties(in: name).last.flatMap { Grammar.isName($0) ? $0 : nil }
    }

    // MARK: Head

    private struct Head {
        /// Indices of the first and the last paragraph.
        let first: Int
        let last: Int
        let number: String?
        let title: String
        let registration: String?
    }

    private static let titleEndings = ["通知", "公告", "通告", "批复", "决定", "意见", "函"]

    /// The nearest document number above the tables with the title over or under it, which speaks of the tables' land:
    /// otherwise it is the number of another document.
    private var head: Head? {
        let number = texts.lastIndex { DocumentNumber($0) != nil }
        guard let end = titleEnd(near: number) else { return nil }
        var first = end
        var title = texts[end]
        while !title.contains("关于"), first > 0, end - first < 3, texts[first - 1].count <= 40,
            DocumentNumber(texts[first - 1]) == nil, !Self.isRegistration(texts[first - 1])
        {
            first -= 1
            title = texts[first] + title
        }
        if title.hasPrefix("关于"), first > 0, Self.isOffice(texts[first - 1]) {
            first -= 1
            title = texts[first] + title
        }
        let near = number.flatMap { abs($0 - end) <= 4 || abs($0 - first) <= 4 ? $0 : nil }
        let top = min(first, near ?? first)
        let registration = texts[max(0, top - 4)...max(end, near ?? end)].last(where: Self.isRegistration)
        return Head(
            first: top, last: max(end, near ?? end), number: near.map { texts[$0] }, title: title,
            registration: registration.map(Self.registration))
    }

    private func titleEnd(near number: Int?) -> Int? {
        let ends = texts.indices.filter { index in
            let text = texts[index]
            return text.count <= 80 && Self.titleEndings.contains { text.hasSuffix($0) }
                && !text.hasPrefix("附件")
        }
        func speaksOfLand(_ index: Int) -> Bool {
            let text = texts[max(0, index - 2)...index].joined()
            return text.contains("基准地价") || text.contains("定级") || !HeaderWords.landTypes(in: text).isEmpty
        }
        guard let number else { return ends.last(where: speaksOfLand) }
        let beside = ends.filter { abs($0 - number) <= 4 && speaksOfLand($0) }
        return beside.min { abs($0 - number) < abs($1 - number) } ?? nil
    }

    private static func isOffice(_ text: String) -> Bool {
        text.count <= 24 && Grammar.isName(text)
            && ["政府", "局", "办公室", "委员会", "厅"].contains { text.hasSuffix($0) }
    }

    /// `XYDR-2025-00001`, with or without 登记号： in front.
    private static func registration(_ text: String) -> String {
        String(text.drop { !("A"..."Z").contains($0) })
    }

    private static func isRegistration(_ text: String) -> Bool {
        guard text.count <= 30 else { return false }
        let parts = registration(text).split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && (2...8).contains(parts[0].utf8.count)
            && parts[0].utf8.allSatisfy { (0x41...0x5A).contains($0) }
            && parts[1].utf8.count == 4 && (3...6).contains(parts[2].utf8.count)
            && (parts[1] + parts[2]).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    // MARK: Foot

    /// The one date below the head, and who signs above it.
    private func foot(below head: Int?) -> (date: CalendarDate?, issuer: String?, several: [CalendarDate]) {
        guard let head else { return (nil, nil, []) }
        let dated = texts.indices.filter { $0 > head && texts[$0].count <= 16 && ChineseDate.date(texts[$0]) != nil }
        guard let index = dated.first else { return (nil, nil, []) }
        let dates = dated.compactMap { ChineseDate.date(texts[$0]) }
        let signer = index > 0 ? texts[index - 1] : ""
        let issuer = Grammar.isName(signer) && index - 1 > head ? signer : nil
        return Set(dates).count == 1 ? (dates[0], issuer, []) : (nil, issuer, dates)
    }

    /// 自2024年7月1日起施行，有效期5年.
    private func force(below head: Int?, issued: CalendarDate?) -> (CalendarDate?, CalendarDate?) {
        guard let head else { return (nil, nil) }
        var effective: CalendarDate?
        var expires: CalendarDate?
        for text in paragraphs[head...].map({ folded($0.text) }) {
            for word in ["起施行", "起执行", "起实施", "起生效", "起正式施行", "起正式执行"] where effective == nil {
                guard let range = text.firstRange(of: word) else { continue }
                let front = String(text[..<range.lowerBound])
                if ["发布之日", "公布之日", "印发之日", "下发之日"].contains(where: { front.hasSuffix($0) }) {
                    effective = issued
                } else if front.hasSuffix("日"), let date = ChineseDate.dates(in: front).last {
                    effective = date
                }
            }
            guard let range = text.firstRange(of: "有效期"), expires == nil else { continue }
            let behind = String(text[range.upperBound...]).trimmed("为限")
            if behind.hasPrefix("至") || behind.hasPrefix("到") {
                expires = ChineseDate.dates(in: behind).first
            } else if let mark = behind.firstIndex(of: "年"), let years = Numeral.value(behind[..<mark]),
                let start = effective ?? issued
            {
                expires = start.dayBefore(yearsLater: years)
            }
        }
        return (effective, expires)
    }

    /// `湘阴县人民政府公报 2025年第1期`.
    private func publication(above head: Int?) -> String? {
        let front = texts[..<(head ?? texts.count)]
        guard let name = front.first(where: { $0.hasSuffix("公报") && Grammar.isName($0) }),
            let issue = front.first(where: Self.isIssue)
        else { return nil }
        return "\(name) \(issue)"
    }

    /// `2025年第1期`.
    private static func isIssue(_ text: String) -> Bool {
        let parts = text.split(separator: "年第", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count == 4 && Grammar.whole(String(parts[0])) != nil
            && parts[1].hasSuffix("期") && Grammar.whole(String(parts[1].dropLast())) != nil
    }
}

extension CalendarDate {
    /// The last day of a term of whole years that begins on this day.
    func dayBefore(yearsLater years: Int) -> CalendarDate? {
        if day > 1 { return CalendarDate(year: year + years, month: month, day: day - 1) }
        let (year, month) = month == 1 ? (self.year + years - 1, 12) : (self.year + years, month - 1)
        return (28...31).reversed().lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
    }
}

/// `湘阴政发〔2025〕1号`: who, year, serial number.
package struct DocumentNumber {
    package let year: Int
    package let serial: Int

    package init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { "〔〕[]［］【】".contains($0) }.map(String.init)
        guard parts.count == 3, Grammar.isName(parts[0]), parts[1].utf8.count == 4,
            let year = Grammar.whole(parts[1]), parts[2].hasSuffix("号"),
            let serial = Grammar.whole(String(parts[2].dropLast()).trimmed("第"))
        else { return nil }
        self.year = year
        self.serial = serial
    }
}
