import AnswerRendering
import GradeLookup
import GradeModel
import GradeStore

/// The lists of a store as JSON: what the commands `list`, `define` and `editions` print.
struct Lists {
    private let listing: Listing
    private let renderer: AnswerRenderer

    init(_ listing: Listing, _ renderer: AnswerRenderer) {
        self.listing = listing
        self.renderer = renderer
    }

    func answer(_ inquiry: Inquiry) throws -> [UInt8] {
        switch inquiry {
        case .question, .value, .history: throw Problem.fault  // never a list
        case .townships(let county, let date):
            return renderer.render(
                try rows(county, date) { county throws(StoreError) in try listing.townships(of: county, asOf: date) })
        case .villages(let filter, let county, let date):
            return renderer.render(try villages(filter, county, date).rows)
        case .definitions(let county, let landType, let date):
            let rows = try rows(county, date) { county throws(StoreError) in
                try listing.definitions(of: county, landType: landType, asOf: date)
            }
            if rows.isEmpty, let landType { throw Problem.notDefined(landType) }
            return renderer.render(rows)
        case .difference(let old, let new, let landType, let township):
            return renderer.render(try comparison(old, new, landType, township))
        case .editions(let county):
            guard let county else { return renderer.render(try listing.editions()) }
            return renderer.render(try counties(county).flatMap { try listing.editions(of: $0) })
        }
    }

    /// As many counties as one answer lists without being asked for one of them.
    private static let mostCounties = 50

    /// With the editions that they are from.
    func villages(
        _ filter: VillageFilter, _ county: String?, _ date: CalendarDate?
    ) throws -> (rows: [VillageRow], editions: [EditionRecord]) {
        let counties = try counties(county)
        // A township's name narrows them to what one answer has room for.
        guard county != nil || filter.township != nil || counties.count <= Self.mostCounties else {
            throw Problem.missingParameter("county")
        }
        var rows: [VillageRow] = []
        var editions: [EditionRecord] = []
        var isKnown = filter.township == nil
        var names: [String] = []
        for county in counties {
            guard let edition = try listing.edition(of: county, asOf: date) else { continue }
            editions.append(edition.record)
            rows += edition.villages(filter)
            names = edition.townshipNames
            isKnown = isKnown || names.contains { $0 == filter.township }
        }
        guard !editions.isEmpty else { throw Problem.noEdition(county: county, date: date) }
        if let township = filter.township, !isKnown {
            throw Problem.unknownTownship(township, known: editions.count == 1 ? names : [])
        }
        return (rows, editions)
    }

    private func comparison(
        _ old: EditionID, _ new: EditionID, _ landType: LandType?, _ township: String?
    ) throws -> EditionComparison {
        guard let before = try listing.edition(old) else { throw Problem.unknownEdition(old.text) }
        guard let after = try listing.edition(new) else { throw Problem.unknownEdition(new.text) }
        let comparison: EditionComparison
        do throws(ComparisonError) {
            comparison = try EditionComparison(from: before, to: after)
        } catch { throw Problem.notComparable(error) }
        if let township, !comparison.old.townships.contains(township), !comparison.new.townships.contains(township) {
            throw Problem.unknownTownship(township)
        }
        return comparison.filtered(landType: landType, township: township)
    }

    private func counties(_ word: String?) throws -> [County] {
        let counties = try listing.counties(word)
        guard counties.isEmpty, let word else { return counties }
        throw Problem.unknownCounty(word, known: try listing.fewCounties.map(\.name))
    }

    /// The rows of every county in scope that had an edition on that day; one at least must have had.
    private func rows<Row>(
        _ county: String?, _ date: CalendarDate?, _ read: (County) throws(StoreError) -> [Row]?
    ) throws -> [Row] {
        let found = try counties(county).compactMap { try read($0) }
        guard !found.isEmpty else { throw Problem.noEdition(county: county, date: date) }
        return found.flatMap(\.self)
    }
}
