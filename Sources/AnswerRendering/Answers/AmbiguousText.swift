package import GradeModel

/// Several places that fit: all of them with their grades, and how to ask for one.
struct AmbiguousText {
    let answer: Answer
    let sentences: any Sentences

    /// How many ready-made commands are shown; the table has every place.
    private static let examples = 5

    var text: String {
        let labels = sentences.labels
        let withdrawn = Set(answer.matches.flatMap { $0.landTypes.compactMap(\.citation.withdrawn) }).sorted()
        var lines = LabelledLines(
            labels: [labels.match, labels.asOf, labels.reading, labels.origin]
                + (withdrawn.isEmpty ? [] : [labels.withdrawn]))
        lines.paragraph(sentences.ambiguous(answer.question.place, count: answer.matches.count))
        let table = VillageTable(rows: answer.matches.map(VillageRow.init(_:)), sentences: sentences)
        for line in table.lines { lines.line(line) }
        if let date = answer.question.asOf { lines.field(labels.asOf, sentences.asOf(date)) }
        if answer.question.asPrinted { lines.field(labels.reading, sentences.asPrinted) }
        let origins = answer.matches.flatMap { $0.landTypes.map(\.citation.origin) }
        if origins.contains(.unsigned) { lines.field(labels.origin, sentences.origin(.unsigned)) }
        for day in withdrawn { lines.field(labels.withdrawn, sentences.withdrawn(day)) }
        lines.blank()
        lines.paragraph(sentences.askAgain)
        let isOneCounty = Set(answer.matches.map(\.match.place.county.code)).count == 1
        for match in answer.matches.prefix(Self.examples) {
            lines.line("  " + Self.command(for: match.match.place, withCounty: !isOneCounty))
        }
        return lines.text
    }

    private static func command(for place: Place, withCounty: Bool) -> String {
        let county = withCounty ? " --county \(ShellWord.quoted(place.county.code))" : ""
        return "landgrade lookup \(ShellWord.quoted(place.township)) \(ShellWord.quoted(place.village))\(county)"
    }
}

extension VillageRow {
    package init(_ answer: PlaceAnswer) {
        self.init(
            place: answer.match.place,
            grades: answer.landTypes.map {
                VillageGrade(
                    landType: $0.landType, outcome: $0.outcome, grade: $0.grade, printedGrade: $0.printedGrade,
                    erratum: $0.erratum?.id)
            })
    }
}
