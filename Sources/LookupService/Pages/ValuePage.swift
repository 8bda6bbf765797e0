import AnswerRendering
package import GradeModel
import SystemSupport

/// What the base price comes to for an area that was put into the box below an answer.
package struct ValuePage {
    private let answer: ValueAnswer

    package init(_ answer: ValueAnswer) { self.answer = answer }

    /// - Parameter form: as it was filled in; nil where there is nothing it could ask for.
    package func page(_ form: ValueForm?, in frame: PageFrame) -> Page {
        let language = frame.language
        guard let found = answer.lookup.matches.first, answer.lookup.outcome == .found else {
            return SearchPage(
                SearchForm(
                    text: nil, county: answer.question.county, landType: nil, asOf: answer.question.asOf,
                    asPrinted: false, counties: []),
                in: frame
            ).answer(answer.lookup, offered: [], next: NextSteps())
        }
        let place = found.match
        let area: Sentence = "\(answer.question.area.text)\(answer.question.area.unit.rawValue)"
        let content: View = [
            "heading": .sentence(language.heading(place)),
            "place": .sentence(language.heading(place)),
            "place_url": .text(orNothing: place.place.map { frame.link.place($0, asOf: answer.question.asOf) }),
            "area": .sentence(area),
            "warnings": .sentences(EditionWarnings.texts(found.landTypes, language)),
            "refusal": answer.outcome == .valued ? .nothing : .sentence(language.refusal(answer)),
            "values": .views(answer.values.map { view($0, language) }),
            "remarks": .sentences(answer.remarks(in: language)),
            "citation_heading": .sentence(frame.word(.citation)),
            "citations": .sentences(CitationText.editions(of: answer).map { language.citation($0) }),
            "form": .view(orNothing: form.map { $0.view(in: frame) }),
        ]
        return Page("value", title: "\(place.village ?? place.township) \(area)", content, in: frame)
    }

    private func view(_ value: ParcelValue, _ language: Language) -> View {
        let landType = answer.landTypeAnswer?.landType ?? value.price.landType
        var steps = [(language.labels.basePrice, language.price(value.price))]
        if let converted = value.converted { steps.append((language.convertedLabel, language.converted(converted))) }
        if let correction = value.correction { steps.append((language.termLabel, language.correction(correction))) }
        steps.append((language.sumLabel, language.sum(value, answer.question.area)))
        return [
            "subject": .sentence(language.subject(value, landType, answer.subtype)),
            "total": .sentence(language.total(value)),
            "disputed": .flag(value.reading != .undisputed),
            "steps": .views(steps.map { ["label": .sentence($0.0), "value": .sentence($0.1)] }),
        ]
    }
}

/// The box for an area: land type, area, unit, and the years left.
package struct ValueForm: Sendable {
    let place: Place
    let asOf: CalendarDate?
    /// What there is a price of: `果园`, `林地`.
    let priced: [String]
    let landType: String?
    let area: String?
    let unit: String?
    let years: String?

    package init(
        place: Place, asOf: CalendarDate?, priced: [String], landType: String? = nil, area: String? = nil,
        unit: String? = nil, years: String? = nil
    ) {
        self.place = place
        self.asOf = asOf
        self.priced = priced
        self.landType = landType
        self.area = area
        self.unit = unit
        self.years = years
    }

    /// Of the place that was found; nil where the edition has no price for any of its grades.
    init?(_ found: PlaceAnswer, asOf: CalendarDate?) {
        guard let place = found.match.place else { return nil }
        let priced = Self.priced(found)
        guard !priced.isEmpty else { return nil }
        self.init(place: place, asOf: asOf, priced: priced)
    }

    package static func priced(_ found: PlaceAnswer) -> [String] {
        var names: [String] = []
        for answer in found.landTypes {
            for price in answer.prices + answer.parts.flatMap(\.prices) {
                let name = price.subtype ?? price.landType.name
                if !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    func view(in frame: PageFrame) -> View {
        [
            "action": .text("/value"),
            "hidden": .views(
                [
                    ("county", place.county.code), ("township", place.township), ("village", place.village),
                    ("as_of", asOf?.description ?? ""),
                ].filter { !$0.1.isEmpty }.map { ["name": .text($0.0), "value": .text($0.1)] }),
            "choices": .views(
                priced.map { name in
                    ["value": .text(name), "text": .sentence("\(name)"), "chosen": .flag(name == landType)]
                }),
            "units": .views(
                AreaUnit.allCases.map { unit in
                    [
                        "value": .text(unit.rawValue), "text": .sentence("\(unit.rawValue)"),
                        "chosen": .flag(unit.rawValue == (self.unit ?? AreaUnit.mu.rawValue)),
                    ]
                }),
            "area_text": .text(area ?? ""),
            "years_text": .text(years ?? ""),
        ]
    }
}
