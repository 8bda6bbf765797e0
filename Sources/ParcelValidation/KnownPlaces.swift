import GradeModel
import PlaceMatching

/// The places one thread has met so far, in flat arrays: what is written of each and what the editions say of it.
struct KnownPlaces: Sendable {
    /// `landTypes` for each place, in the order of `LandType.allCases`.
    private(set) var facts: [LandFacts] = []
    static let landTypes = 3
    /// Township and village, as written; by place.
    private(set) var names: [RowPieces.Range] = []
    /// Ids of editions, as written.
    private(set) var editions: [RowPieces.Range] = []
    /// Index in `townshipNames`, by place.
    private(set) var township: [UInt32] = []
    /// Names of counties and townships, for the summary; 0 is for rows without a place.
    private(set) var townshipNames: [TownshipName] = [.none]
    /// A number for each of `townshipNames`, by which they follow each other: by county, and as its edition has them.
    private(set) var townshipOrder: [UInt64] = [.max]
    /// The county of each of `townshipNames`, and its code as six bytes in the order of memory; 0 for none.
    private(set) var counties: [County?] = [nil]
    private(set) var countyCodes: [UInt64] = [0]

    /// Index in `editions` of each of `townshipNames` but the first.
    private(set) var edition: [UInt32] = [0]

    /// Index in `prices` of each of `townshipNames`; 0 for none.
    private(set) var priceIndex: [UInt32] = [0]
    /// What counties publish; the first is of rows without a place.
    private(set) var prices: [CountyPrices] = [CountyPrices()]
    private var countyPrices: [String: UInt32] = [:]

    private var editionIndex: [EditionID?: UInt32] = [:]
    /// Two counties of one name may have townships of one name.
    private var townshipIndex: [Township: UInt32] = [:]

    private struct Township: Hashable {
        let county: String
        let name: String
    }
    private var indices: [Place: UInt32] = [:]
    /// Of townships as a whole.
    private var wholeIndices: [Township: UInt32] = [:]

    var count: Int { township.count }

    /// Keeps room for so many places with names of usual length.
    mutating func reserve(_ count: Int) {
        facts.reserveCapacity(count * LandType.allCases.count)
        names.reserveCapacity(count)
        township.reserveCapacity(count)
    }

    /// The number of a place, a new one if it has none yet; nil where it is none of the county's.
    mutating func index(
        of place: Place, in county: LoadedCounty, _ pieces: inout RowPieces, _ shape: RowShape
    ) -> UInt32? {
        if let known = indices[place] { return known }
        guard let village = county.index(of: place) else { return nil }
        let prepared = PreparedPlaces(CollectionOfOne(village), in: county, shape)
        let index = append(prepared, township: place.township, of: county, &pieces, shape)
        indices[place] = index
        return index
    }

    /// The number of a township as a whole; nil where the edition grades it so for no land type.
    mutating func index(
        ofTownship township: String, in county: LoadedCounty, _ pieces: inout RowPieces, _ shape: RowShape
    ) -> UInt32? {
        let name = Township(county: county.table.county.code, name: township)
        if let known = wholeIndices[name] { return known }
        guard let facts = county.grades.facts(ofTownship: township) else { return nil }
        let prepared = PreparedPlaces(township: township, facts: facts, of: county.table.county, shape)
        let index = append(prepared, township: township, of: county, &pieces, shape)
        wholeIndices[name] = index
        return index
    }

    /// Appends one place.
    private mutating func append(
        _ prepared: PreparedPlaces, township name: String, of county: LoadedCounty, _ pieces: inout RowPieces,
        _ shape: RowShape
    ) -> UInt32 {
        let name = Township(county: county.table.county.code, name: name)
        let known = townshipIndex[name]
        let index = append(prepared, of: county, township: known, &pieces, shape.writer)
        if known == nil { townshipIndex[name] = township[Int(index)] }
        return index
    }

    /// Places get the numbers that follow each other from the one returned. Those of a county loaded whole are met once.
    ///
    /// - Parameter known: the number of their township, if it has one; else all their townships get new ones. One that
    ///   comes twice is counted together in the end.
    mutating func append(
        _ new: PreparedPlaces, of county: LoadedCounty, township known: UInt32? = nil, _ pieces: inout RowPieces,
        _ writer: any RowWriting
    ) -> UInt32 {
        let first = UInt32(count)
        facts += new.facts
        let start = pieces.keep(new.written)
        for range in new.written.ranges {
            names.append(RowPieces.Range(offset: start + range.offset, count: UInt32(range.count)))
        }
        if let known {
            township.append(contentsOf: repeatElement(known, count: new.count))
        } else {
            let start = UInt32(townshipNames.count)
            let number = county.table.county.code.utf8.prefix(6).reduce(0) { $0 * 10 + UInt64($1 & 0x0F) }
            let code = county.table.county.code.utf8.prefix(6).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            let prices = index(ofPrices: county)
            let edition = self.number(of: county.table.grades?.edition, &pieces, writer)
            var next = 0
            for name in new.townshipNames {
                self.edition.append(edition)
                priceIndex.append(prices)
                townshipNames.append(name)
                // Places mostly come in the order of their townships.
                let townships = county.table.townships
                let place =
                    next < townships.count && townships[next].name.isWritten(as: name.township)
                    ? next : townships.firstIndex { $0.name.isWritten(as: name.township) }
                next = (place ?? next) + 1
                townshipOrder.append(number << 32 | UInt64(place ?? Int(UInt32.max)))
                counties.append(county.table.county)
                countyCodes.append(code)
            }
            for index in new.township { township.append(start + index) }
        }
        return first
    }

    private mutating func index(ofPrices county: LoadedCounty) -> UInt32 {
        guard let new = county.prices else { return 0 }
        if let known = countyPrices[county.table.county.code] { return known }
        let index = UInt32(prices.count)
        prices.append(new)
        countyPrices[county.table.county.code] = index
        return index
    }

    private mutating func number(of id: EditionID?, _ pieces: inout RowPieces, _ writer: any RowWriting) -> UInt32 {
        if let known = editionIndex[id] { return known }
        let new = UInt32(editions.count)
        editions.append(pieces.keep(writer.edition(id)))
        editionIndex[id] = new
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
