import EditionPackage
import GazetteImport
import GradeModel

/// Puts a person's answers into the draft. What has no answer stays a question.
struct ReviewAnswers {
    private(set) var draft: ImportDraft

    init(_ draft: ImportDraft) { self.draft = draft }

    mutating func take(_ row: ReviewRow) throws(ReviewError) {
        let question = try question(row)
        let answer = row["答复"]
        guard !answer.isEmpty else {
            // Filled in on its own sheet.
            if !isFilled(question) { draft.questions.append(question) }
            return
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
                    row.cell("答复"), "请用 --rights '\(answer)' 重新导入原文件",
                    "import the document again with --rights '\(answer)'")
            default:
                guard answer == ReviewWords.yes else {
                    throw ReviewError(row.cell("答复"), "核对、改正后写“是”", "写“是”: 是 once it was checked and corrected")
                }
            }
        }
    }

    private func question(_ row: ReviewRow) throws(ReviewError) -> ImportQuestion {
        guard let kind = ReviewWords.value(row["类别"], ReviewWords.kinds) else {
            throw ReviewError(row.cell("类别"), "“\(row["类别"])”不是问题的类别；请不要改动", "no kind of question; leave it as it is")
        }
        var landTypes: [LandType] = []
        for name in row["地类"].split(separator: "、") {
            guard let landType = LandType.allCases.first(where: { $0.name == name }) else {
                throw ReviewError(row.cell("地类"), "“\(name)”应为园地、林地或草地", "园地, 林地 or 草地")
            }
            landTypes.append(landType)
        }
        let item = row["项目"]
        return ImportQuestion(
            id: row["编号"], kind: kind, place: PlaceText.place(row["位置"]),
            source: row["来源"].isEmpty ? nil : try row.source("来源"), text: row["原文"], landTypes: landTypes,
            grade: row["级别"].isEmpty ? nil : try row.grade("级别"),
            printedGrade: row["原印级别"].isEmpty ? nil : try row.grade("原印级别"), township: row.text("乡镇或细类"),
            attribute: kind == .definition ? DefinitionAttribute.allCases.first { $0.name == item } : nil,
            part: kind == .citation ? ReviewWords.value(item, ReviewWords.parts.map { ($0.0, $0.1.rawValue) }) : nil,
            suggestion: row["建议"])
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

    // MARK: Places

    private mutating func takePlaces(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow) throws(ReviewError)
    {
        guard answer != ReviewWords.none else { return }
        guard let grade = question.grade, !question.landTypes.isEmpty, let source = question.source else {
            throw ReviewError(
                row.cell("答复"), "本行没有地类、级别或来源，请在“级别”表中补录，此处写“无”",
                "without land type, grade or source; add the entries on the sheet 级别, and answer 无")
        }
        // 乡镇：村、村；乡镇：村 where the township is asked for, and anywhere else too.
        for phrase in answer.split(whereSeparator: { "；;\n".contains($0) }) {
            let sides = phrase.split(separator: phrase.contains("：") ? "：" : ":", omittingEmptySubsequences: false)
            var township = question.township
            var names = phrase
            if sides.count == 2 {
                township = clean(sides[0])
                names = sides[1]
            }
            let isWholeCounty = question.kind == .wholeCounty && sides.count == 1
            for name in try Self.names(names, row) {
                let isWhole = name.village == ReviewWords.wholeTownship || isWholeCounty
                guard let township = isWholeCounty ? name.village : township, Grammar.isName(township) else {
                    throw ReviewError(row.cell("答复"), "请按“乡镇：村、村”写明乡镇", "name the township, as in 乡镇：村、村")
                }
                for landType in question.landTypes {
                    let village = isWhole ? "" : name.village
                    let isKnown = draft.grades.contains { grade in
                        grade.landType == landType && grade.township == township && grade.village == village
                            && grade.part == name.part
                    }
                    guard !isKnown else {
                        throw ReviewError(
                            row.cell("答复"),
                            "\(township)\(name.village)\(name.part ?? "")的\(landType.name)级别已在“级别”表或别的答复中；只能留一处",
                            "\(township) \(name.village) has a grade already, on the sheet 级别 or by another answer; keep one"
                        )
                    }
                    draft.grades.append(
                        DraftGrade(
                            landType: landType, township: township, village: village,
                            part: name.part,
                            grade: grade, printedGrade: question.printedGrade ?? grade, source: source,
                            place: question.place))
                }
            }
        }
    }

    private func clean(_ text: Substring) -> String { text.filter { $0 != " " && $0 != "　" } }

    /// Names between 、 or commas, a part in brackets behind its village; 、 within brackets is the part's.
    private static func names(_ text: Substring, _ row: ReviewRow) throws(ReviewError) -> [(
        village: String, part: String?
    )] {
        var pieces: [String] = [""]
        var depth = 0
        for character in text where character != " " && character != "　" {
            if character == "（" || character == "(" { depth += 1 }
            if character == "）" || character == ")" { depth -= 1 }
            if depth == 0, "、，,。".contains(character) {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        var names: [(village: String, part: String?)] = []
        for piece in pieces where !piece.isEmpty {
            var (village, part) = (piece, String?.none)
            if let last = piece.last, "）)".contains(last), let open = piece.firstIndex(where: { "（(".contains($0) }) {
                part = String(piece[piece.index(after: open)...].dropLast())
                village = String(piece[..<open])
            }
            // 是, 有 and 否 answer another kind of question.
            guard Grammar.isName(village), village.count > 1, part != "" else {
                throw ReviewError(row.cell("答复"), "“\(piece)”不是地名", "‘\(piece)’ is no name of a place")
            }
            names.append((village, part))
        }
        guard !names.isEmpty else { throw ReviewError(row.cell("答复"), "没有写明村名", "names no village") }
        return names
    }

    // MARK: Values

    private mutating func takeCitation(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow)
        throws(ReviewError)
    {
        guard let part = question.part else {
            throw ReviewError(
                row.cell("项目"), "“\(row["项目"])”不是引用的项目；请不要改动", "no part of the citation; leave it as it is")
        }
        draft.citation.missing.removeAll { $0 == part }
        switch part {
        case .number: draft.citation.number = answer
        case .registration: draft.citation.registration = answer == ReviewWords.none ? nil : answer
        case .publication: draft.citation.publication = answer == ReviewWords.none ? nil : answer
        case .title: draft.citation.title = answer
        case .issuer: draft.citation.issuer = answer
        case .countyName: draft.citation.countyName = answer
        case .issued:
            guard let date = ChineseDate.date(answer) else {
                throw ReviewError(row.cell("答复"), "应为日期，如 2025年1月23日", "a date, as in 2025-01-23")
            }
            draft.citation.issued = date
        case .id:
            guard let id = EditionID(answer) else {
                throw ReviewError(row.cell("答复"), "的形式如 430624-2025-1", "a form such as 430624-2025-1")
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
            case .rights: draft.definitions[index].rights = answer
            case .term: draft.definitions[index].set(term: answer)
            case .infrastructure: draft.definitions[index].infrastructure = answer
            case .valuationDate:
                guard let date = ChineseDate.date(answer) else {
                    throw ReviewError(row.cell("答复"), "应为日期，如 2023年1月1日", "a date, as in 2023-01-01")
                }
                draft.definitions[index].valuationDate = date
            }
        }
    }

    /// `42.00元/平方米`; the question's township is the sub type.
    private mutating func takePrice(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow) throws(ReviewError)
    {
        guard answer != ReviewWords.none else { return }
        let text = answer.filter { $0 != " " }
        let amount = String(text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
        let unit = String(text.dropFirst(amount.count))
        guard Grammar.isAmount(amount), !unit.isEmpty else {
            throw ReviewError(row.cell("答复"), "应为金额和单位，如 42.00元/平方米", "an amount with its unit, as in 42.00元/平方米")
        }
        guard let grade = question.grade, let source = question.source, !question.landTypes.isEmpty else {
            throw ReviewError(row.cell("答复"), "请在“地价”表中补录，此处写“无”", "add it on the sheet 地价, and answer 无")
        }
        for landType in question.landTypes {
            draft.prices.append(
                DraftPrice(
                    landType: landType, subtype: question.township, grade: grade, amount: amount, unit: unit,
                    source: source, place: question.place))
        }
    }

    /// Every row of the table holds for each of these.
    private mutating func takeLandTypes(_ answer: String, _ question: ImportQuestion, _ row: ReviewRow)
        throws(ReviewError)
    {
        var landTypes: [LandType] = []
        for name in answer.split(whereSeparator: { "、，, ".contains($0) }) {
            guard let landType = LandType.allCases.first(where: { $0.name == name }) else {
                throw ReviewError(row.cell("答复"), "“\(name)”应为园地、林地或草地", "园地, 林地 or 草地")
            }
            landTypes.append(landType)
        }
        draft.grades = draft.grades.flatMap { grade -> [DraftGrade] in
            guard grade.landType == nil, grade.source.table == question.source?.table else { return [grade] }
            return landTypes.map { landType in
                var grade = grade
                grade.landType = landType
                return grade
            }
        }
    }

    /// What a package still needs that neither a sheet nor an answer gives.
    mutating func finish() {
        var citation = draft.citation
        if citation.id == nil, let number = citation.number, let found = DocumentNumber(number) {
            citation.id = EditionID("\(draft.countyCode)-\(found.year)-\(found.serial)")
        }
        let known: [(CitationPart, Bool)] = [
            (.number, citation.number != nil), (.title, citation.title != nil), (.issuer, citation.issuer != nil),
            (.issued, citation.issued != nil), (.countyName, citation.countyName != nil), (.id, citation.id != nil),
        ]
        for (part, isKnown) in known where !isKnown && !citation.missing.contains(part) {
            citation.missing.append(part)
        }
        draft.citation = citation
        for part in citation.missing where !draft.questions.contains(where: { $0.part == part }) {
            draft.questions.append(
                ImportQuestion(id: "Q\(draft.questions.count + 1)", kind: .citation, place: nil, text: "", part: part))
        }
        for grade in draft.grades where grade.landType == nil {
            let isAsked = draft.questions.contains {
                $0.kind == .landTypeOfTable && $0.source?.table == grade.source.table
            }
            if !isAsked {
                draft.questions.append(
                    ImportQuestion(
                        id: "Q\(draft.questions.count + 1)", kind: .landTypeOfTable, place: grade.place,
                        source: TableRow(table: grade.source.table, row: nil), text: grade.source.table))
            }
        }
    }
}
