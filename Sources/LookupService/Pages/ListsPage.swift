import AnswerRendering
package import GradeModel
import ParcelValidation
import SystemSupport

/// The form for a parcel list. Without a script it sends the list and gets the checked one; with it the page shows
/// how the list is read, then counts and rows.
package enum ListsPage {
    /// - Parameters:
    ///   - reading: how the list that was sent would be read; nil: none was.
    ///   - chosen: values of the other fields of the form, by name.
    ///   - hasWorkbooks: the program that writes them is installed.
    package static func page(
        _ counties: [County], _ editions: [EditionRow], _ reading: ListReadingContent?, chosen: [String: String],
        hasWorkbooks: Bool, in frame: PageFrame
    ) -> Page {
        let language = frame.language
        return Page(
            "lists", title: frame.word(.listsHeading),
            [
                // With the language even where it is Chinese: the API's own rule for it is another.
                "action": .text("/check?lang=\(frame.language.rawValue)"),
                "county_choices": counties.count > 1
                    ? .view(Choices.counties(counties, chosen: chosen["county"])) : .nothing,
                "land_type_choices": .views(
                    LandType.allCases.map {
                        [
                            "value": .text($0.rawValue), "text": .sentence(language.word($0)),
                            "chosen": .flag($0.rawValue == chosen["land_type"]),
                        ]
                    }),
                "edition_choices": editions.count > 1
                    ? .view([
                        "list": .views(
                            Choices.editions(editions, chosen: chosen["compare_with"].flatMap { EditionID($0) }))
                    ]) : .nothing,
                "date": .text(chosen["as_of"] ?? ""), "has_workbooks": .flag(hasWorkbooks),
                "reading": .view(orNothing: reading.map { ReadingView($0).view(in: frame) }),
                "verdicts": .views(
                    Verdict.allCases.map { verdict in
                        [
                            "verdict": .text(verdict.rawValue), "name": .text(verdict.word(in: language)),
                            "fine": .flag(verdict.isFine),
                        ]
                    }),
            ], in: frame)
    }
}
