import GradeModel
import SystemSupport

/// The answer for one place: what matched, the grades, the definition, the price, the citation.
struct FoundText {
    let question: Question
    let found: PlaceAnswer
    let sentences: any Sentences

    var text: String {
        let labels = sentences.labels
        let answers = found.landTypes
        var lines = LabelledLines(
            labels: [
                labels.match, labels.asOf, labels.reading, labels.origin, labels.withdrawn, labels.editionRights,
                labels.rights, labels.term,
                labels.infrastructure, labels.valuationDate, labels.basePrice,
            ] + answers.map { sentences.word($0.landType) })
        lines.paragraph(sentences.heading(found.match), hanging: 2)
        lines.field(labels.match, sentences.rule(found.match))
        if let date = question.asOf { lines.field(labels.asOf, sentences.asOf(date)) }
        if question.asPrinted { lines.field(labels.reading, sentences.asPrinted) }
        for rights in Set(answers.compactMap(\.citation.rights)).sorted() {
            lines.field(labels.editionRights, shown(rights))
        }
        writeOrigin(to: &lines)
        lines.blank()
        writeGrades(to: &lines)
        writeDefinitions(to: &lines)
        CitationText.write(
            CitationText.editions(of: answers, asPrinted: question.asPrinted), to: &lines, in: sentences)
        return lines.text
    }

    /// The built-in edition needs no remark; an unsigned one must never pass without, nor one
    /// that its source took back.
    private func writeOrigin(to lines: inout LabelledLines) {
        var said: [EditionOrigin] = [.builtIn]
        for origin in found.landTypes.map(\.citation.origin) where !said.contains(origin) {
            lines.field(sentences.labels.origin, sentences.origin(origin))
            said.append(origin)
        }
        var days: [CalendarDate] = []
        for day in found.landTypes.compactMap(\.citation.withdrawn) where !days.contains(day) { days.append(day) }
        for day in days.sorted() {
            lines.field(sentences.labels.withdrawn, sentences.withdrawn(day))
        }
    }

    private func writeGrades(to lines: inout LabelledLines) {
        var explained: [String] = []
        for answer in found.landTypes {
            let name = sentences.word(answer.landType)
            switch answer.outcome {
            case .byPart: write(parts: answer, name: name, explained: &explained, to: &lines)
            case .unknownVillage:
                lines.field(name, sentences.unknownInTable(answer.landType, table: answer.citation.source?.table))
            case .notListed:
                lines.field(name, sentences.notListed(answer.landType, table: answer.citation.source?.table))
            case .notPublished:
                lines.field(name, sentences.notPublished(answer))
            case .graded, .disputed:
                write(answer, name: name, explained: &explained, to: &lines)
            }
        }
    }

    private func write(
        _ answer: LandTypeAnswer, name: String, explained: inout [String], to lines: inout LabelledLines
    ) {
        let grade = answer.grade.map(sentences.word) ?? sentences.notPublishedCell
        let isRepeated = answer.erratum.map { explained.contains($0.id) } ?? false
        let dispute = answer.dispute(asPrinted: question.asPrinted, isRepeated: isRepeated)
        if answer.outcome == .disputed || dispute != nil {
            lines.field(name, grade + " " + sentences.disputeMark(answer.erratum?.status))
        } else {
            lines.field(name, grade)
        }
        if answer.scope == .township { lines.more(sentences.gradedAsWhole(found.match.township)) }
        if let dispute {
            lines.more(sentences.dispute(dispute))
        } else if let erratum = answer.erratum {
            lines.more(sentences.erratum(erratum))
        }
        if let erratum = answer.erratum, !isRepeated { explain(erratum, &explained, to: &lines) }
    }

    private func explain(_ erratum: Erratum, _ explained: inout [String], to lines: inout LabelledLines) {
        let labels = sentences.labels
        guard !explained.contains(erratum.id) else { return }
        explained.append(erratum.id)
        lines.more(label: labels.printed, shown(erratum.printed))
        lines.more(label: labels.held, shown(erratum.held))
        lines.more(label: labels.evidence, shown(erratum.evidence))
    }

    private func write(
        parts answer: LandTypeAnswer, name: String, explained: inout [String], to lines: inout LabelledLines
    ) {
        lines.field(name, sentences.gradedByPart)
        for part in answer.parts {
            lines.more(sentences.part(part, amount: PriceText.text(part.basePrice, part.subtypePrices, sentences)))
            if let dispute = part.dispute(asPrinted: question.asPrinted) { lines.more(sentences.dispute(dispute)) }
            if let erratum = part.erratum { explain(erratum, &explained, to: &lines) }
        }
        lines.more(sentences.otherParts)
    }

    private func writeDefinitions(to lines: inout LabelledLines) {
        let definitions = found.landTypes.compactMap(\.definition)
        let graded = found.landTypes.filter { $0.grade != nil }
        guard !definitions.isEmpty || !graded.isEmpty else { return }
        lines.blank()
        lines.line(sentences.labels.definition)
        if !definitions.isEmpty { DefinitionText.write(definitions, to: &lines, in: sentences) }
        // Without a grade there is nothing a price could be for, and "not published" would say more than is known.
        guard !graded.isEmpty else { return }
        let amounts = graded.map { answer in
            let amount = PriceText.text(answer.basePrice, answer.subtypePrices, sentences)
            return (answer.landType, amount ?? sentences.noAmount)
        }
        // An amount names its land type wherever the answer speaks of several.
        let isNamed = found.landTypes.count > 1 && amounts.contains { $0.1 != sentences.noAmount }
        lines.field(
            sentences.labels.basePrice,
            isNamed ? sentences.byLandType(grouped(amounts)) : sentences.collapsed(amounts))
    }
}
