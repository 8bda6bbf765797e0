package import GradeModel
import SystemSupport

/// Several places that fit: all of them with their grades, and how to ask for one.
struct AmbiguousText {
    let answer: Answer
    let language: Language

    /// How many ready-made commands are shown; the table has every place.
    private static let examples = 5

    var text: String {
        let labels = language.labels
        let withdrawn = Set(answer.matches.flatMap { $0.landTypes.compactMap(\.citation.withdrawn) }).sorted()
        var lines = LabelledLines(
            labels: [labels.match, labels.asOf, labels.reading, labels.origin]
                + (withdrawn.isEmpty ? [] : [labels.withdrawn]))
        lines.paragraph(language.ambiguous(answer.question.place, count: answer.matches.count))
        let table = VillageTable(rows: answer.matches.map(VillageRow.init(_:)), language: language)
        table.write(to: &lines)
        if let date = answer.question.asOf { lines.field(labels.asOf, language.asOf(date)) }
        if answer.question.asPrinted { lines.field(labels.reading, language.asPrinted) }
        let origins = answer.matches.flatMap { $0.landTypes.map(\.citation.origin) }
        if origins.contains(.unsigned) { lines.field(labels.origin, language.origin(.unsigned)) }
        for day in withdrawn { lines.field(labels.withdrawn, language.withdrawn(day)) }
        lines.blank()
        lines.paragraph(language.askAgain)
        let isOneCounty = Set(answer.matches.map(\.match.county.code)).count == 1
        for match in answer.matches.prefix(Self.examples) {
            lines.line("  " + command(for: match.match, withCounty: !isOneCounty))
        }
        return lines.text
    }

    private func command(for match: PlaceMatch, withCounty: Bool) -> Sentence {
        let county: Sentence = withCounty ? " --county \(shellWord: match.county.code)" : ""
        let names: Sentence =
            switch (match.village, answer.question.place) {
            case (let village?, _), (nil, .names(_, let village)):
                "\(shellWord: match.township) \(shellWord: village)"
            case (nil, .address(let address)): "--address \(shellWord: address)"
            }
        return "landgrade lookup \(names)\(county)"
    }
}

extension VillageRow {
    package init(_ answer: PlaceAnswer) {
        self.init(
            county: answer.match.county, township: answer.match.township, village: answer.match.village,
            kind: answer.match.kind,
            grades: answer.landTypes.map { answer in
                VillageGrade(
                    landType: answer.landType, outcome: answer.outcome, grade: answer.grade,
                    printedGrade: answer.printedGrade, erratum: answer.erratum?.id, scope: answer.scope,
                    parts: answer.parts.map { part in
                        PartGrade(
                            part: part.part, grade: part.grade, printedGrade: part.printedGrade,
                            isDisputed: part.isDisputed, erratum: part.erratum?.id)
                    })
            })
    }
}
