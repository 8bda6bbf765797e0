import GradeModel

/// `rates.csv`, only where the document publishes the rate (还原率) for other terms than the price's own.
enum RateTable: PackageTable {
    static let file = "rates.csv"
    static let primaryKey = ["land_type", "subtype"]
    static let columns: [TableColumn] = [
        .oneOf("land_type", "土地类型", LandType.allCases.map(\.rawValue)),
        .optional("subtype", "二级地类"),
        .required("rate", "还原率（带%）"),
        .required("source", "出处"),
    ]

    static func row(_ cells: RowCells) throws(PackageError) -> CapitalizationRate {
        CapitalizationRate(
            landType: try cells.oneOf("land_type", LandType.self),
            subtype: try cells.optional("subtype", .name) { Grammar.isName($0) ? $0 : nil },
            // With its sign, so that 0.06 and 6 can't be taken for each other.
            percent: try cells.value("rate", .rate) { text in
                guard text.hasSuffix("%"), CapitalizationRate.isPercent(String(text.dropLast())) else { return nil }
                return String(text.dropLast())
            },
            source: try cells.value("source", .tableOrRow) { TableRow($0) })
    }

    static func fields(_ row: CapitalizationRate) -> [String] {
        [row.landType.rawValue, row.subtype ?? "", row.percent + "%", row.source.description]
    }
}
