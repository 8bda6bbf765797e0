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
                "reason": .sentence(AnswerText.sentence(for: answer, in: frame.language)),
                "offered": offered.isEmpty
                    ? .nothing
                    : .view([
                        "list": .views(
                            offered.prefix(8).map { suggestion in
                                [
                                    "text": .sentence(Self.name(suggestion)),
                                    "url": .text(frame.link.suggestion(suggestion, asOf: answer.question.asOf)),
                                ]
                            })
                    ]),
            ]),
        ]
    }

    static func name(_ suggestion: Suggestion) -> Sentence {
        let names = [suggestion.county.name, suggestion.township, suggestion.village].compactMap(\.self)
        return "\(names.joined(separator: " "))"
    }
}

/// Several places fit: all of them, each a link.
struct SeveralView {
    private let answer: Answer

    init(_ answer: Answer) { self.answer = answer }

    func view(in frame: PageFrame) -> View {
        let language = frame.language
        return [
            "found": .nothing, "none": .nothing,
            "several": .view([
                "reason": .sentence(language.ambiguous(answer.question.place, count: answer.matches.count)),
                "warnings": .sentences(EditionWarnings.texts(answer.matches.flatMap(\.landTypes), language)),
                "table": .view(
                    VillageTableView(answer.matches.map(VillageRow.init(_:))).view(
                        in: frame, asOf: answer.question.asOf, withTownship: true)),
            ]),
        ]
    }
}
