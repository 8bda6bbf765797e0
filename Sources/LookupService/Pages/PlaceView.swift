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
        let language = frame.language
        let place = found.match
        return [
            "found": .view([
                "heading": .sentence(language.heading(place)),
                "county": .sentence("\(place.county.name)"), "county_url": .text(frame.link.county(place.county)),
                "township": .sentence("\(place.township)"),
                "township_url": .text(frame.link.township(place.township, of: place.county, asOf: question.asOf)),
                "history_url": .text(
                    orNothing: place.village.map { village in
                        frame.link.history(
                            Suggestion(county: place.county, township: place.township, village: village))
                    }),
                "map_url": .text(
                    orNothing: frame.map(
                        of: place.county, question.landType, asOf: question.asOf, township: place.township,
                        village: place.village)),
                "village": .sentence(language.entryName(place.village, part: nil)),
                "kind": .sentence(place.kind.map { language.word($0) } ?? ""),
                "facts": .views(facts(language)),
                "warnings": .sentences(EditionWarnings.texts(found.landTypes, language)),
                "land_types": .views(landTypes(language)),
                "errata": errata.isEmpty
                    ? .nothing : .view(["list": .views(errata.map { ErratumView.view($0, language) })]),
                "definition_heading": .sentence(language.labels.definition),
                "definition": .views(definition(language)),
                "value_form": .view(
                    orNothing: ValueForm(found, asOf: question.asOf).map { $0.view(in: frame) }),
                "citation_heading": .sentence(frame.word(.citation)),
                "citations": .sentences(
                    CitationText.editions(of: found.landTypes, asPrinted: question.asPrinted)
                        .map { language.citation($0) }),
            ]),
            "several": .nothing, "none": .nothing,
        ]
    }

    private func facts(_ language: Language) -> [View] {
        let labels = language.labels
        var facts = [(labels.match, language.rule(found.match))]
        if let date = question.asOf { facts.append((labels.asOf, language.asOf(date))) }
        for rights in Set(found.landTypes.compactMap(\.citation.rights)).sorted() {
            facts.append((labels.editionRights, "\(rights)"))
        }
        if question.asPrinted { facts.append((labels.reading, language.asPrinted)) }
        for origin in Set(found.landTypes.map(\.citation.origin)).sorted(by: { $0.text < $1.text })
        where origin != .builtIn && origin != .unsigned {
            facts.append((labels.origin, language.origin(origin)))
        }
        return facts.map { ["label": .sentence($0.0), "value": .sentence($0.1)] }
    }

    private func landTypes(_ language: Language) -> [View] {
        var explained: Set<String> = []
        return found.landTypes.map { answer in
            let isRepeated = answer.erratum.map { !explained.insert($0.id).inserted } ?? false
            return LandTypeView(
                answer, township: found.match.township, asPrinted: question.asPrinted, isRepeated: isRepeated
            ).view(language)
        }
    }

    /// Those the grades rest on, each once.
    private var errata: [Erratum] {
        found.landTypes.flatMap { [$0.erratum] + $0.parts.map(\.erratum) }.compactMap(\.self).reduce(into: []) {
            errata, erratum in
            if !errata.contains(erratum) { errata.append(erratum) }
        }
    }

    private func definition(_ language: Language) -> [View] {
        let definitions = found.landTypes.compactMap(\.definition)
        var fields = definitions.isEmpty ? [] : DefinitionText.fields(definitions, in: language)
        // Without a grade there is nothing a price could be for.
        let amounts = found.landTypes.filter { $0.grade != nil }.map { answer in
            let amount = PriceText.text(answer, language)
            return (answer.landType, amount ?? language.noAmount)
        }
        // An amount names its land type wherever the answer speaks of several.
        let isNamed = found.landTypes.count > 1 && amounts.contains { $0.1 != language.noAmount }
        let text = isNamed ? language.byLandType(grouped(amounts)) : language.collapsed(amounts)
        if !amounts.isEmpty { fields.append((language.labels.basePrice, text)) }
        return fields.map { ["label": .sentence($0.label), "value": .sentence($0.value)] }
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

    func view(_ language: Language) -> View {
        let isDisputed =
            answer.outcome == .disputed || dispute != nil
            || answer.parts.contains { $0.dispute(asPrinted: asPrinted) != nil }
        let mark = answer.parts.lazy.compactMap(\.erratum).first?.status ?? answer.erratum?.status
        return [
            "name": .sentence(language.word(answer.landType)),
            "grade": .sentence(orNothing: answer.grade.map { language.word($0) }),
            "absent": answer.grade == nil ? .sentence(absent(language)) : .nothing,
            "mark": isDisputed ? .sentence(language.disputeMark(mark)) : .nothing,
            "whole": .sentence(orNothing: answer.scope == .township ? language.gradedAsWhole(township) : nil),
            "parts": answer.parts.isEmpty
                ? .nothing : .view(["list": .sentences(parts(language)), "others": .sentence(language.otherParts)]),
            "remark": .sentence(
                orNothing: dispute.map { language.dispute($0) } ?? answer.erratum.map { language.erratum($0) }),
            "source": .sentence(
                orNothing: answer.grade == nil ? nil : answer.citation.source.map { "\($0)" }),
        ]
    }

    /// Each with its grade, its amounts, its row, and the other grade where there are two.
    private func parts(_ language: Language) -> [Sentence] {
        answer.parts.map { part in
            let amount = PriceText.text(part, language)
            let line: Sentence = "\(language.part(part, amount: amount)) \(part.source)"
            return line + (part.dispute(asPrinted: asPrinted).map { " " + language.dispute($0) } ?? "")
        }
    }

    private func absent(_ language: Language) -> Sentence {
        let table = answer.citation.source?.table
        return switch answer.outcome {
        case .byPart: language.gradedByPart
        case .unknownVillage: language.unknownInTable(answer.landType, table: table)
        case .notListed: language.notListed(answer.landType, table: table)
        case .graded, .disputed, .notPublished:
            language.notPublished(answer)
        }
    }
}

enum ErratumView {
    static func view(_ erratum: Erratum, _ language: Language) -> View {
        [
            "id": .sentence("\(erratum.id)"), "status_word": .sentence(language.statusWord(erratum.status)),
            "printed_text": .sentence("\(erratum.printed)"), "held_text": .sentence("\(erratum.held)"),
            "evidence_text": .sentence("\(erratum.evidence)"),
        ]
    }
}
