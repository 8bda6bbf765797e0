package import GradeModel
package import SystemSupport

/// A place's history for people: each edition with its days, the rule by which the name was found in it, and the grades.
package struct HistoryText {
    private let history: PlaceHistory
    private let language: Language

    package init(_ history: PlaceHistory, _ language: Language) {
        self.history = history
        self.language = language
    }

    var text: String {
        guard history.lookup.outcome == .found, let match = history.lookup.matches.first?.match else {
            return unfound
        }
        let all = history.editions.map { fields($0) }
        var lines = LabelledLines(labels: [language.labels.match] + all.flatMap { $0.map(\.label) })
        lines.paragraph(language.heading(match), hanging: 2)
        lines.field(language.labels.match, language.rule(match))
        for (edition, fields) in zip(history.editions, all) {
            lines.blank()
            lines.line(heading(edition))
            for field in fields { lines.field(field.label, field.value) }
        }
        return lines.text
    }

    package func heading(_ edition: HistoryEdition) -> Sentence {
        "\(edition.id)  \(language.document(edition.document))"
    }

    /// Below the heading of an edition.
    package func fields(_ edition: HistoryEdition) -> [(label: Sentence, value: Sentence)] {
        let labels = language.labels
        var fields: [(label: Sentence, value: Sentence)] = [
            (language.listLabels.issue, language.issue(edition.document)),
            (
                language.listLabels.inForce,
                language.inForce(edition.periods.isEmpty ? [nil] : edition.periods.map(Optional.some))
            ),
        ]
        if let rights = edition.rights { fields.append((labels.editionRights, "\(rights)")) }
        if edition.origin != .builtIn { fields.append((labels.origin, language.origin(edition.origin))) }
        if let day = edition.withdrawn { fields.append((labels.withdrawn, language.withdrawn(day))) }
        if edition.places.isEmpty {
            fields.append((language.listLabels.grade, language.absent(edition)))
        }
        if edition.places.count > 1 {
            fields.append((language.listLabels.village, language.severalInEdition(edition.places.count)))
        }
        for place in edition.places {
            let match = place.answer.match
            if edition.places.count > 1 { fields.append((language.listLabels.village, language.heading(match))) }
            fields.append((labels.match, language.rule(place)))
            for answer in place.answer.landTypes {
                fields.append((language.word(answer.landType), language.history(answer, of: match.township)))
            }
        }
        return fields
    }

    /// What is said where there is no one place to tell a history of.
    package var reason: Sentence {
        let lookup = history.lookup
        return lookup.matches.count > 1
            ? language.ambiguous(lookup.question.place, count: lookup.matches.count)
            : AnswerText.sentence(for: lookup, in: language)
    }

    private var unfound: String {
        var lines = LabelledLines(labels: [])
        lines.paragraph(reason)
        guard history.lookup.matches.count > 1 else { return lines.text }
        for match in history.lookup.matches.map(\.match) { lines.line("  " + command(match)) }
        return lines.text
    }

    private func command(_ match: PlaceMatch) -> Sentence {
        let village: Sentence = match.village.map { " \(shellWord: $0)" } ?? ""
        return "landgrade history --county \(shellWord: match.county.code) \(shellWord: match.township)\(village)"
    }
}
