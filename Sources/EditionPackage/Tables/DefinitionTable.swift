import GradeModel

/// `definitions.csv`: what the base price of each land type means.
enum DefinitionTable: PackageTable {
    static let file = "definitions.csv"
    static let primaryKey = ["land_type"]
    static let columns: [TableColumn] = [
        .oneOf("land_type", "土地类型", LandType.allCases.map(\.rawValue)),
        .required("rights", "土地权利状况"),
        .whole("term_years", "土地使用年期（年）", 1...999),
        .required("infrastructure", "基本设施状况"),
        .required("valuation_date", "估价期日", type: "date"),
        .required("source", "出处"),
        .added("term", "土地使用年期（所印）"),
    ]
    static let sometimesEmpty: Set = ["term_years"]

    static func row(_ cells: RowCells) throws(PackageError) -> Definition {
        let term = try cells.optional("term", .text) { Grammar.isText($0) ? $0 : nil }
        let years = try term == nil ? cells.whole("term_years", 1...999) : cells.optionalWhole("term_years", 1...999)
        return Definition(
            landType: try cells.oneOf("land_type", LandType.self), rights: try cells.text("rights"),
            termYears: years, term: term, infrastructure: try cells.text("infrastructure"),
            valuationDate: try cells.date("valuation_date"),
            source: try cells.value("source", .tableOrRow) { TableRow($0) })
    }

    static func fields(_ row: Definition) -> [String] {
        [
            row.landType.rawValue, row.rights, row.termYears.map { String($0) } ?? "", row.infrastructure,
            row.valuationDate.description, row.source.description, row.term ?? "",
        ]
    }
}
