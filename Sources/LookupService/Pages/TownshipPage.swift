package import GradeLookup
package import GradeModel
import GradeStore
import SystemSupport

/// The villages of a township.
package struct TownshipPage {
    private let county: County
    private let township: String
    private let date: CalendarDate?
    private let offersWorkbooks: Bool

    /// - Parameter offersWorkbooks: the program that writes them is installed.
    package init(_ township: String, of county: County, asOf date: CalendarDate?, offersWorkbooks: Bool) {
        self.county = county
        self.township = township
        self.date = date
        self.offersWorkbooks = offersWorkbooks
    }

    /// - Parameter edition: nil: none was in force.
    package func page(_ edition: ListedEdition?, in frame: PageFrame) -> Page {
        let filter = VillageFilter(township: township)
        let villages = edition?.villages(filter) ?? []
        let table = VillageTableView(villages)
        return Page(
            "township", title: "\(township)",
            [
                "township_name": .sentence("\(township)"), "county_name": .sentence("\(county.name)"),
                "county_url": .text(frame.link.county(county, asOf: date)),
                "date": .text(date?.description ?? ""),
                "action": .text("/browse/\(county.code)/\(PageLink.encoded(township))"),
                "warnings": .sentences(EditionWarnings.texts(edition?.record, frame.language)),
                "edition_label": .sentence(frame.editionLabel(date)),
                "edition_id": .text(orNothing: edition?.record.id.text),
                "edition_url": .text(frame.link.path("/editions")),
                "sheet": .view(orNothing: edition.map { frame.sheetHead($0.record) }),
                "found": .sentence(VillageListView.found(villages).sentence(in: frame.language)),
                "downloads": .view(
                    Downloads(county, filter, asOf: date, offersWorkbooks: offersWorkbooks).view(in: frame)),
                "table": edition == nil
                    ? .nothing : .view(table.view(in: frame, asOf: date, withTownship: false)),
                "chart": .view(orNothing: GradeChart(villages).view(in: frame)),
                "prices": .view(orNothing: edition.flatMap { GradePrices($0.grades(nil)).view(in: frame) }),
            ], in: frame)
    }
}
