public import GradeModel
import SQLite

/// What a county's gazetteer is made of: the names of all its editions together.
public struct GazetteerSource: Sendable {
    public let county: County
    public let townships: [TownshipEntry]
    public let villages: [Place]
    public let aliases: [Alias]
    /// Ids in the generation, by index of `villages`.
    let villageIDs: [Int]
}

/// Counties and names.
extension Generation {
    private static let countyColumns = "county.code, county.name, county.province, county.prefecture"

    private static func county(_ row: Statement, from column: Int32 = 0) throws(SQLiteError) -> County {
        County(
            code: try row.required(column), name: try row.required(column + 1),
            province: try row.text(column + 2), prefecture: try row.text(column + 3))
    }

    /// Every county, by code.
    public func counties() throws(StoreError) -> [County] {
        try read { () throws(SQLiteError) in try counties("SELECT \(Self.countyColumns) FROM county ORDER BY code", [])
        }
    }

    /// Those with this code or exactly this name; several counties can share a name.
    public func counties(named text: String) throws(StoreError) -> [County] {
        // A code is looked up in its index; only a name is worth going through all counties for.
        let column = County.isCode(text) ? "code" : "name"
        return try read { () throws(SQLiteError) in
            try counties("SELECT \(Self.countyColumns) FROM county WHERE \(column) = ? ORDER BY code", [text])
        }
    }

    private func counties(_ sql: String, _ parameters: [String]) throws(SQLiteError) -> [County] {
        let row = try connection.cachedStatement(sql)
        for (index, parameter) in parameters.enumerated() { try row.bind(Int32(index + 1), parameter) }
        var counties: [County] = []
        while try row.step() { counties.append(try Self.county(row)) }
        return counties
    }

    /// Places whose village (and township, if given) has exactly this name, in one county or in all.
    public func places(township: String?, village: String, county: County?) throws(StoreError) -> [Place] {
        try read { () throws(SQLiteError) in
            var sql = """
                SELECT \(Self.countyColumns), township.name, village.name, village.kind
                FROM village JOIN township ON township.id = village.township_id
                JOIN county ON county.id = township.county_id WHERE village.name = ?1
                """
            if township != nil { sql += " AND township.name = ?2" }
            if county != nil { sql += " AND county.code = ?3" }
            let row = try connection.cachedStatement(sql + " ORDER BY village.id")
            try row.bind(1, village)
            if let township { try row.bind(2, township) }
            if let county { try row.bind(3, county.code) }
            var places: [Place] = []
            while try row.step() { places.append(try Self.place(row, county: try Self.county(row), from: 4)) }
            return places
        }
    }

    /// Whether a township has exactly this name, in one county or in any, in whichever edition.
    public func hasTownship(_ name: String, in county: County?) throws(StoreError) -> Bool {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT EXISTS (SELECT 1 FROM county JOIN township ON township.county_id = county.id
                WHERE township.name = ?1 AND (?2 IS NULL OR county.code = ?2))
                """)
            try row.bind(1, name)
            try row.bind(2, county?.code)
            return try row.step() ? try row.requiredInteger(0) == 1 : false
        }
    }

    private static func place(_ row: Statement, county: County, from column: Int32) throws(SQLiteError) -> Place {
        Place(
            county: county, township: try row.required(column), village: try row.required(column + 1),
            kind: try row.meaning(PlaceKind(rawValue: try row.required(column + 2)), of: column + 2))
    }

    /// Counties for which a stored key of a township or village is among these.
    public func counties(townshipKeys: [String], villageKeys: [String]) throws(StoreError) -> [County] {
        try read { () throws(SQLiteError) in
            var found: Set<County> = []
            for (keys, ofTownship) in [(townshipKeys, 1), (villageKeys, 0)] {
                for key in keys {
                    let row = try connection.cachedStatement(
                        """
                        SELECT \(Self.countyColumns) FROM name_key JOIN county ON county.id = name_key.county_id
                        WHERE key = ? AND of_township = ?
                        """)
                    try row.bind(1, key)
                    try row.bind(2, ofTownship)
                    while try row.step() { found.insert(try Self.county(row)) }
                }
            }
            return found.sorted { $0.code < $1.code }
        }
    }

    /// What stands before a digit in the keys of names, before each of several, once each; nil where the name of a county
    /// has a digit. Keys that begin with a digit give an empty text.
    public func numberedNames() throws(StoreError) -> Set<String>? {
        try read { () throws(SQLiteError) in
            let counties = try connection.cachedStatement(
                """
                SELECT EXISTS (SELECT 1 FROM county
                WHERE name || ifnull(province, '') || ifnull(prefecture, '') GLOB '*[0-9０１２３４５６７８９]*')
                """)
            guard try counties.step(), try counties.requiredInteger(0) == 0 else { return nil }
            let row = try connection.cachedStatement("SELECT DISTINCT key FROM name_key WHERE key GLOB '*[0-9]*'")
            var found: Set<String> = []
            while try row.step() {
                let key = try row.required(0).unicodeScalars
                for place in key.indices where ("0"..."9").contains(key[place]) { found.insert(String(key[..<place])) }
            }
            return found
        }
    }

    /// Everything a gazetteer of this county needs; townships in the order of the edition in force.
    public func gazetteerSource(of county: County) throws(StoreError) -> GazetteerSource {
        try read { () throws(SQLiteError) in
            let villages = try villages(of: county)
            return GazetteerSource(
                county: county, townships: try townships(of: county), villages: villages.places,
                aliases: try aliases(of: county), villageIDs: villages.ids)
        }
    }

    private func townships(of county: County) throws(SQLiteError) -> [TownshipEntry] {
        let row = try connection.cachedStatement(
            """
            SELECT township.name, edition_township.pinyin, edition_township.code, edition_township.position, township.id
            FROM edition_township JOIN township ON township.id = edition_township.township_id
            JOIN edition ON edition.id = edition_township.edition_id
            JOIN county ON county.id = edition.county_id WHERE county.code = ?
            ORDER BY \(precedence), edition_township.position
            """)
        try row.bind(1, county.code)
        var seen: Set<Int> = []
        var townships: [TownshipEntry] = []
        while try row.step() {
            guard seen.insert(try row.requiredInteger(4)).inserted else { continue }
            townships.append(
                TownshipEntry(
                    name: try row.required(0), pinyin: try row.required(1), code: try row.text(2),
                    order: try row.requiredInteger(3)))
        }
        return townships
    }

    /// Ordered by their ids, which follow each other: read as they lie in the file.
    private func villages(of county: County) throws(SQLiteError) -> (ids: [Int], places: [Place]) {
        let names = try townshipNames(of: county)
        let extent = try connection.cachedStatement("SELECT first_village, villages FROM county WHERE code = ?")
        try extent.bind(1, county.code)
        guard try extent.step() else { return ([], []) }
        let first = try extent.requiredInteger(0), count = try extent.requiredInteger(1)
        let row = try connection.cachedStatement(
            "SELECT id, township_id, name, kind FROM village WHERE id >= ?1 AND id < ?1 + ?2")
        try row.bind(1, first)
        try row.bind(2, count)
        var places: [Place] = []
        var ids: [Int] = []
        // No county has more; a damaged file may say so.
        places.reserveCapacity(min(max(count, 0), 10_000))
        ids.reserveCapacity(min(max(count, 0), 10_000))
        // Villages mostly come township by township: its name is looked up once.
        var township: (id: Int, name: String) = (0, "")
        while try row.step() {
            let id = try row.requiredInteger(1)
            if id != township.id { township = (id, try row.meaning(names[id], of: 1)) }
            places.append(
                Place(
                    county: county, township: township.name, village: try row.required(2),
                    kind: try row.named(3, .placeKinds)))
            ids.append(try row.requiredInteger(0))
        }
        guard ids.count == count else {
            throw .damaged("\(county.code): villages are missing")
        }
        return (ids, places)
    }

    private func townshipNames(of county: County) throws(SQLiteError) -> [Int: String] {
        let row = try connection.cachedStatement(
            "SELECT township.id, township.name FROM county JOIN township ON county_id = county.id WHERE county.code = ?"
        )
        try row.bind(1, county.code)
        var names: [Int: String] = [:]
        while try row.step() { names[try row.requiredInteger(0)] = try row.required(1) }
        return names
    }

    private func aliases(of county: County) throws(SQLiteError) -> [Alias] {
        let row = try connection.cachedStatement(
            """
            SELECT township.name, alias.alias, village.name, alias.kind, alias.source FROM county
            JOIN edition ON edition.county_id = county.id JOIN alias ON alias.edition_id = edition.id
            JOIN village ON village.id = alias.village_id JOIN township ON township.id = village.township_id
            WHERE county.code = ? ORDER BY \(precedence), alias.number
            """)
        try row.bind(1, county.code)
        var aliases: [Alias] = []
        while try row.step() {
            let alias = try Self.alias(row)
            // Two editions may carry the same alias; the newest one's kind and source stand.
            let known = aliases.contains {
                $0.township == alias.township && $0.alias == alias.alias && $0.village == alias.village
            }
            if !known { aliases.append(alias) }
        }
        return aliases
    }

    static func alias(_ row: Statement) throws(SQLiteError) -> Alias {
        Alias(
            township: try row.required(0), alias: try row.required(1), village: try row.required(2),
            kind: try row.meaning(AliasKind(rawValue: try row.required(3)), of: 3), source: try row.required(4))
    }
}
