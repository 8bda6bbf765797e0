import AnswerRendering
import GradeModel
import SystemSupport

/// The answer for one place.
struct PlaceView {
    private let question: Question
    private let found: PlaceAnswer

    init(_ answer: Answer, _ found: PlaceAnswer) {
        question = answer.question
        self.found = found
    }

    func view(in frame: PageFrame) -> View {
        let sentences = frame.language.sentences
        let place = found.match
        return [
            "found": .view([
                "heading": .text(sentences.heading(place)),
                "county": .text(shown(place.county.name)), "county_url": .text(frame.link.county(place.county)),
                "township": .text(shown(place.township)),
                "township_url": .text(frame.link.township(place.township, of: place.county, asOf: question.asOf)),
                "village": .text(sentences.entryName(place.village, part: nil)),
                "kind": .text(place.kind.map(sentences.word) ?? ""),
                "facts": .views(facts(sentences)),
                "warnings": .texts(EditionWarnings.texts(found.landTypes, sentences)),
                "land_types": .views(landTypes(sentences)),
                "errata": errata.isEmpty
                    ? .nothing : .view(["list": .views(errata.map { ErratumView.view($0, sentences) })]),
                "definition_heading": .text(sentences.labels.definition),
                "definition": .views(definition(sentences)),
                "citation_heading": .text(frame.words.text(.citation)),
                "citations": .texts(
                    CitationText.editions(of: found.landTypes, asPrinted: question.asPrinted)
                        .map(sentences.citation)),
            ]),
            "several": .nothing, "none": .nothing,
        ]
    }

    private func facts(_ sentences: any Sentences) -> [View] {
        let labels = sentences.labels
        var facts = [(labels.match, sentences.rule(found.match))]
        if let date = question.asOf { facts.append((labels.asOf, sentences.asOf(date))) }
        for rights in Set(found.landTypes.compactMap(\.citation.rights)).sorted() {
            facts.append((labels.editionRights, shown(rights)))
        }
        if question.asPrinted { facts.append((labels.reading, sentences.asPrinted)) }
        for origin in Set(found.landTypes.map(\.citation.origin)).sorted(by: { $0.text < $1.text })
        where origin != .builtIn && origin != .unsigned {
            facts.append((labels.origin, sentences.origin(origin)))
        }
        return facts.map { ["label": .text($0.0), "value": .text($0.1)] }
    }

    private func landTypes(_ sentences: any Sentences) -> [View] {
        var explained: Set<String> = []
        return found.landTypes.map { answer in
            let isRepeated = answer.erratum.map { !explained.insert($0.id).inserted } ?? false
            return LandTypeView(
                answer, township: found.match.township, asPrinted: question.asPrinted, isRepeated: isRepeated
            ).view(sentences)
        }
    }

    /// Those the grades rest on, each once.
    private var errata: [Erratum] {
        found.landTypes.flatMap { [$0.erratum] + $0.parts.map(\.erratum) }.compactMap(\.self).reduce(into: []) {
            errata, erratum in
            if !errata.contains(erratum) { errata.append(erratum) }
        }
    }

    private func definition(_ sentences: any Sentences) -> [View] {
        let definitions = found.landTypes.compactMap(\.definition)
        var fields = definitions.isEmpty ? [] : DefinitionText.fields(definitions, in: sentences)
        // Without a grade there is nothing a price could be for.
        let amounts = found.landTypes.filter { $0.grade != nil }.map { answer in
            let amount = PriceText.text(answer.basePrice, answer.subtypePrices, sentences)
            return (answer.landType, amount ?? sentences.noAmount)
        }
        // An amount names its land type wherever the answer speaks of several.
        let isNamed = found.landTypes.count > 1 && amounts.contains { $0.1 != sentences.noAmount }
        let text = isNamed ? sentences.byLandType(grouped(amounts)) : sentences.collapsed(amounts)
        if !amounts.isEmpty { fields.append((sentences.labels.basePrice, text)) }
        return fields.map { ["label": .text($0.label), "value": .text($0.value)] }
    }
}

/// The answer for one land type of a place.
struct LandTypeView {
    private let answer: LandTypeAnswer
    private let township: String
    private let asPrinted: Bool
    private let dispute: Dispute?

    /// - Parameter isRepeated: its erratum is an earlier land type's too.
    init(_ answer: LandTypeAnswer, township: String, asPrinted: Bool, isRepeated: Bool) {
        self.answer = answer
        self.township = township
        self.asPrinted = asPrinted
        dispute = answer.dispute(asPrinted: asPrinted, isRepeated: isRepeated)
    }

    func view(_ sentences: any Sentences) -> View {
        let isDisputed =
            answer.outcome == .disputed || dispute != nil
            || answer.parts.contains { $0.dispute(asPrinted: asPrinted) != nil }
        let mark = answer.parts.lazy.compactMap(\.erratum).first?.status ?? answer.erratum?.status
        return [
            "name": .text(sentences.word(answer.landType)),
            "grade": .text(orNothing: answer.grade.map(sentences.word)),
            "absent": answer.grade == nil ? .text(absent(sentences)) : .nothing,
            "mark": isDisputed ? .text(sentences.disputeMark(mark)) : .nothing,
            "whole": .text(orNothing: answer.scope == .township ? sentences.gradedAsWhole(township) : nil),
            "parts": answer.parts.isEmpty
                ? .nothing : .view(["list": .texts(parts(sentences)), "others": .text(sentences.otherParts)]),
            "remark": .text(
                orNothing: dispute.map(sentences.dispute) ?? answer.erratum.map(sentences.erratum)),
            "source": .text(
                orNothing: answer.grade == nil ? nil : answer.citation.source.map { shown($0.description) }),
        ]
    }

    /// Each with its grade, its amounts, its row, and the other grade where there are two.
    private func parts(_ sentences: any Sentences) -> [String] {
        answer.parts.map { part in
            let amount = PriceText.text(part.basePrice, part.subtypePrices, sentences)
            let line = sentences.part(part, amount: amount) + " " + shown(part.source.description)
            return line + (part.dispute(asPrinted: asPrinted).map { " " + sentences.dispute($0) } ?? "")
        }
    }

    private func absent(_ sentences: any Sentences) -> String {
        let table = answer.citation.source?.table
        return switch answer.outcome {
        case .byPart: sentences.gradedByPart
        case .unknownVillage: sentences.unknownInTable(answer.landType, table: table)
        case .notListed: sentences.notListed(answer.landType, table: table)
        case .graded, .disputed, .notPublished:
            sentences.notPublished(answer)
        }
    }
}

enum ErratumView {
    static func view(_ erratum: Erratum, _ sentences: any Sentences) -> View {
        [
            "id": .text(shown(erratum.id)), "status_word": .text(sentences.statusWord(erratum.status)),
            "printed_text": .text(shown(erratum.printed)), "held_text": .text(shown(erratum.held)),
            "evidence_text": .text(shown(erratum.evidence)),
        ]
    }
}
