import EditionPackage
import GradeModel
import SourceDocuments

extension ImportDraft {
    /// The draft after a person answered some questions, by their ids. An answer that does not fit its question leaves the
    /// question open; its id is returned.
    ///
    /// Places: names between 、 for the question's township, 乡镇：村、村 for others, a part in brackets behind its village
    /// (大坪村（1、2、3组）), 全域 for the township as a whole, 无 for nothing. Values: the value as the document would print it,
    /// 无 where there is none. The rest: 是.
    public mutating func answer(_ answers: [(id: String, text: String)]) -> [String] {
        var refused: [String] = []
        // Land types first: what other answers add is of the types that a table has.
        let order = answers.sorted { a, _ in questions.first { $0.id == a.id }?.kind == .landTypeOfTable }
        for (id, text) in order {
            guard let question = questions.first(where: { $0.id == id }) else { continue }
            let answer = text.trimmed("")
            guard !answer.isEmpty else { continue }
            if take(answer, for: question) {
                questions.removeAll { $0.id == id }
            } else {
                refused.append(id)
            }
        }
        return refused
    }

    private mutating func take(_ answer: String, for question: ImportQuestion) -> Bool {
        if question.kind.takesPlaces { return takePlaces(answer, for: question) }
        switch question.kind {
        case .citation: return takeCitation(answer, for: question)
        case .definition: return takeDefinition(answer, for: question)
        case .price: return takePrice(answer, for: question)
        case .landTypeOfTable: return takeLandTypes(answer, for: question)
        // Which right is meant decides which rows are read: that is an option of the import.
        case .rights: return false
        default: return answer == "是"
        }
    }

    private mutating func takePlaces(_ answer: String, for question: ImportQuestion) -> Bool {
        if answer == "无" { return true }
        guard let grade = question.grade, let source = question.source else { return false }
        var reading = ScopeReading(closed: nil, townships: Set(townships + grades.map(\.township)))
        reading.byPerson = true
        let items =
            if let township = question.township { reading.villages(answer, of: township) } else {
                reading.scope(answer)
            }
        var added: [DraftGrade] = []
        for item in items {
            let entry: (township: String, village: String, part: String?)
            switch item {
            case .village(let township, let name): entry = (township, name, nil)
            case .part(let township, let village, let part): entry = (township, village, part)
            case .whole(let township): entry = (township, "", nil)
            case .rest, .county, .question: return false
            }
            let types: [LandType?] = question.landTypes.isEmpty ? [nil] : question.landTypes
            for landType in types {
                let taken = (grades + added).contains {
                    $0.landType == landType && $0.township == entry.township && $0.village == entry.village
                        && $0.part == entry.part
                }
                guard !taken else { return false }
                added.append(
                    DraftGrade(
                        landType: landType, township: entry.township, village: entry.village, part: entry.part,
                        grade: grade, printedGrade: question.printedGrade ?? grade, erratum: question.erratum,
                        source: source, place: question.place))
            }
        }
        guard !added.isEmpty else { return false }
        grades += added
        return true
    }

    private mutating func takeCitation(_ answer: String, for question: ImportQuestion) -> Bool {
        guard let part = question.part else { return false }
        let isNone = answer == "无"
        switch part {
        case .registration: citation.registration = isNone ? nil : answer
        case .publication: citation.publication = isNone ? nil : answer
        case .issued:
            guard let date = ChineseDate.date(answer) else { return false }
            citation.issued = date
        case .id:
            guard let id = EditionID(answer) else { return false }
            citation.id = id
        case .number:
            guard Grammar.isText(answer), !isNone else { return false }
            citation.number = answer
            let id = DocumentNumber(answer).flatMap { EditionID("\(countyCode)-\($0.year)-\($0.serial)") }
            citation.id = citation.id ?? id
            if citation.id == nil, !citation.missing.contains(.id) { return false }
        case .title, .issuer, .countyName:
            guard Grammar.isText(answer), !isNone else { return false }
            if part == .title { citation.title = answer }
            if part == .issuer { citation.issuer = answer }
            if part == .countyName { citation.countyName = answer }
        }
        citation.missing.removeAll { $0 == part }
        return true
    }

    private mutating func takeDefinition(_ answer: String, for question: ImportQuestion) -> Bool {
        guard let attribute = question.attribute, Grammar.isText(answer) else { return false }
        let types = question.landTypes.isEmpty ? definitions.map(\.landType) : question.landTypes
        for index in definitions.indices where types.contains(definitions[index].landType) {
            switch attribute {
            case .landType: return false
            case .rights: definitions[index].rights = answer
            case .infrastructure: definitions[index].infrastructure = answer
            case .valuationDate:
                guard let date = ChineseDate.date(answer) else { return false }
                definitions[index].valuationDate = date
            case .term:
                guard let term = TermPhrases(answer, all: types)?.terms[definitions[index].landType] else {
                    return false
                }
                switch term {
                case .years(let years): (definitions[index].termYears, definitions[index].term) = (years, nil)
                case .words(let words): (definitions[index].termYears, definitions[index].term) = (nil, words)
                }
            }
        }
        return true
    }

    /// `42.00元/平方米`.
    private mutating func takePrice(_ answer: String, for question: ImportQuestion) -> Bool {
        if answer == "无" { return true }
        guard let grade = question.grade, question.landTypes.count == 1, let source = question.source else {
            return false
        }
        let text = folded(answer)
        let amount = String(text.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," })
        guard Amount.isNumber(amount), let unit = HeaderWords.unit(in: String(text.dropFirst(amount.count))) else {
            return false
        }
        let landType = question.landTypes[0]
        prices.removeAll { $0.landType == landType && $0.grade == grade && $0.subtype == question.township }
        prices.append(
            DraftPrice(
                landType: landType, subtype: question.township, grade: grade, amount: Amount.plain(amount), unit: unit,
                source: source, place: question.place))
        return true
    }

    private mutating func takeLandTypes(_ answer: String, for question: ImportQuestion) -> Bool {
        let named = folded(answer).split { "、,，；; ".contains($0) }.map { HeaderWords.landType(String($0)) }
        let types = named.compactMap { $0 }
        guard !types.isEmpty, types.count == named.count, Set(types).count == types.count,
            let table = question.source?.table
        else { return false }
        grades = grades.flatMap { entry -> [DraftGrade] in
            guard entry.landType == nil, entry.source.table == table else { return [entry] }
            return types.map { landType in
                var entry = entry
                entry.landType = landType
                return entry
            }
        }
        for index in questions.indices where questions[index].source?.table == table {
            questions[index] = questions[index].with(landTypes: types)
        }
        return true
    }
}

extension ImportQuestion {
    /// The same, of these land types where it had none.
    func with(landTypes types: [LandType]) -> ImportQuestion {
        guard landTypes.isEmpty, kind.takesPlaces else { return self }
        return ImportQuestion(
            id: id, kind: kind, place: place, source: source, text: text, landTypes: types, grade: grade,
            printedGrade: printedGrade, erratum: erratum, township: township, attribute: attribute, part: part, suggestion: suggestion)
    }
}
