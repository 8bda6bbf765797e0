import AnswerRendering
package import GradeModel
import SystemSupport

/// The first page: the form, and below it the answer to what it asked.
package struct SearchPage {
    private let frame: PageFrame
    private let form: SearchForm

    package init(_ form: SearchForm, in frame: PageFrame) {
        self.form = form
        self.frame = frame
    }

    /// Nothing asked yet: what there is to ask about.
    /// - Parameter editions: the edition in force of each county.
    package func start(_ editions: [EditionRow]) -> Page {
        var content = form.view(in: frame)
        content["answer"] = .nothing
        content["counties"] = .views(editions.map { EditionSummary($0).view(in: frame) })
        return Page("search", title: nil, content, in: frame)
    }

    /// - Parameters:
    ///   - offered: what was found that begins like what was asked; offered beside the answer's own near names.
    ///   - next: where to go on from a "no".
    package func answer(_ answer: Answer, offered: [Suggestion], next: NextSteps) -> Page {
        var content = form.view(in: frame)
        content["counties"] = .nothing
        let view: View
        var title: Sentence? = form.text.map { "\($0)" }
        switch answer.matches.count {
        case 0: view = NoAnswerView(answer, offered: offered, next: next).view(in: frame)
        case 1:
            let place = answer.matches[0].match
            title = "\(place.township)\(place.village.map { " " + $0 } ?? "")"
            view = PlaceView(answer, answer.matches[0]).view(in: frame)
        default: view = SeveralView(answer).view(in: frame)
        }
        content["answer"] = .view(view)
        return Page("search", title: title, content, in: frame)
    }
}

/// What stands in the form.
package struct SearchForm: Sendable {
    /// In the one field for any way of naming a place.
    let text: String?
    let county: String?
    package let landType: LandType?
    package let asOf: CalendarDate?
    package let asPrinted: Bool
    /// Every county held, as long as they are few enough for a list.
    let counties: [County]

    package init(
        text: String?, county: String?, landType: LandType?, asOf: CalendarDate?, asPrinted: Bool, counties: [County]
    ) {
        self.text = text
        self.county = county
        self.landType = landType
        self.asOf = asOf
        self.asPrinted = asPrinted
        self.counties = counties
    }

    func view(in frame: PageFrame) -> View {
        let language = frame.language
        return [
            "q": .text(text ?? ""),
            "action": .text("/"),
            "is_narrowed": .flag(landType != nil || asOf != nil || asPrinted),
            "county_choices": counties.count > 1 || county != nil
                ? .view(Choices.counties(counties, chosen: county)) : .nothing,
            "land_type_choices": .views(
                LandType.allCases.map {
                    [
                        "value": .text($0.rawValue), "text": .sentence(language.word($0)),
                        "chosen": .flag($0 == landType),
                    ]
                }),
            "date": .text(asOf?.description ?? ""),
            "as_printed": .flag(asPrinted),
        ]
    }
}

enum Choices {
    /// A county that is asked for by another word than its code stands there as it was asked.
    static func counties(_ counties: [County], chosen: String?) -> View {
        var choices = counties.map { county -> View in
            [
                "value": .text(county.code), "text": .sentence("\(county.name) \(county.code)"),
                "chosen": .flag(county.code == chosen || county.name == chosen),
            ]
        }
        if let chosen, !counties.contains(where: { $0.code == chosen || $0.name == chosen }) {
            choices.append(["value": .text(chosen), "text": .sentence("\(chosen)"), "chosen": .flag(true)])
        }
        return ["list": .views(choices)]
    }

    static func editions(_ editions: [EditionRow], chosen: EditionID?) -> [View] {
        editions.map { edition in
            [
                "value": .text(edition.id.text),
                "text": .sentence("\(edition.id) \(edition.document.number)"),
                "chosen": .flag(edition.id == chosen),
            ]
        }
    }
}

/// A county with its edition in force, in a few words.
struct EditionSummary {
    private let edition: EditionRow

    init(_ edition: EditionRow) { self.edition = edition }

    func view(in frame: PageFrame) -> View {
        let language = frame.language
        return [
            "name": .sentence("\(edition.county.name)"), "url": .text(frame.link.county(edition.county)),
            "document": .sentence(language.document(edition.document)),
            "issue": .sentence(language.issue(edition.document)),
            "contents": .sentence(language.contents(edition.contents)),
        ]
    }
}
