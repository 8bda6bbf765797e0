import GradeModel

/// The ids that a county's townships and villages get in a generation: one for each name, over all its editions.
struct CountyNames {
    let county: County
    let countyID: Int
    private(set) var lastVillage: Int
    private let firstVillage: Int
    private var townships: [String: Int] = [:]
    private var villages: [Int: [String: Int]] = [:]
    private var kinds: [Int: PlaceKind] = [:]

    /// - Parameter lastVillage: the id that a village was given last.
    init(county: County, countyID: Int, lastVillage: Int) {
        self.county = county
        self.countyID = countyID
        self.lastVillage = lastVillage
        firstVillage = lastVillage + 1
    }

    /// Those of the villages so far.
    var villageIDs: Range<Int> { firstVillage..<lastVillage + 1 }

    /// Township ids are unique over the store: 100,000 to each county, far above the 60 that the largest has.
    private var firstTownship: Int { countyID * 100_000 }

    mutating func add(_ edition: Edition, to rows: EditionRows) throws(StoreError) {
        for township in edition.townships where townships[township.name] == nil {
            let id = firstTownship + townships.count
            townships[township.name] = id
            try rows.addTownship(id: id, countyID: countyID, name: township.name)
        }
        for entry in edition.grades {
            let township = try id(township: entry.township, in: edition)
            guard let village = entry.village, villages[township]?[village] == nil else { continue }
            let kind = entry.kind ?? .other
            lastVillage += 1
            villages[township, default: [:]][village] = lastVillage
            kinds[lastVillage] = kind
            try rows.addVillage(id: lastVillage, townshipID: township, name: village, kind: kind)
        }
    }

    func id(township: String, in edition: Edition) throws(StoreError) -> Int {
        guard let id = townships[township] else {
            throw .damaged(path: edition.id.text, detail: "\(township) is not among its townships")
        }
        return id
    }

    func id(village: String, township: String, in edition: Edition) throws(StoreError) -> Int {
        guard let id = villages[try id(township: township, in: edition)]?[village] else {
            throw .damaged(path: edition.id.text, detail: "\(township) \(village) is in none of its tables")
        }
        return id
    }

    func kind(ofVillage id: Int) -> PlaceKind? { kinds[id] }

    /// The distinct keys under which this county is found.
    func keys(_ editions: [Edition], _ indexing: NameIndexing) -> Set<NameKeyRow> {
        var keys: Set<NameKeyRow> = []
        for township in editions.flatMap(\.townships) {
            for key in indexing.township(township) { keys.insert(NameKeyRow(text: key, ofTownship: true)) }
        }
        for (township, id) in townships {
            for (village, number) in villages[id] ?? [:] {
                let kind = kinds[number] ?? .other
                let place = Place(county: county, township: township, village: village, kind: kind)
                for key in indexing.village(place) { keys.insert(NameKeyRow(text: key, ofTownship: false)) }
            }
        }
        for alias in editions.flatMap(\.aliases) {
            for key in indexing.alias(alias) { keys.insert(NameKeyRow(text: key, ofTownship: false)) }
        }
        return keys
    }
}

struct NameKeyRow: Hashable {
    let text: String
    let ofTownship: Bool
}
