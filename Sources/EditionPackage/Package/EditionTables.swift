import GradeModel

/// The tables of a package, read cell by cell and then held against each other.
struct EditionTables {
    let definitions: [Located<Definition>]
    let grades: [Located<GradeEntry>]
    let aliases: [Located<Alias>]
    let errata: [Located<Erratum>]
    let townships: [Located<TownshipEntry>]
    let prices: [Located<BasePrice>]
    let rates: [Located<CapitalizationRate>]

    init(_ files: EditionFiles) throws(PackageError) {
        definitions = try DefinitionTable.read(try files.bytes(DefinitionTable.file))
        grades = try GradeTable.read(try files.bytes(GradeTable.file))
        aliases = try AliasTable.read(try files.bytes(AliasTable.file))
        errata = try ErratumTable.read(try files.bytes(ErratumTable.file))
        townships = try TownshipTable.read(try files.bytes(TownshipTable.file))
        prices = files.files[PriceTable.file] == nil ? [] : try PriceTable.read(try files.bytes(PriceTable.file))
        rates = files.files[RateTable.file] == nil ? [] : try RateTable.read(try files.bytes(RateTable.file))
    }

    func edition(_ package: DataPackage) throws(PackageError) -> Edition {
        try checkKeys()
        try checkGrades()
        try checkAliases()
        try checkErrata()
        try checkPrices()
        try checkRates()
        return Edition(
            id: package.id, county: package.county, document: package.document, rights: package.rights,
            definitions: definitions.map(\.row), grades: grades.map(\.row), aliases: aliases.map(\.row),
            errata: errata.map(\.row),
            townships: townships.map(\.row), prices: prices.map(\.row),
            rates: rates.map(\.row))
    }

    private func checkKeys() throws(PackageError) {
        try unique(DefinitionTable.file, "land_type", definitions) { $0.landType.rawValue }
        try unique(ErratumTable.file, "id", errata) { $0.id }
        try unique(TownshipTable.file, "township", townships) { $0.name }
        try unique(GradeTable.file, "village", grades) {
            ["\($0.landType.rawValue) \($0.township)", $0.village, $0.part].compactMap { $0 }.joined(separator: " ")
        }
        try unique(AliasTable.file, "alias", aliases) { "\($0.township) \($0.alias)" }
        try unique(PriceTable.file, "grade", prices) {
            [$0.landType.rawValue, $0.subtype, String($0.grade.rawValue)].compactMap { $0 }.joined(separator: " ")
        }
        try unique(RateTable.file, "land_type", rates) {
            [$0.landType.rawValue, $0.subtype].compactMap { $0 }.joined(separator: " ")
        }
        for (index, entry) in townships.enumerated() where entry.row.order != index + 1 {
            throw PackageError(TownshipTable.file, line: entry.line, column: "order", .order(expected: index + 1))
        }
    }

    private func unique<Row>(
        _ file: String, _ column: String, _ rows: [Located<Row>], _ key: (Row) -> String
    ) throws(PackageError) {
        var lines: [String: Int] = [:]
        for entry in rows {
            let text = key(entry.row)
            if let first = lines.updateValue(entry.line, forKey: text) {
                throw PackageError(file, line: entry.line, column: column, .duplicate(text, firstLine: first))
            }
        }
    }

    private func checkRates() throws(PackageError) {
        for rate in rates {
            let isPriced = prices.contains {
                $0.row.landType == rate.row.landType && (rate.row.subtype == nil || $0.row.subtype == rate.row.subtype)
            }
            guard !isPriced else { continue }
            let name = [rate.row.landType.rawValue, rate.row.subtype].compactMap { $0 }.joined(separator: " ")
            throw PackageError(RateTable.file, line: rate.line, column: "land_type", .noPrice(name))
        }
    }

    private func checkPrices() throws(PackageError) {
        let defined = Set(definitions.map(\.row.landType))
        for price in prices where !defined.isEmpty && !defined.contains(price.row.landType) {
            throw PackageError(
                PriceTable.file, line: price.line, column: "land_type", .noDefinition(price.row.landType.rawValue))
        }
    }
}
