package import GradeModel
package import GradeStore
import AnswerRendering
import SystemSupport

/// The townships of a county, with how its grades are spread.
package struct CountyPage {
    private let county: County
    private let counties: [County]
    private let date: CalendarDate?

    /// - Parameter counties: those to choose from.
    package init(_ county: County, of counties: [County], asOf date: CalendarDate?) {
        self.county = county
        self.counties = counties
        self.date = date
    }

    /// - Parameter townships: nil: no edition was in force.
    package func page(
        _ townships: [TownshipRow]?, _ grades: [GradeRow]?, _ edition: EditionRecord?, in frame: PageFrame
    ) -> Page {
        let language = frame.language
        let labels = language.listLabels
        let graded = LandType.allCases.filter { landType in
            townships?.contains { $0.entries[landType] != nil } ?? false
        }
        let table: View = [
            "header": .sentences([labels.township, labels.pinyin]),
            "number_header": .sentences([labels.villages] + graded.map { language.word($0) }),
            "rows": .views(
                (townships ?? []).map { row in
                    [
                        "name": .sentence("\(row.name)"),
                        "url": .text(frame.link.township(row.name, of: county, asOf: date)),
                        "pinyin": .sentence("\(row.pinyin)"),
                        "numbers": .sentences(
                            ["\(row.villages)"]
                                + graded.map { row.cell($0, in: language) }),
                    ]
                }),
        ]
        return Page(
            "county", title: "\(county.name)",
            [
                "county_name": .sentence("\(county.name)"), "code": .text(county.code),
                "county_choices": counties.count > 1
                    ? .view(Choices.counties(counties, chosen: county.code)) : .nothing,
                "date": .text(date?.description ?? ""), "action": .text("/browse"),
                "warnings": .sentences(EditionWarnings.texts(edition, frame.language)),
                "edition_label": .sentence(frame.editionLabel(date)), "edition_id": .text(orNothing: edition?.id.text),
                "edition_url": .text(frame.link.path("/editions")),
                "table": .view(orNothing: townships.map { _ in table }),
                "chart": .view(orNothing: grades.flatMap { GradeChart($0).view(in: frame) }),
                "prices": .view(orNothing: grades.flatMap { GradePrices($0).view(in: frame) }),
            ], in: frame)
    }
}

/// The villages of a township.
package struct TownshipPage {
    private let county: County
    private let township: String
    private let date: CalendarDate?

    package init(_ township: String, of county: County, asOf date: CalendarDate?) {
        self.county = county
        self.township = township
        self.date = date
    }

    /// - Parameters:
    ///   - villages: nil: no edition was in force.
    ///   - grades: of the county.
    package func page(
        _ villages: [VillageRow]?, _ grades: [GradeRow]?, _ edition: EditionRecord?, in frame: PageFrame
    ) -> Page {
        let chart = villages.flatMap { villages in
            edition.flatMap { GradeChart(county: county, edition: $0.id, villages).view(in: frame) }
        }
        return Page(
            "township", title: "\(township)",
            [
                "township_name": .sentence("\(township)"), "county_name": .sentence("\(county.name)"),
                "county_url": .text(frame.link.county(county, asOf: date)),
                "date": .text(date?.description ?? ""),
                "action": .text("/browse/\(county.code)/\(PageLink.encoded(township))"),
                "warnings": .sentences(EditionWarnings.texts(edition, frame.language)),
                "edition_label": .sentence(frame.editionLabel(date)), "edition_id": .text(orNothing: edition?.id.text),
                "edition_url": .text(frame.link.path("/editions")),
                "table": .view(
                    orNothing: villages.map {
                        VillageTableView($0).view(in: frame, asOf: date, withTownship: false)
                    }),
                "chart": .view(orNothing: chart),
                "prices": .view(orNothing: grades.flatMap { GradePrices($0).view(in: frame) }),
            ], in: frame)
    }
}

extension PageFrame {
    /// In front of an edition's id.
    fileprivate func editionLabel(_ date: CalendarDate?) -> Sentence {
        date.map { language.asOf($0) } ?? word(.edition)
    }
}
