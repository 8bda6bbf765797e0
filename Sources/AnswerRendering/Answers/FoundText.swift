import GradeModel
import SystemSupport

/// The answer for one place: what matched, the grades, the definition, the price, the citation.
struct FoundText {
    let question: Question
    let found: PlaceAnswer
    let language: Language

    var text: String {
        let labels = language.labels
        let answers = found.landTypes
        var lines = LabelledLines(
            labels: [
                labels.match, labels.asOf, labels.reading, labels.origin, labels.withdrawn, labels.editionRights,
                labels.rights, labels.term,
                labels.infrastructure, labels.valuationDate, labels.basePrice,
            ] + answers.map { language.word($0.landType) })
        lines.paragraph(language.heading(found.match), hanging: 2)
        lines.field(labels.match, language.rule(found.match))
        if let date = question.asOf { lines.field(labels.asOf, language.asOf(date)) }
        if question.asPrinted { lines.field(labels.reading, language.asPrinted) }
        for rights in Set(answers.compactMap(\.citation.rights)).sorted() {
            lines.field(labels.editionRights, "\(rights)")
        }
        writeOrigin(to: &lines)
        lines.blank()
        writeGrades(to: &lines)
        writeDefinitions(to: &lines)
        CitationText.write(
            CitationText.editions(of: answers, asPrinted: question.asPrinted), to: &lines, in: language)
        return lines.text
    }

    /// The built-in edition needs no remark; an unsigned one must never pass without, nor one
    /// that its source took back.
    private func writeOrigin(to lines: inout LabelledLines) {
        var said: [EditionOrigin] = [.builtIn]
        for origin in found.landTypes.map(\.citation.origin) where !said.contains(origin) {
            lines.field(language.labels.origin, language.origin(origin))
            said.append(origin)
        }
        var days: [CalendarDate] = []
        for day in found.landTypes.compactMap(\.citation.withdrawn) where !days.contains(day) { days.append(day) }
        for day in days.sorted() {
            lines.field(language.labels.withdrawn, language.withdrawn(day))
        }
    }

    private func writeGrades(to lines: inout LabelledLines) {
        var explained: [String] = []
        for answer in found.landTypes {
            let name = language.word(answer.landType)
            switch answer.outcome {
            case .byPart: write(parts: answer, name: name, explained: &explained, to: &lines)
            case .unknownVillage:
                lines.field(name, language.unknownInTable(answer.landType, table: answer.citation.source?.table))
            case .notListed:
                lines.field(name, language.notListed(answer.landType, table: answer.citation.source?.table))
            case .notPublished:
                lines.field(name, language.notPublished(answer))
            case .graded, .disputed:
                write(answer, name: name, explained: &explained, to: &lines)
            }
        }
    }

    private func write(
        _ answer: LandTypeAnswer, name: Sentence, explained: inout [String], to lines: inout LabelledLines
    ) {
        let grade = answer.grade.map { language.word($0) } ?? language.notPublishedCell
        let isRepeated = answer.erratum.map { explained.contains($0.id) } ?? false
        let dispute = answer.dispute(asPrinted: question.asPrinted, isRepeated: isRepeated)
        if answer.outcome == .disputed || dispute != nil {
            lines.field(name, grade + " " + language.disputeMark(answer.erratum?.status))
        } else {
            lines.field(name, grade)
        }
        if answer.scope == .township { lines.more(language.gradedAsWhole(found.match.township)) }
        if let dispute {
            lines.more(language.dispute(dispute))
        } else if let erratum = answer.erratum {
            lines.more(language.erratum(erratum))
        }
        if let erratum = answer.erratum, !isRepeated { explain(erratum, &explained, to: &lines) }
    }

    private func explain(_ erratum: Erratum, _ explained: inout [String], to lines: inout LabelledLines) {
        let labels = language.labels
        guard !explained.contains(erratum.id) else { return }
        explained.append(erratum.id)
        lines.more(label: labels.printed, "\(erratum.printed)")
        lines.more(label: labels.held, "\(erratum.held)")
        lines.more(label: labels.evidence, "\(erratum.evidence)")
    }

    private func write(
        parts answer: LandTypeAnswer, name: Sentence, explained: inout [String], to lines: inout LabelledLines
    ) {
        lines.field(name, language.gradedByPart)
        for part in answer.parts {
            lines.more(language.part(part, amount: PriceText.text(part, language)))
            if let dispute = part.dispute(asPrinted: question.asPrinted) { lines.more(language.dispute(dispute)) }
            if let erratum = part.erratum { explain(erratum, &explained, to: &lines) }
        }
        lines.more(language.otherParts)
    }

    private func writeDefinitions(to lines: inout LabelledLines) {
        let definitions = found.landTypes.compactMap(\.definition)
        let graded = found.landTypes.filter { $0.grade != nil }
        guard !definitions.isEmpty || !graded.isEmpty else { return }
        lines.blank()
        lines.line(language.labels.definition)
        if !definitions.isEmpty { DefinitionText.write(definitions, to: &lines, in: language) }
        // Without a grade there is nothing a price could be for, and "not published" would say more than is known.
        guard !graded.isEmpty else { return }
        let amounts = graded.map { answer in
            let amount = PriceText.text(answer, language)
            return (answer.landType, amount ?? language.noAmount)
        }
        // An amount names its land type wherever the answer speaks of several.
        let isNamed = found.landTypes.count > 1 && amounts.contains { $0.1 != language.noAmount }
        lines.field(
            language.labels.basePrice,
            isNamed ? language.byLandType(grouped(amounts)) : language.collapsed(amounts))
    }
}
