package import GradeModel
package import SystemSupport

/// What a parcel comes to, as text for people: for each grade that may be meant the price, each factor and the total.
struct ValueText {
    let answer: ValueAnswer
    let language: Language

    var text: String {
        guard let match = answer.lookup.matches.first, answer.lookup.outcome == .found else {
            return AnswerText.text(answer.lookup, in: language)
        }
        guard answer.outcome == .valued, let landType = answer.landTypeAnswer else {
            var lines = LabelledLines(labels: [])
            lines.paragraph(language.heading(match.match), hanging: 2)
            lines.paragraph(language.refusal(answer))
            CitationText.write(CitationText.editions(of: answer), to: &lines, in: language)
            return lines.text
        }
        let labels = language.labels
        var lines = LabelledLines(labels: [
            labels.match, labels.asOf, labels.origin, labels.withdrawn, language.landTypeLabel, language.priceLabel,
            language.convertedLabel, language.areaLabel, language.termLabel, language.sumLabel, language.totalLabel,
            language.statementLabel, labels.valuationDate,
        ])
        lines.paragraph(language.heading(match.match), hanging: 2)
        lines.field(labels.match, language.rule(match.match))
        if let date = answer.question.asOf { lines.field(labels.asOf, language.asOf(date)) }
        if landType.citation.origin != .builtIn {
            lines.field(labels.origin, language.origin(landType.citation.origin))
        }
        if let day = landType.citation.withdrawn { lines.field(labels.withdrawn, language.withdrawn(day)) }
        lines.field(language.areaLabel, "\(answer.question.area.text)\(answer.question.area.unit.rawValue)")
        if let definition = landType.definition {
            lines.field(labels.valuationDate, language.word(definition.valuationDate))
        }
        for value in answer.values { write(value, landType.landType, to: &lines) }
        lines.blank()
        for remark in answer.remarks(in: language) { lines.field(language.statementLabel, remark) }
        CitationText.write(CitationText.editions(of: answer), to: &lines, in: language)
        return lines.text
    }

    private func write(_ value: ParcelValue, _ landType: LandType, to lines: inout LabelledLines) {
        lines.blank()
        lines.field(language.landTypeLabel, language.subject(value, landType, answer.subtype))
        lines.field(language.priceLabel, language.price(value.price))
        if let converted = value.converted { lines.field(language.convertedLabel, language.converted(converted)) }
        if let correction = value.correction { lines.field(language.termLabel, language.correction(correction)) }
        lines.field(language.sumLabel, language.sum(value, answer.question.area))
        lines.field(language.totalLabel, language.total(value))
    }

}

extension ValueAnswer {
    /// What has to be said of the values: why there are several, and what they are not.
    package func remarks(in language: Language) -> [Sentence] {
        guard let first = values.first else { return [] }
        var remarks: [Sentence] = []
        if values.contains(where: { $0.reading != .undisputed }) { remarks.append(language.severalGrades) }
        if values.contains(where: { $0.part != nil }) { remarks.append(language.severalParts) }
        if Set(values.map(\.price.subtype)).count > 1 { remarks.append(language.severalSubtypes) }
        remarks.append(
            language.statement(
                isTermCorrected: first.correction != nil,
                factorTables: landTypeAnswer?.citation.document.factorTables))
        return remarks
    }
}

extension CitationText {
    /// The edition that the values rest on, with the rows of grade, price and rate.
    package static func editions(of answer: ValueAnswer) -> [CitedEdition] {
        guard let landType = answer.landTypeAnswer else { return [] }
        var cited = editions(of: [landType], asPrinted: false)
        guard !cited.isEmpty else { return [] }
        let sources = answer.values.flatMap { [$0.price.source, $0.correction?.rate.source].compactMap(\.self) }
        var rows: [TableRow] = []
        for row in sources where !rows.contains(row) { rows.append(row) }
        cited[0].prices = rows.isEmpty ? [] : [(landTypes: [landType.landType], value: rows)]
        return cited
    }
}
