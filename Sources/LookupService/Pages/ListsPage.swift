import AnswerRendering
package import GradeModel
import ParcelValidation
import SystemSupport

/// The form for a parcel list. Without a script it sends the list and gets the checked one; with it the page shows
/// counts and rows first.
package enum ListsPage {
    package static func page(_ counties: [County], _ editions: [EditionRow], in frame: PageFrame) -> Page {
        let language = frame.language
        return Page(
            "lists", title: frame.word(.listsHeading),
            [
                // With the language even where it is Chinese: the API's own rule for it is another.
                "action": .text("/check?lang=\(frame.language.rawValue)"),
                "county_choices": counties.count > 1 ? .view(Choices.counties(counties, chosen: nil)) : .nothing,
                "land_type_choices": .views(
                    LandType.allCases.map {
                        ["value": .text($0.rawValue), "text": .sentence(language.word($0)), "chosen": .flag(false)]
                    }),
                "edition_choices": editions.count > 1
                    ? .view(["list": .views(Choices.editions(editions, chosen: nil))]) : .nothing,
                "verdicts": .views(
                    Verdict.allCases.map { verdict in
                        let name = verdict.sentence(in: language)
                        return [
                            "verdict": .text(verdict.rawValue), "name": .sentence(name), "fine": .flag(verdict.isFine),
                            // As it stands in the checked list.
                            "code": name.text == verdict.rawValue ? .nothing : .text(verdict.rawValue),
                        ]
                    }),
            ], in: frame)
    }
}
