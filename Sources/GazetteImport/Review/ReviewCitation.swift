import EditionPackage
import GradeModel
import SystemSupport

/// An item of the sheet 引用.
public enum ReviewItem: String, CaseIterable, Hashable, Sendable {
    case countyCode = "县代码"
    case county = "县名"
    case province = "省"
    case prefecture = "市"
    case id = "成果编号"
    case number = "文号"
    case registration = "登记号"
    case title = "标题"
    case issuer = "发布机关"
    case issued = "发布日期"
    case publication = "刊登处"
    case effective = "施行日期"
    case expires = "有效期至"
    case rights = "权利"

    /// What the sheet says beside it.
    var hint: String {
        switch self {
        case .countyCode: "六位数字，如 430698；必填"
        case .county: "如 湘阴县；必填"
        case .province, .prefecture, .effective, .expires: "可不填"
        case .id: "如 430624-2025-1；不填则由县代码和文号得出"
        case .number: "如 湘阴政发〔2025〕1号；必填"
        case .registration: "文件没有登记号的填“无”"
        case .title, .issuer: "必填"
        case .issued: "如 2025年1月23日；必填"
        case .publication: "没有刊登公报的填“无”"
        case .rights: "文件有国有、集体等几种权利的，写本成果所取的一种；可不填"
        }
    }
}

/// The sheet 引用, and what the caller says beside it.
struct ReviewCitation {
    private(set) var countyCode = ""
    private(set) var province: String?
    private(set) var prefecture: String?
    private(set) var draft = DraftCitation()
    /// Where each item stands.
    private(set) var rows: [ReviewItem: ReviewRow] = [:]

    init(_ rows: [ReviewRow], stated: [ReviewItem: String], _ faults: inout ReviewFaults) {
        for row in rows { if let item = ReviewItem(rawValue: row["项目"]) { self.rows[item] = row } }
        let known = self.rows
        func text(_ item: ReviewItem) -> String? {
            let text = faults.take { () throws(ReviewError) in try known[item]?.text("内容") } ?? nil
            guard let given = stated[item] else { return text }
            if let text, !Self.agree(text, given) {
                faults.add(
                    Self.cell(item, known), "填的是“\(text)”，命令行给出的是“\(given)”；请改成一致",
                    "\(text) stands here, and the option says \(given); make them agree")
            }
            return text ?? given
        }
        func date(_ item: ReviewItem) -> CalendarDate? {
            guard let text = text(item) else { return nil }
            let date = ChineseDate.date(text)
            if date == nil {
                faults.add(Self.cell(item, known), "“\(text)”应为日期，如 2025年1月23日", "a date, as in 2025-01-23")
            }
            return date
        }
        func real(_ item: ReviewItem) -> String? {
            let text = text(item)
            guard text == ReviewWords.none else { return text }
            faults.add(Self.cell(item, known), "不能填“无”", "can't be 无")
            return nil
        }
        countyCode = text(.countyCode) ?? ""
        if !County.isCode(countyCode) {
            faults.add(
                Self.cell(.countyCode, known),
                "\(countyCode.isEmpty ? "没有填写" : "“\(countyCode)”")县代码，应为六位数字，如 430698", "six digits, as in 430698")
        }
        province = real(.province)
        prefecture = real(.prefecture)
        draft.countyName = real(.county)
        if let name = draft.countyName, !Grammar.isName(name) {
            faults.add(Self.cell(.county, known), "“\(name)”不是县名", "no name of a county")
        }
        draft.number = real(.number)
        draft.title = real(.title)
        draft.issuer = real(.issuer)
        draft.issued = date(.issued)
        draft.effective = date(.effective)
        draft.expires = date(.expires)
        draft.rights = real(.rights)
        for (item, part) in [(ReviewItem.registration, CitationPart.registration), (.publication, .publication)] {
            guard let text = text(item) else {
                draft.missing.append(part)
                continue
            }
            guard text != ReviewWords.none else { continue }
            if part == .registration { draft.registration = text } else { draft.publication = text }
        }
        if let text = text(.id) {
            draft.id = EditionID(text)
            if draft.id == nil {
                faults.add(Self.cell(.id, known), "“\(text)”的形式应如 430624-2025-1", "a form such as 430624-2025-1")
            }
        }
    }

    /// What the items say together: the edition's number is one of the county's, the last day of force is not before the
    /// first.
    func check(_ draft: ImportDraft, _ faults: inout ReviewFaults) {
        let citation = draft.citation
        if let id = citation.id, County.isCode(draft.countyCode), !id.text.hasPrefix(draft.countyCode + "-") {
            faults.add(
                Self.cell(.id, rows), "成果编号 \(id) 与县代码 \(draft.countyCode) 不符",
                "\(id) is not an edition of county \(draft.countyCode)")
        }
        if let expires = citation.expires, let first = citation.effective ?? citation.issued, expires < first {
            faults.add(
                Self.cell(.expires, rows), "\(expires) 早于 \(first)；有效期至不能早于施行日期",
                "\(expires) is before \(first), the first day of force")
        }
        for (item, name) in [(ReviewItem.province, draft.province), (.prefecture, draft.prefecture)] {
            guard let name, !Grammar.isName(name) else { continue }
            faults.add(Self.cell(item, rows), "“\(name)”不是地名", "no name of a place")
        }
    }

    private static func cell(_ item: ReviewItem, _ rows: [ReviewItem: ReviewRow]) -> ReviewCell {
        rows[item]?.cell(item.rawValue)
            ?? ReviewCell(sheet: ReviewWords.citation, row: 1, column: item.rawValue)
    }

    /// The same text, or the same date in another form.
    static func agree(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let date = ChineseDate.date(a) else { return false }
        return date == ChineseDate.date(b)
    }
}
