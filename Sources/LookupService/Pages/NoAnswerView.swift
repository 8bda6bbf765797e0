import AnswerRendering
package import GradeModel
import SystemSupport

/// What else there is to look at where no place fits.
package struct NextSteps: Sendable {
    /// Those that the question names.
    let townships: [Suggestion]
    /// That it is about; nil: any of several.
    let county: County?

    package init(townships: [Suggestion] = [], county: County? = nil) {
        self.townships = townships
        self.county = county
    }

    func views(_ answer: Answer, in frame: PageFrame) -> [View] {
        let language = frame.language, date = answer.question.asOf
        var steps = townships.prefix(8).map { township in
            (
                language.pick(
                    zh: "查看\(NoAnswerView.name(township))全部村（社区）",
                    en: "All villages of \(NoAnswerView.name(township))"),
                frame.link.suggestion(township, asOf: date)
            )
        }
        if answer.outcome == .noEdition {
            let text = language.pick(zh: "查看收录的成果版本", en: "The editions held")
            steps.append((text, frame.link.path("/editions")))
        }
        if let county {
            let text = language.pick(zh: "查看\(county.name)全部乡镇（街道）", en: "All townships of \(county.name)")
            steps.append((text, frame.link.county(county, asOf: answer.outcome == .noEdition ? nil : date)))
        } else {
            steps.append((language.pick(zh: "按县和乡镇浏览", en: "Go by county and township"), frame.link.path("/browse")))
        }
        return steps.map { ["text": .sentence($0.0), "url": .text($0.1)] }
    }
}

/// No place fits: why, what is near, and where to go on.
struct NoAnswerView {
    private let answer: Answer
    private let offered: [Suggestion]
    private let next: NextSteps

    init(_ answer: Answer, offered: [Suggestion], next: NextSteps) {
        self.answer = answer
        self.offered = answer.suggestions + offered.filter { !answer.suggestions.contains($0) }
        self.next = next
    }

    func view(in frame: PageFrame) -> View {
        [
            "found": .nothing, "several": .nothing,
            "none": .view([
                "reason": .sentence(AnswerText.sentence(for: answer, in: frame.language)),
                "next": .views(next.views(answer, in: frame)),
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
