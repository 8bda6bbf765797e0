package import GradeLookup
package import GradeModel
import AnswerRendering
import GradeStore
import SystemSupport

/// A county at a glance: how its grades are spread, in all and by township, and its villages.
package struct CountyPage {
    private let county: County
    private let counties: [County]
    private let date: CalendarDate?
    private let filter: VillageFilter
    private let part: ListPart
    private let offersWorkbooks: Bool

    /// - Parameters:
    ///   - counties: those to choose from.
    ///   - filter, part: of the list of villages.
    ///   - offersWorkbooks: the program that writes them is installed.
    package init(
        _ county: County, of counties: [County], asOf date: CalendarDate?, _ filter: VillageFilter, _ part: ListPart,
        offersWorkbooks: Bool
    ) {
        self.county = county
        self.counties = counties
        self.date = date
        self.filter = filter
        self.part = part
        self.offersWorkbooks = offersWorkbooks
    }

    /// - Parameter edition: nil: none was in force.
    package func page(_ edition: ListedEdition?, in frame: PageFrame) throws(Problem) -> Page {
        let rows = edition?.villages(VillageFilter()) ?? []
        let grades = edition?.grades(nil)
        var view: View = [
            "county_name": .sentence("\(county.name)"), "code": .text(county.code),
            "county_choices": counties.count > 1
                ? .view(Choices.counties(counties, chosen: county.code)) : .nothing,
            "date": .text(date?.description ?? ""), "action": .text("/browse"),
            "warnings": .sentences(EditionWarnings.texts(edition?.record, frame.language)),
            "map_url": .text(orNothing: frame.map(of: county, nil, asOf: date)),
            "edition_label": .sentence(frame.editionLabel(date)),
            "edition_id": .text(orNothing: edition?.record.id.text),
            "edition_url": .text(frame.link.path("/editions")),
            "sheet": .view(orNothing: edition.map { frame.sheetHead($0.record) }),
            "chart": .view(orNothing: grades.flatMap { GradeChart($0).view(in: frame) }),
            "prices": .view(orNothing: grades.flatMap { GradePrices($0).view(in: frame) }),
            "spread": .nothing, "villages": .nothing,
        ]
        if let edition {
            view["spread"] = .view(
                TownshipSpread(edition.townships, rows, of: county, asOf: date).view(in: frame))
            let list = VillageListView(
                edition, county, asOf: date, filter, part, offersWorkbooks: offersWorkbooks, gradedIn: rows)
            view["villages"] = .view(try list.view(in: frame))
        }
        return Page("county", title: "\(county.name)", view, in: frame)
    }
}

extension PageFrame {
    /// The address of the county's map, on which the village, if one is named, is outlined; nil: it has none.
    func map(
        of county: County, _ landType: LandType?, asOf date: CalendarDate?, township: String? = nil,
        village: String? = nil
    ) -> String? {
        guard generation?.hasMap(of: county) == true else { return nil }
        return link.map(of: county, landType, asOf: date, township: township, village: village)
    }

    /// In front of an edition's id.
    func editionLabel(_ date: CalendarDate?) -> Sentence { date.map { language.asOf($0) } ?? word(.edition) }

    /// What a printed sheet says of itself: the document, and the day on which it was asked.
    func sheetHead(_ edition: EditionRecord) -> View {
        [
            "document": .sentence(language.document(edition.document)),
            "issue": .sentence(language.issue(edition.document)),
            "day": .sentence(orNothing: today.map { PageNote.asked($0).sentence(in: language) }),
        ]
    }
}
