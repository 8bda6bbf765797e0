import EditionPackage
import GradeModel
import SourceDocuments
import SystemSupport

/// A row of the sheet 问题 as the question that it was.
enum ReviewQuestion {
    /// - Parameter typed: land types that an answer gives a table.
    static func question(_ row: ReviewRow, _ typed: [String: [LandType]]) throws(ReviewError) -> ImportQuestion {
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
        let source = row["来源"].isEmpty ? nil : try row.source("来源")
        if landTypes.isEmpty, kind.takesPlaces, let table = source?.table { landTypes = typed[table] ?? [] }
        return ImportQuestion(
            id: row["编号"], kind: kind, place: PlaceText.place(row["位置"]), source: source, text: row["原文"],
            landTypes: landTypes, grade: row["级别"].isEmpty ? nil : try row.grade("级别"),
            printedGrade: row["原印级别"].isEmpty ? nil : try row.grade("原印级别"),
            erratum: row["勘误号"].isEmpty ? nil : row["勘误号"],
            township: row["乡镇或细类"].isEmpty ? nil : row["乡镇或细类"],
            attribute: kind == .definition ? DefinitionAttribute.allCases.first { $0.name == item } : nil,
            part: kind == .citation ? ReviewWords.value(item, ReviewWords.parts.map { ($0.0, $0.1.rawValue) }) : nil,
            suggestion: row["建议"])
    }
}

/// What a package still needs that neither a sheet nor an answer gives.
extension ReviewAnswers {
    mutating func finish(_ citation: [ReviewItem: ReviewRow], _ definitions: [LandType: ReviewRow]) {
        findParts(citation)
        for definition in draft.definitions {
            for attribute in DefinitionAttribute.allCases where !definition.has(attribute) {
                let isAsked = draft.questions.contains {
                    $0.kind == .definition && $0.attribute == attribute && $0.landTypes.contains(definition.landType)
                }
                guard !isAsked, let row = definitions[definition.landType] else { continue }
                let place = SourcePlace(
                    sheet: row.sheet, row: row.number,
                    column: ReviewWords.definitionColumns.firstIndex(of: attribute.name).map { $0 + 1 })
                ask(.definition, place, attribute.name, landTypes: [definition.landType], attribute: attribute)
            }
        }
        for grade in grades.map(\.grade) where grade.landType == nil {
            let isAsked = draft.questions.contains {
                $0.kind == .landTypeOfTable && $0.source?.table == grade.source.table
            }
            if !isAsked {
                ask(
                    .landTypeOfTable, grade.place, grade.source.table,
                    source: TableRow(table: grade.source.table, row: nil))
            }
        }
    }

    private mutating func findParts(_ rows: [ReviewItem: ReviewRow]) {
        var citation = draft.citation
        if citation.id == nil, let number = citation.number, let found = DocumentNumber(number) {
            citation.id = EditionID("\(draft.countyCode)-\(found.year)-\(found.serial)")
        }
        let known: [(CitationPart, Bool)] = [
            (.number, citation.number != nil), (.title, citation.title != nil), (.issuer, citation.issuer != nil),
            (.issued, citation.issued != nil), (.countyName, citation.countyName != nil), (.id, citation.id != nil),
        ]
        for (part, isKnown) in known where !isKnown && !citation.missing.contains(part) {
            // The id follows from the number.
            if part == .id, citation.number == nil { continue }
            citation.missing.append(part)
        }
        draft.citation = citation
        for part in citation.missing where !draft.questions.contains(where: { $0.part == part }) {
            let row = ReviewWords.parts.first { $0.0 == part }.flatMap { rows[$0.1] }
            let place = row.map { SourcePlace(sheet: $0.sheet, row: $0.number) }
            ask(.citation, place, "", part: part)
        }
    }

    private mutating func ask(
        _ kind: QuestionKind, _ place: SourcePlace?, _ text: String, source: TableRow? = nil,
        landTypes: [LandType] = [], attribute: DefinitionAttribute? = nil, part: CitationPart? = nil
    ) {
        let used = draft.questions.compactMap { Int($0.id.dropFirst()) }.max() ?? 0
        draft.questions.append(
            ImportQuestion(
                id: "Q\(used + 1)", kind: kind, place: place, source: source, text: text, landTypes: landTypes,
                attribute: attribute, part: part))
    }
}
