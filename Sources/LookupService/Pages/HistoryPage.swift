import AnswerRendering
package import GradeModel
import SystemSupport

/// What every edition says of one village.
package enum HistoryPage {
    package static func page(_ history: PlaceHistory, in frame: PageFrame) -> Page {
        let text = HistoryText(history, frame.language)
        let found = history.lookup.outcome == .found ? history.lookup.matches.first?.match : nil
        return Page(
            "history", title: frame.word(.historyHeading),
            [
                "heading": .sentence(frame.word(.historyHeading)),
                "found": .view(orNothing: found.map { self.found($0, history, text, in: frame) }),
                "reason": .sentence(orNothing: found == nil ? text.reason : nil),
                "offered": offered(history.lookup, in: frame),
            ], in: frame)
    }

    private static func found(
        _ match: PlaceMatch, _ history: PlaceHistory, _ text: HistoryText, in frame: PageFrame
    ) -> View {
        let language = frame.language
        return [
            "place": .sentence(language.heading(match)),
            "answer_url": .text(orNothing: match.place.map { frame.link.place($0) }),
            "match_label": .sentence(language.labels.match), "match": .sentence(language.rule(match)),
            "day": .sentence(orNothing: frame.today.map { PageNote.asked($0).sentence(in: language) }),
            "editions": .views(
                history.editions.map { edition in
                    [
                        "anchor": .text(edition.id.text), "heading": .sentence(text.heading(edition)),
                        "is_absent": .flag(edition.places.isEmpty),
                        "fields": .views(
                            text.fields(edition).map {
                                ["label": .sentence($0.label), "value": .sentence($0.value)]
                            }),
                    ]
                }),
        ]
    }

    /// Several places, or near names: the history of each is a link.
    private static func offered(_ lookup: Answer, in frame: PageFrame) -> View.Value {
        let places = lookup.matches.map {
            Suggestion(county: $0.match.county, township: $0.match.township, village: $0.match.village)
        }
        let offered = lookup.outcome == .found ? [] : places.isEmpty ? lookup.suggestions : places
        guard !offered.isEmpty else { return .nothing }
        return .view([
            "list": .views(
                offered.map { suggestion in
                    [
                        "text": .sentence(NoAnswerView.name(suggestion)),
                        "url": .text(frame.link.history(suggestion)),
                    ]
                })
        ])
    }
}

extension PageLink {
    /// The history of a village; of what is no village, the page of it.
    func history(_ suggestion: Suggestion) -> String {
        guard let township = suggestion.township, let village = suggestion.village else {
            return self.suggestion(suggestion)
        }
        return path("/history", [("county", suggestion.county.code), ("township", township), ("village", village)])
    }
}
