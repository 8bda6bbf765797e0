import AnswerRendering
import GradeModel
import SystemSupport

/// No place fits: why, and what is near.
struct NoAnswerView {
    private let answer: Answer
    private let offered: [Suggestion]

    init(_ answer: Answer, offered: [Suggestion]) {
        self.answer = answer
        self.offered = answer.suggestions + offered.filter { !answer.suggestions.contains($0) }
    }

    func view(in frame: PageFrame) -> View {
        [
            "found": .nothing, "several": .nothing,
            "none": .view([
                "reason": .text(AnswerText.sentence(for: answer, in: frame.language.sentences)),
                "offered": offered.isEmpty
                    ? .nothing
                    : .view([
                        "list": .views(
                            offered.prefix(8).map { suggestion in
                                [
                                    "text": .text(Self.name(suggestion)),
                                    "url": .text(frame.link.suggestion(suggestion, asOf: answer.question.asOf)),
                                ]
                            })
                    ]),
            ]),
        ]
    }

    static func name(_ suggestion: Suggestion) -> String {
        shown(
            [suggestion.county.name, suggestion.township, suggestion.village].compactMap(\.self).joined(separator: " "))
    }
}

/// Several places fit: all of them, each a link.
struct SeveralView {
    private let answer: Answer

    init(_ answer: Answer) { self.answer = answer }

    func view(in frame: PageFrame) -> View {
        let sentences = frame.language.sentences
        return [
            "found": .nothing, "none": .nothing,
            "several": .view([
                "reason": .text(sentences.ambiguous(answer.question.place, count: answer.matches.count)),
                "warnings": .texts(EditionWarnings.texts(answer.matches.flatMap(\.landTypes), sentences)),
                "table": .view(
                    VillageTableView(answer.matches.map(VillageRow.init(_:))).view(
                        in: frame, asOf: answer.question.asOf, withTownship: true)),
            ]),
        ]
    }
}
