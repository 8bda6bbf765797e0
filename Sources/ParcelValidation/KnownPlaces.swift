import GradeModel
import PlaceMatching

/// The places one thread has met so far, in flat arrays: what is written of each and what the editions say of it.
struct KnownPlaces: Sendable {
    /// Three for each place, in the order of `LandType.allCases`.
    private(set) var facts: [LandFacts] = []
    /// Township and village, as written; by place.
    private(set) var names = Pieces()
    /// Index in `editions`, by place.
    private(set) var edition: [UInt32] = []
    private(set) var editions = Pieces()
    /// Index in `townshipNames`, by place.
    private(set) var township: [UInt32] = []
    /// Names of counties and townships, for the summary; 0 is for rows without a place.
    private(set) var townshipNames: [TownshipName] = [.none]
    /// The county of each of `townshipNames`, and its code as six bytes in the order of memory; 0 for none.
    private(set) var counties: [County?] = [nil]
    private(set) var countyCodes: [UInt64] = [0]

    private var editionIndex: [EditionID?: UInt32] = [:]
    /// Two counties of one name may have townships of one name.
    private var townshipIndex: [Township: UInt32] = [:]

    private struct Township: Hashable {
        let county: String
        let name: String
    }
    private var indices: [Place: UInt32] = [:]
    // Places come county by county and township by township.
    private var lastEdition: (id: EditionID?, number: UInt32)?
    private var lastTownship: UInt32 = 0

    var count: Int { edition.count }

    /// The number of a place, a new one if it has none yet; nil where it is none of the county's.
    mutating func index(of place: Place, in county: LoadedCounty, _ shape: RowShape) -> UInt32? {
        if let known = indices[place] { return known }
        guard let village = county.index(of: place) else { return nil }
        let index = append(PreparedPlace(village, in: county, shape), in: county, shape.writer)
        indices[place] = index
        return index
    }

    /// For places that are met once, when their county is loaded whole.
    mutating func append(_ place: PreparedPlace, in county: LoadedCounty, _ writer: any RowWriting) -> UInt32 {
        facts += place.facts
        names.append(place.written)
        let id = county.table.grades?.edition
        if let last = lastEdition, last.id == id {
            edition.append(last.number)
        } else if let known = editionIndex[id] {
            lastEdition = (id, known)
            edition.append(known)
        } else {
            let new = UInt32(editions.ranges.count)
            editions.append(writer.edition(id))
            editionIndex[id] = new
            lastEdition = (id, new)
            edition.append(new)
        }
        let owner = county.table.county
        if place.townshipName != townshipNames[Int(lastTownship)] || counties[Int(lastTownship)]?.code != owner.code {
            lastTownship = number(of: place.townshipName, owner)
        }
        township.append(lastTownship)
        return UInt32(edition.count - 1)
    }

    private mutating func number(of name: TownshipName, _ county: County) -> UInt32 {
        let key = Township(county: county.code, name: name.township)
        if let known = townshipIndex[key] { return known }
        let new = UInt32(townshipNames.count)
        townshipNames.append(name)
        counties.append(county)
        countyCodes.append(county.code.utf8.prefix(6).reversed().reduce(0) { $0 << 8 | UInt64($1) })
        townshipIndex[key] = new
        return new
    }
}

/// A township by name, in its county.
public struct TownshipName: Hashable, Sendable {
    public let county: String
    public let township: String

    /// Of rows that have no place.
    public static let none = TownshipName(county: "", township: "")
}
