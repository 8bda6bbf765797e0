import GradeModel

/// Rows that call their land as an edition does and no standard: which land type it is, the edition of the row's county says.
/// For one thread.
struct PricedRows: Sendable {
    private let pricedKinds: PricedKinds
    /// By county and kind: `landTypes` by its number.
    private var table = NumberTable()
    /// Numbers of land types, or `none`.
    private var landTypes: [Int] = []

    /// The row's land type is unknown: no place was found, or its edition does not have the kind under one land type.
    static let none = -1
    static let notKnown = -2

    init(_ pricedKinds: PricedKinds) { self.pricedKinds = pricedKinds }

    /// The number of the row's land type, `none`, or `notKnown` where `find` has to be asked.
    ///
    /// - Parameter found: nil where the place has not been asked for.
    func known(_ reading: Declarations.Reading, _ found: RowPlaces.Found?, _ places: borrowing RowPlaces) -> Int {
        guard let found else { return Self.notKnown }
        guard let place = Self.place(found, places) else { return Self.none }
        let number = table.find(Self.key(reading, township: place, places))
        return number < 0 ? Self.notKnown : Self.landType(landTypes[number], found, places)
    }

    /// - Parameter kinds: of `Declarations`.
    mutating func find(
        _ reading: Declarations.Reading, _ kinds: [LandKind], _ found: RowPlaces.Found, _ places: borrowing RowPlaces
    ) throws -> Int {
        guard let place = Self.place(found, places), let county = places.known.counties[place] else {
            return Self.none
        }
        let key = Self.key(reading, township: place, places)
        if table.find(key) < 0 {
            let landType = try pricedKinds.landType(kinds[reading.kind].name, in: county)
            table.insert(key)
            landTypes.append(landType.flatMap { LandType.allCases.firstIndex(of: $0) } ?? Self.none)
        }
        return Self.landType(landTypes[table.find(key)], found, places)
    }

    /// The township that tells the county, as `KnownPlaces` numbers it: that of the place, or one that is graded as a whole.
    private static func place(_ found: RowPlaces.Found, _ places: borrowing RowPlaces) -> Int? {
        let number = found.isPlace ? found.number : Int(places.failures[found.number].whole)
        return number < 0 ? nil : Int(places.known.township[number])
    }

    /// A township says nothing of a row without a village where it is not graded as a whole for this land type.
    private static func landType(_ number: Int, _ found: RowPlaces.Found, _ places: borrowing RowPlaces) -> Int {
        if number < 0 || found.isPlace { return number }
        return places.whole(places.failures[found.number], number) == nil ? none : number
    }

    private static func key(_ reading: Declarations.Reading, township: Int, _ places: borrowing RowPlaces) -> UInt64 {
        places.known.countyCodes[township] | UInt64(truncatingIfNeeded: reading.kind) &<< 48
    }
}
