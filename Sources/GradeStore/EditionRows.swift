import GradeModel
import SQLite

/// The insert statements of a generation, prepared once.
struct EditionRows {
    private let meta: Statement
    private let county: Statement
    private let edition: Statement
    private let definition: Statement
    private let price: Statement
    private let rate: Statement
    private let erratum: Statement
    private let township: Statement
    private let editionTownship: Statement
    private let village: Statement
    private let alias: Statement
    private let grade: Statement
    private let scopedGrade: Statement
    private let gradePeriods: GradePeriodRows
    private let graded: Statement
    private let nameKey: Statement
    private let path: String

    init(_ connection: Connection) throws(SQLiteError) {
        func insert(_ table: String, _ columns: Int) throws(SQLiteError) -> Statement {
            let marks = Array(repeating: "?", count: columns).joined(separator: ",")
            return try connection.prepare("INSERT INTO \(table) VALUES (\(marks))")
        }
        meta = try insert("meta", 2)
        county = try insert("county", 7)
        edition = try insert("edition", 17)
        definition = try insert("definition", 8)
        price = try insert("price", 8)
        rate = try insert("rate", 6)
        erratum = try insert("erratum", 7)
        township = try insert("township", 3)
        editionTownship = try insert("edition_township", 5)
        village = try insert("village", 4)
        alias = try insert("alias", 6)
        grade = try insert("grade", 11)
        scopedGrade = try insert("scoped_grade", 13)
        gradePeriods = try GradePeriodRows(connection)
        graded = try insert("graded", 5)
        nameKey = try insert("name_key", 3)
        path = connection.path
    }

    /// Binds and runs a statement.
    private func write(_ body: () throws(SQLiteError) -> Void) throws(StoreError) { try StoreError.of(path, body) }

    func addMeta(_ key: String, _ value: String) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try meta.bind(1, key)
            try meta.bind(2, value)
            try meta.runOnce()
        }
    }

    func addKey(_ key: String, ofTownship: Bool, countyID: Int) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try nameKey.bind(1, key)
            try nameKey.bind(2, ofTownship ? 1 : 0)
            try nameKey.bind(3, countyID)
            try nameKey.runOnce()
        }
    }

    /// - Parameter villages: the ids of its villages, which follow each other.
    func add(_ county: County, id: Int, villages: Range<Int>) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try self.county.bind(1, id)
            try self.county.bind(2, county.code)
            try self.county.bind(3, county.name)
            try self.county.bind(4, county.province)
            try self.county.bind(5, county.prefecture)
            try self.county.bind(6, villages.lowerBound)
            try self.county.bind(7, villages.count)
            try self.county.runOnce()
        }
    }

    func addTownship(id: Int, countyID: Int, name: String) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try township.bind(1, id)
            try township.bind(2, countyID)
            try township.bind(3, name)
            try township.runOnce()
        }
    }

    func addVillage(id: Int, townshipID: Int, name: String, kind: PlaceKind) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try village.bind(1, id)
            try village.bind(2, townshipID)
            try village.bind(3, name)
            try village.bind(4, kind.rawValue)
            try village.runOnce()
        }
    }

    /// - Parameter periods: in which it is its county's answer.
    func add(
        _ sourced: SourcedEdition, id: Int, countyID: Int, names: CountyNames, periods: [ForcePeriod]
    ) throws(StoreError) {
        let edition = sourced.edition
        try add(edition.document, of: sourced, id: id, countyID: countyID)
        for definition in edition.definitions { try add(definition, editionID: id) }
        for (index, price) in edition.prices.enumerated() { try add(price, number: index, editionID: id) }
        for (index, rate) in edition.rates.enumerated() { try add(rate, number: index, editionID: id) }
        for (index, erratum) in edition.errata.enumerated() { try add(erratum, number: index, editionID: id) }
        for entry in edition.townships {
            let place = try names.id(township: entry.name, in: edition)
            try write { () throws(SQLiteError) in
                try editionTownship.bind(1, id)
                try editionTownship.bind(2, entry.order)
                try editionTownship.bind(3, place)
                try editionTownship.bind(4, entry.pinyin)
                try editionTownship.bind(5, entry.code)
                try editionTownship.runOnce()
            }
        }
        for (index, entry) in edition.aliases.enumerated() {
            let place = try names.id(village: entry.village, township: entry.township, in: edition)
            try write { () throws(SQLiteError) in
                try alias.bind(1, id)
                try alias.bind(2, index)
                try alias.bind(3, place)
                try alias.bind(4, entry.alias)
                try alias.bind(5, entry.kind.rawValue)
                try alias.bind(6, entry.source)
                try alias.runOnce()
            }
        }
        try add(edition.grades, of: edition, id: id, names: names)
        try write { () throws(SQLiteError) in try gradePeriods.add(edition, id: id, periods: periods) }
    }

    private func add(
        _ document: Document, of sourced: SourcedEdition, id: Int, countyID: Int
    ) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try edition.bind(1, id)
            try edition.bind(2, countyID)
            try edition.bind(3, sourced.edition.id.text)
            try edition.bind(4, document.number)
            try edition.bind(5, document.registration)
            try edition.bind(6, document.title)
            try edition.bind(7, document.issuer)
            try edition.bind(8, document.issued.description)
            try edition.bind(9, document.publication)
            try edition.bind(10, sourced.packageSHA256)
            try edition.bind(11, sourced.origin.text)
            try edition.bind(12, sourced.withdrawn?.description)
            try edition.bind(13, document.effective?.description)
            try edition.bind(14, document.expires?.description)
            try edition.bind(15, sourced.edition.rights)
            try edition.bind(16, document.factorTables)
            try edition.bind(17, sourced.edition.grades.count { $0.scope != .village })
            try edition.runOnce()
        }
    }

    private func add(_ entry: Definition, editionID: Int) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try definition.bind(1, editionID)
            try definition.bind(2, entry.landType.rawValue)
            try definition.bind(3, entry.rights)
            try definition.bind(4, entry.termYears)
            try definition.bind(5, entry.term)
            try definition.bind(6, entry.infrastructure)
            try definition.bind(7, entry.valuationDate.description)
            try definition.bind(8, entry.source.description)
            try definition.runOnce()
        }
    }

    private func add(_ entry: BasePrice, number: Int, editionID: Int) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try price.bind(1, editionID)
            try price.bind(2, number)
            try price.bind(3, entry.landType.rawValue)
            try price.bind(4, entry.subtype)
            try price.bind(5, entry.grade.rawValue)
            try price.bind(6, entry.amount)
            try price.bind(7, entry.unit)
            try price.bind(8, entry.source?.description)
            try price.runOnce()
        }
    }

    private func add(_ entry: CapitalizationRate, number: Int, editionID: Int) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try rate.bind(1, editionID)
            try rate.bind(2, number)
            try rate.bind(3, entry.landType.rawValue)
            try rate.bind(4, entry.subtype)
            try rate.bind(5, entry.percent)
            try rate.bind(6, entry.source.description)
            try rate.runOnce()
        }
    }

    private func add(_ entry: Erratum, number: Int, editionID: Int) throws(StoreError) {
        try write { () throws(SQLiteError) in
            try erratum.bind(1, editionID)
            try erratum.bind(2, number)
            try erratum.bind(3, entry.id)
            try erratum.bind(4, entry.printed)
            try erratum.bind(5, entry.held)
            try erratum.bind(6, entry.evidence)
            try erratum.bind(7, entry.status.rawValue)
            try erratum.runOnce()
        }
    }

    private func add(
        _ entries: [GradeEntry], of edition: Edition, id: Int, names: CountyNames
    ) throws(StoreError) {
        var tables: [LandType: (table: String, entries: Int)] = [:]
        var bytes = GradeBytes(names.villageIDs)
        let disputes = Disputes(edition.errata)
        for (index, entry) in entries.enumerated() {
            // That the edition grades the land type, whatever its entries are about.
            tables[entry.landType, default: (entry.source.table, 0)].entries += entry.scope == .village ? 1 : 0
            let isDisputed = disputes.contains(entry)
            let township = entry.scope == .village ? nil : try names.id(township: entry.township, in: edition)
            let village = try entry.village.map { name throws(StoreError) in
                try names.id(village: name, township: entry.township, in: edition)
            }
            // Only where it is another than the village's own.
            let kind = village.flatMap(names.kind(ofVillage:)) == entry.kind ? nil : entry.kind?.rawValue
            try write { () throws(SQLiteError) in
                let statement = entry.scope == .village ? grade : scopedGrade
                try statement.bind(1, village)
                try statement.bind(2, id)
                try statement.bind(3, entry.landType.rawValue)
                try statement.bind(4, entry.grade.rawValue)
                try statement.bind(5, entry.printedGrade.rawValue)
                try statement.bind(6, isDisputed ? 1 : 0)
                try statement.bind(7, entry.erratum)
                try statement.bind(8, entry.source.table)
                try statement.bind(9, entry.source.row)
                try statement.bind(10, index)
                try statement.bind(11, kind)
                if let township {
                    try statement.bind(12, entry.part)
                    try statement.bind(13, township)
                }
                try statement.runOnce()
            }
            if entry.scope == .village, let village { bytes.set(entry.grade, entry.landType, ofVillage: village) }
        }
        for (landType, counted) in tables {
            try write { () throws(SQLiteError) in
                try graded.bind(1, id)
                try graded.bind(2, landType.rawValue)
                try graded.bind(3, counted.table)
                try graded.bind(4, counted.entries)
                try graded.bind(5, blob: bytes.of(landType))
                try graded.runOnce()
            }
        }
    }
}
