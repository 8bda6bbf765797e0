import EditionPackage
import GradeModel
import SourceDocuments
import SystemSupport

/// Puts a person's answers into the draft. What has no answer stays a question.
struct ReviewAnswers {
    var draft: ImportDraft
    /// Of the sheet, and of the answers.
    var grades: [HeldGrade]
    /// The cell of each of the draft's prices.
    var priceCells: [ReviewCell]
    let places: ListedPlaces
    private let stated: [ReviewItem: String]
    /// The land types that an answer gives a table.
    private var typed: [String: [LandType]] = [:]

    init(
        _ draft: ImportDraft, _ grades: [HeldGrade], _ prices: [ReviewCell], _ places: ListedPlaces,
        stated: [ReviewItem: String]
    ) {
        self.draft = draft
        self.grades = grades
        priceCells = prices
        self.places = places
        self.stated = stated
    }

    /// Land types first: what other answers add is of the types that a table has.
    mutating func take(_ rows: [ReviewRow], _ faults: inout ReviewFaults) {
        let isType = { (row: ReviewRow) in row["类别"] == ReviewWords.word(.landTypeOfTable, ReviewWords.kinds) }
        var ids: Set<String> = []
        for row in rows.filter(isType) + rows.filter({ !isType($0) }) {
            do throws(ReviewError) {
                guard ids.insert(row["编号"]).inserted else {
                    throw ReviewError(
                        row.cell("编号"), "“\(row["编号"])”有两行；请不要改动", "two rows have this number; leave it as it is")
                }
                try take(row)
            } catch { faults.add(error) }
        }
    }

    private mutating func take(_ row: ReviewRow) throws(ReviewError) {
        let question = try ReviewQuestion.question(row, typed)
        let answer = row["答复"]
        guard !answer.isEmpty else {
            // Filled in on its own sheet.
            if !isFilled(question) { draft.questions.append(question) }
            return
        }
        guard !ReviewWords.unknown.contains(answer) else {
            throw ReviewError(
                row.cell("答复"), "“\(answer)”不是答复；不知道的留空，问题会保留",
                "\(answer) is no answer; leave the cell empty, and the question stays")
        }
        if question.kind.takesPlaces {
            try takePlaces(answer, question, row)
        } else {
            switch question.kind {
            case .citation: try takeCitation(answer, question, row)
            case .definition: try takeDefinition(answer, question, row)
            case .price: try takePrice(answer, question, row)
            case .landTypeOfTable: try takeLandTypes(answer, question, row)
            case .rights:
                throw ReviewError(
                    row.cell("答复"), "取哪一种权利决定读取哪些行，不能在这里答复；请重新导入原文件，加上 --rights '\(answer)'",
                    "which right is taken decides which rows are read; import the document again with --rights '\(answer)'"
                )
            default:
                guard answer == ReviewWords.yes else {
                    throw ReviewError(
                        row.cell("答复"), "这里只能写“是”：核对、改正有关工作表以后再写；还没有核对的留空",
                        "only 是, once the sheets were checked and corrected; leave it empty until then")
                }
                if question.kind == .labels || question.kind == .aligned { takeLabels(question) }
            }
        }
    }

    /// Whether the fact that was asked for stands on its sheet now.
    private func isFilled(_ question: ImportQuestion) -> Bool {
        switch question.kind {
        case .citation:
            guard let part = question.part else { return false }
            let citation = draft.citation
            switch part {
            case .number: return citation.number != nil
            case .registration, .publication: return !citation.missing.contains(part)
            case .title: return citation.title != nil
            case .issuer: return citation.issuer != nil
            case .issued: return citation.issued != nil
            case .countyName: return citation.countyName != nil
            case .id: return citation.id != nil
            }
        case .definition:
            guard let attribute = question.attribute, !question.landTypes.isEmpty else { return false }
            return question.landTypes.allSatisfy { landType in
                draft.definitions.first { $0.landType == landType }.map { $0.has(attribute) } ?? false
            }
        default: return false
        }
    }

    /// The person compared the table with the printed document: what the sheet holds is what is printed.
    private mutating func takeLabels(_ question: ImportQuestion) {
        for index in grades.indices
        where grades[index].grade.source.table == question.source?.table && grades[index].grade.erratum == nil {
            grades[index].grade.printedGrade = grades[index].grade.grade
        }
    }

    // MARK: Values

    private mutating func takeCitation(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow)
        throws(ReviewError)
    {
        guard let part = question.part, let item = ReviewWords.parts.first(where: { $0.0 == part })?.1 else {
            throw ReviewError(
                row.cell("项目"), "“\(row["项目"])”不是引用的项目；请不要改动", "no part of the citation; leave it as it is")
        }
        if let given = stated[item], !ReviewCitation.agree(answer, given) {
            throw ReviewError(
                row.cell("答复"), "写的是“\(answer)”，命令行给出的是“\(given)”；请改成一致",
                "\(answer) stands here, and the option says \(given); make them agree")
        }
        let isNone = answer == ReviewWords.none
        guard !isNone || part == .registration || part == .publication else {
            throw ReviewError(row.cell("答复"), "\(item.rawValue)不能写“无”", "this part can't be 无")
        }
        guard Grammar.isText(answer) else {
            throw ReviewError(row.cell("答复"), "含有换行或不可见的字符", "line ends or invisible characters")
        }
        draft.citation.missing.removeAll { $0 == part }
        switch part {
        case .number: draft.citation.number = answer
        case .registration: draft.citation.registration = isNone ? nil : answer
        case .publication: draft.citation.publication = isNone ? nil : answer
        case .title: draft.citation.title = answer
        case .issuer: draft.citation.issuer = answer
        case .countyName:
            guard Grammar.isName(answer) else {
                throw ReviewError(row.cell("答复"), "“\(answer)”不是县名", "no name of a county")
            }
            draft.citation.countyName = answer
        case .issued:
            guard let date = ChineseDate.date(answer) else {
                throw ReviewError(row.cell("答复"), "应为日期，如 2025年1月23日", "a date, as in 2025-01-23")
            }
            draft.citation.issued = date
        case .id:
            guard let id = EditionID(answer) else {
                throw ReviewError(row.cell("答复"), "成果编号的形式应如 430624-2025-1", "a form such as 430624-2025-1")
            }
            draft.citation.id = id
        }
    }

    private mutating func takeDefinition(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow)
        throws(ReviewError)
    {
        guard let attribute = question.attribute, !question.landTypes.isEmpty else {
            throw ReviewError(
                row.cell("答复"), "请直接在“内涵”表中填写，此处不填", "fill it in on the sheet 内涵, and leave this cell empty")
        }
        let text = answer.split(whereSeparator: \.isNewline).joined()
        guard text != ReviewWords.none, Grammar.isText(text) else {
            throw ReviewError(row.cell("答复"), "不能写“无”，也不能有不可见的字符；文件没有写明的留空", "neither 无 nor invisible characters")
        }
        for landType in question.landTypes {
            let index =
                draft.definitions.firstIndex { $0.landType == landType }
                ?? {
                    draft.definitions.append(
                        DraftDefinition(
                            landType: landType, source: question.source ?? TableRow(table: "正文", row: nil),
                            place: question.place))
                    return draft.definitions.count - 1
                }()
            switch attribute {
            case .landType: break
            case .rights: draft.definitions[index].rights = text
            case .term: draft.definitions[index].set(term: text)
            case .infrastructure: draft.definitions[index].infrastructure = text
            case .valuationDate:
                guard let date = ChineseDate.date(text) else {
                    throw ReviewError(row.cell("答复"), "应为日期，如 2023年1月1日", "a date, as in 2023-01-01")
                }
                draft.definitions[index].valuationDate = date
            }
        }
    }

    /// `42.00元/平方米`; the question's township is the sub type.
    private mutating func takePrice(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow) throws(ReviewError)
    {
        guard answer != ReviewWords.none else {
            // Of amounts that contradict each other none holds then.
            dropPrices(question)
            return
        }
        let text = answer.filter { !$0.isWhitespace }
        let digits = String(text.prefix { $0.isASCII && ($0.isNumber || ".,".contains($0)) })
        let amount = Amount.plain(digits)
        guard Grammar.isAmount(amount), let unit = HeaderWords.unit(typed: String(text.dropFirst(digits.count))) else {
            let known = BasePrice.units.joined(separator: "、")
            throw ReviewError(
                row.cell("答复"), "应为金额和单位，如 42.00元/平方米；单位应为其中一种：\(known)",
                "an amount with its unit, as in 42.00元/平方米; the unit is one of \(known)")
        }
        guard let grade = question.grade, let source = question.source, !question.landTypes.isEmpty else {
            throw ReviewError(row.cell("答复"), "请在“地价”表中补录，此处写“无”", "add it on the sheet 地价, and answer 无")
        }
        dropPrices(question)
        for landType in question.landTypes {
            draft.prices.append(
                DraftPrice(
                    landType: landType, subtype: question.township, grade: grade, amount: amount, unit: unit,
                    source: source, place: question.place))
            priceCells.append(row.cell("答复"))
        }
    }

    /// What was read for the price that is asked about.
    private mutating func dropPrices(_ question: ImportQuestion) {
        for index in draft.prices.indices.reversed() {
            let price = draft.prices[index]
            guard question.landTypes.contains(price.landType), price.grade == question.grade,
                price.subtype == question.township, price.place == question.place || isAmong(price, question)
            else { continue }
            draft.prices.remove(at: index)
            priceCells.remove(at: index)
        }
    }

    /// The question about contradicting amounts quotes the one that was read first, with its source.
    private func isAmong(_ price: DraftPrice, _ question: ImportQuestion) -> Bool {
        question.text.contains("\(price.amount)\(price.unit)（\(price.source)）")
    }

    /// Every row of the table holds for each of these.
    private mutating func takeLandTypes(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow)
        throws(ReviewError)
    {
        var landTypes: [LandType] = []
        for name in answer.split(whereSeparator: { "、，,；;和及".contains($0) || $0.isWhitespace }) {
            guard let landType = LandType.allCases.first(where: { $0.name == name }), !landTypes.contains(landType)
            else { throw ReviewError(row.cell("答复"), "“\(name)”应为园地、林地或草地，各写一次", "园地, 林地 or 草地, each once") }
            landTypes.append(landType)
        }
        guard !landTypes.isEmpty, let table = question.source?.table else {
            throw ReviewError(row.cell("答复"), "应为园地、林地或草地", "园地, 林地 or 草地")
        }
        typed[table] = landTypes
        grades = grades.flatMap { held -> [HeldGrade] in
            guard held.grade.landType == nil, held.grade.source.table == table else { return [held] }
            return landTypes.map { landType in
                var held = held
                held.grade.landType = landType
                return held
            }
        }
    }
}
