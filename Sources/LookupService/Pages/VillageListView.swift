import AnswerRendering
import GradeLookup
import GradeModel
import SystemSupport

/// The villages of a county, narrowed by a form: how many there are, a part of them, and the way to the others and to the
/// files with all of them.
struct VillageListView {
    private let edition: ListedEdition
    private let county: County
    private let date: CalendarDate?
    private let filter: VillageFilter
    private let part: ListPart
    private let offersWorkbooks: Bool
    private let gradedIn: [VillageRow]

    /// - Parameter gradedIn: every village, whose land types and grades are offered.
    init(
        _ edition: ListedEdition, _ county: County, asOf date: CalendarDate?, _ filter: VillageFilter, _ part: ListPart,
        offersWorkbooks: Bool, gradedIn: [VillageRow]
    ) {
        self.edition = edition
        self.county = county
        self.date = date
        self.filter = filter
        self.part = part
        self.offersWorkbooks = offersWorkbooks
        self.gradedIn = gradedIn
    }

    func view(in frame: PageFrame) throws(Problem) -> View {
        let rows = edition.villages(filter)
        let range = try part.range(of: rows.count)
        return [
            "county_code": .text(county.code), "date": .text(orNothing: date?.description),
            "townships": .views(
                edition.townshipNames.map { Choices.one($0, "\($0)", isChosen: $0 == filter.township) }),
            "land_types": .views(
                landTypes.map {
                    Choices.one($0.rawValue, frame.language.word($0), isChosen: $0 == filter.landType)
                }),
            "grades": .views(
                grades.map {
                    Choices.one(String($0.rawValue), frame.language.word($0), isChosen: $0 == filter.grade)
                }),
            "disputes": .views([
                Choices.one("true", frame.word(.onlyDisputed), isChosen: filter.disputed == true),
                Choices.one("false", frame.word(.noneDisputed), isChosen: filter.disputed == false),
            ]),
            "found": .sentence(Self.found(rows).sentence(in: frame.language)),
            "clear": filter == VillageFilter()
                ? .nothing : .text(frame.link.villages(of: county, VillageFilter(), asOf: date)),
            "downloads": rows.isEmpty
                ? .nothing
                : .view(
                    Downloads(county, filter, asOf: date, offersWorkbooks: offersWorkbooks).view(in: frame)),
            "table": rows.isEmpty
                ? .nothing
                : .view(
                    VillageTableView(rows, showing: range).view(in: frame, asOf: date, withTownship: true)),
            "pages": .view(orNothing: pages(rows.count, range, in: frame)),
        ]
    }

    static func found(_ rows: [VillageRow]) -> PageNote {
        .found(villages: rows.count { $0.village != nil }, townships: rows.count { $0.village == nil })
    }

    private var landTypes: [LandType] {
        LandType.allCases.filter { landType in
            gradedIn.contains { row in row[landType].map { !$0.held.isEmpty } ?? false }
        }
    }

    /// The one that is asked for too, where no village holds it.
    private var grades: [Grade] {
        let held = gradedIn.flatMap { $0.grades.flatMap(\.held).map(\.grade) }
        return Set(held + (filter.grade.map { [$0] } ?? [])).sorted()
    }

    /// Nil where there is one page and it is shown.
    private func pages(_ count: Int, _ range: Range<Int>, in frame: PageFrame) -> View? {
        guard count > ListPart.size else { return nil }
        func link(_ page: Int) -> View.Value {
            guard case .page(let number) = part, (1...ListPart.pages(of: count)).contains(number + page) else {
                return .nothing
            }
            return .text(frame.link.villages(of: county, filter, asOf: date, page: String(number + page)))
        }
        let shown = PageNote.shown(range.lowerBound + 1, range.upperBound, of: count).sentence(in: frame.language)
        return [
            "shown": .sentence(shown), "previous": link(-1), "next": link(1),
            "all": part == .all
                ? .nothing : .text(frame.link.villages(of: county, filter, asOf: date, page: "all")),
            "by_page": part == .all ? .text(frame.link.villages(of: county, filter, asOf: date)) : .nothing,
        ]
    }
}

extension Choices {
    fileprivate static func one(_ value: String, _ text: Sentence, isChosen: Bool) -> View {
        ["value": .text(value), "text": .sentence(text), "chosen": .flag(isChosen)]
    }
}

/// The links to the files that hold what a list shows.
struct Downloads {
    private let county: County
    private let filter: VillageFilter
    private let date: CalendarDate?
    private let offersWorkbooks: Bool

    init(_ county: County, _ filter: VillageFilter, asOf date: CalendarDate?, offersWorkbooks: Bool) {
        self.county = county
        self.filter = filter
        self.date = date
        self.offersWorkbooks = offersWorkbooks
    }

    func view(in frame: PageFrame) -> View {
        func link(_ format: VillageListFormat) -> String {
            let parameters = PageLink.parameters(of: county, filter, asOf: date) + [("format", format.rawValue)]
            return frame.link.path("/v1/villages", parameters)
        }
        return ["csv": .text(link(.csv)), "xlsx": offersWorkbooks ? .text(link(.xlsx)) : .nothing]
    }
}

extension PageLink {
    static func parameters(
        of county: County, _ filter: VillageFilter, asOf date: CalendarDate?
    ) -> [(name: String, value: String?)] {
        [
            ("county", county.code), ("township", filter.township), ("land_type", filter.landType?.rawValue),
            ("grade", filter.grade.map { String($0.rawValue) }), ("disputed", filter.disputed.map(String.init)),
            ("as_of", date?.description),
        ]
    }

    /// The list of villages on the page of their county.
    func villages(of county: County, _ filter: VillageFilter, asOf date: CalendarDate?, page: String? = nil) -> String {
        path("/browse", Self.parameters(of: county, filter, asOf: date) + [("page", page)]) + "#villages"
    }
}
