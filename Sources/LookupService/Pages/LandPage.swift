import AnswerRendering
package import GradeModel
package import GradeStore
import SystemSupport

/// What one county's edition says of a land type.
package struct CountyLand: Sendable {
    let county: County
    /// Nil: none was in force.
    let edition: EditionRecord?
    let definitions: [DefinitionRow]
    let grades: [GradeRow]

    package init(county: County, edition: EditionRecord?, definitions: [DefinitionRow], grades: [GradeRow]) {
        self.county = county
        self.edition = edition
        self.definitions = definitions
        self.grades = grades
    }
}

/// A land type: what its base price means, and how many villages have which grade.
package struct LandPage {
    private let landType: LandType
    private let grade: Grade?
    private let date: CalendarDate?

    /// - Parameter grade: the only one to show; nil: all.
    package init(_ landType: LandType, _ grade: Grade?, asOf date: CalendarDate?) {
        self.landType = landType
        self.grade = grade
        self.date = date
    }

    package func page(_ lands: [CountyLand], in frame: PageFrame) -> Page {
        let language = frame.language
        let name = language.word(landType)
        let title = grade.map { language.pick(zh: "\(language.word($0))\(name)", en: "\(name), \(language.word($0))") }
        return Page(
            "land", title: title ?? name,
            ["heading": .sentence(title ?? name), "lands": .views(lands.map { view($0, in: frame) })], in: frame)
    }

    private func view(_ land: CountyLand, in frame: PageFrame) -> View {
        let language = frame.language
        let rows = land.grades.filter { $0.count != nil && (grade == nil || $0.count?.grade == grade) }
        return [
            "county": .sentence("\(land.county.name)"), "code": .text(land.county.code),
            "anchor": .text("county-\(land.county.code)"),
            "county_url": .text(frame.link.county(land.county, asOf: date)),
            "edition_id": .text(orNothing: land.edition?.id.text),
            "edition_url": .text(frame.link.path("/editions") + "#\(land.edition?.id.text ?? "")"),
            "warnings": .sentences(EditionWarnings.texts(land.edition, language)),
            "definition": .views(fields(land.definitions, language)),
            "undefined": .sentence(
                orNothing: land.edition == nil
                    ? frame.word(.noEdition)
                    : land.definitions.isEmpty ? Notice.notDefined(landType).sentence(in: language) : nil),
            "table": .view(orNothing: rows.isEmpty ? nil : table(rows, land.county, in: frame)),
            "ungraded": .sentence(orNothing: rows.isEmpty && land.edition != nil ? ungraded(language) : nil),
        ]
    }

    private func fields(_ rows: [DefinitionRow], _ language: Language) -> [View] {
        guard !rows.isEmpty else { return [] }
        return DefinitionText.fields(rows.map(\.definition), in: language).map {
            ["label": .sentence($0.label), "value": .sentence($0.value)]
        }
    }

    private func ungraded(_ language: Language) -> Sentence {
        let name = language.word(landType)
        return grade.map {
            language.pick(
                zh: "现行成果的\(name)没有\(language.word($0))。", en: "The edition has no \(language.word($0)) of \(name).")
        } ?? language.ungraded([landType])
    }

    private func table(_ rows: [GradeRow], _ county: County, in frame: PageFrame) -> View {
        let language = frame.language, labels = language.listLabels
        let isPriced = rows.contains { $0.count?.prices.isEmpty == false }
        return [
            "grade_header": .sentence(labels.grade),
            "number_header": .sentences([labels.villages, labels.disputed]),
            "price_header": isPriced ? .sentence(language.labels.basePrice) : .nothing,
            "rows": .views(
                rows.compactMap { row in
                    row.count.map { count in
                        [
                            "grade": .sentence(language.word(count.grade)),
                            "url": .text(frame.link.villages(of: county, landType, count.grade, asOf: date)),
                            "entries": .sentence("\(count.entries)"), "disputed": .sentence("\(count.disputed)"),
                            "price": isPriced ? .sentence(row.price(in: language)) : .nothing,
                        ]
                    }
                }),
        ]
    }
}
