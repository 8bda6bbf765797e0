import GradeModel

/// The insert statements of a generation, prepared once.
struct EditionRows {
    private let meta: Statement
    private let county: Statement
    private let edition: Statement
    private let definition: Statement
    private let price: Statement
    private let erratum: Statement
    private let township: Statement
    private let editionTownship: Statement
    private let village: Statement
    private let alias: Statement
    private let grade: Statement
    private let graded: Statement
    private let nameKey: Statement

    init(_ connection: borrowing Connection) throws(StoreError) {
        func insert(_ table: String, _ columns: Int, in connection: borrowing Connection) throws(StoreError)
            -> Statement
        {
            let marks = Array(repeating: "?", count: columns).joined(separator: ",")
            return try connection.prepare("INSERT INTO \(table) VALUES (\(marks))")
        }
        meta = try insert("meta", 2, in: connection)
        county = try insert("county", 7, in: connection)
        edition = try insert("edition", 12, in: connection)
        definition = try insert("definition", 7, in: connection)
        price = try insert("price", 5, in: connection)
        erratum = try insert("erratum", 7, in: connection)
        township = try insert("township", 3, in: connection)
        editionTownship = try insert("edition_township", 5, in: connection)
        village = try insert("village", 4, in: connection)
        alias = try insert("alias", 6, in: connection)
        grade = try insert("grade", 10, in: connection)
        graded = try insert("graded", 5, in: connection)
        nameKey = try insert("name_key", 3, in: connection)
    }

    func addMeta(_ key: String, _ value: String) throws(StoreError) {
        try meta.bind(1, key)
        try meta.bind(2, value)
        try meta.runOnce()
    }

    func addKey(_ key: String, ofTownship: Bool, countyID: Int) throws(StoreError) {
        try nameKey.bind(1, key)
        try nameKey.bind(2, ofTownship ? 1 : 0)
        try nameKey.bind(3, countyID)
        try nameKey.runOnce()
    }

    /// - Parameter villages: the ids of its villages, which follow each other.
    func add(_ county: County, id: Int, villages: Range<Int>) throws(StoreError) {
        try self.county.bind(1, id)
        try self.county.bind(2, county.code)
        try self.county.bind(3, county.name)
        try self.county.bind(4, county.province)
        try self.county.bind(5, county.prefecture)
        try self.county.bind(6, villages.lowerBound)
        try self.county.bind(7, villages.count)
        try self.county.runOnce()
    }

    func addTownship(id: Int, countyID: Int, name: String) throws(StoreError) {
        try township.bind(1, id)
        try township.bind(2, countyID)
        try township.bind(3, name)
        try township.runOnce()
    }

    func addVillage(id: Int, townshipID: Int, name: String, kind: PlaceKind) throws(StoreError) {
        try village.bind(1, id)
        try village.bind(2, townshipID)
        try village.bind(3, name)
        try village.bind(4, kind.rawValue)
        try village.runOnce()
    }

    func add(_ sourced: SourcedEdition, id: Int, countyID: Int, names: CountyNames) throws(StoreError) {
        let edition = sourced.edition
        if let part = EditionPart(in: edition) { throw .cannotHold(edition: edition.id, part) }
        try add(edition.document, of: sourced, id: id, countyID: countyID)
        for definition in edition.definitions { try add(definition, editionID: id) }
        for price in edition.prices { try add(price, editionID: id) }
        for (index, erratum) in edition.errata.enumerated() { try add(erratum, number: index, editionID: id) }
        for entry in edition.townships {
            try editionTownship.bind(1, id)
            try editionTownship.bind(2, entry.order)
            try editionTownship.bind(3, try names.id(township: entry.name, in: edition))
            try editionTownship.bind(4, entry.pinyin)
            try editionTownship.bind(5, entry.code)
            try editionTownship.runOnce()
        }
        for (index, entry) in edition.aliases.enumerated() {
            try alias.bind(1, id)
            try alias.bind(2, index)
            try alias.bind(3, try names.id(village: entry.village, township: entry.township, in: edition))
            try alias.bind(4, entry.alias)
            try alias.bind(5, entry.kind.rawValue)
            try alias.bind(6, entry.source)
            try alias.runOnce()
        }
        try add(edition.grades, of: edition, id: id, names: names)
    }

    private func add(
        _ document: Document, of sourced: SourcedEdition, id: Int, countyID: Int
    ) throws(StoreError) {
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
        try edition.runOnce()
    }

    private func add(_ entry: Definition, editionID: Int) throws(StoreError) {
        try definition.bind(1, editionID)
        try definition.bind(2, entry.landType.rawValue)
        try definition.bind(3, entry.rights)
        try definition.bind(4, entry.termYears)
        try definition.bind(5, entry.infrastructure)
        try definition.bind(6, entry.valuationDate.description)
        try definition.bind(7, entry.source.description)
        try definition.runOnce()
    }

    private func add(_ entry: BasePrice, editionID: Int) throws(StoreError) {
        try price.bind(1, editionID)
        try price.bind(2, entry.landType.rawValue)
        try price.bind(3, entry.grade.rawValue)
        try price.bind(4, entry.amount)
        try price.bind(5, entry.unit)
        try price.runOnce()
    }

    private func add(_ entry: Erratum, number: Int, editionID: Int) throws(StoreError) {
        try erratum.bind(1, editionID)
        try erratum.bind(2, number)
        try erratum.bind(3, entry.id)
        try erratum.bind(4, entry.printed)
        try erratum.bind(5, entry.held)
        try erratum.bind(6, entry.evidence)
        try erratum.bind(7, entry.status.rawValue)
        try erratum.runOnce()
    }

    private func add(
        _ entries: [GradeEntry], of edition: Edition, id: Int, names: CountyNames
    ) throws(StoreError) {
        var tables: [LandType: (table: String, entries: Int)] = [:]
        var bytes = GradeBytes(names.villageIDs)
        for (index, entry) in entries.enumerated() {
            let village = try names.id(village: entry.village, township: entry.township, in: edition)
            try grade.bind(1, village)
            try grade.bind(2, id)
            try grade.bind(3, entry.landType.rawValue)
            try grade.bind(4, entry.grade.rawValue)
            try grade.bind(5, entry.printedGrade.rawValue)
            try grade.bind(6, entry.erratum)
            try grade.bind(7, entry.source.table)
            try grade.bind(8, entry.source.row)
            try grade.bind(9, index)
            try grade.bind(10, entry.kind == names.kind(ofVillage: village) ? nil : entry.kind.rawValue)
            try grade.runOnce()
            tables[entry.landType, default: (entry.source.table, 0)].entries += 1
            bytes.set(entry.grade, entry.landType, ofVillage: village)
        }
        for (landType, counted) in tables {
            try graded.bind(1, id)
            try graded.bind(2, landType.rawValue)
            try graded.bind(3, counted.table)
            try graded.bind(4, counted.entries)
            try graded.bind(5, bytes.bytes[landType] ?? [])
            try graded.runOnce()
        }
    }
}
