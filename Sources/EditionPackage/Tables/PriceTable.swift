import GradeModel

/// `prices.csv`, only where the document publishes amounts.
enum PriceTable: PackageTable {
    static let file = "prices.csv"
    static let primaryKey = ["land_type", "grade"]
    static let columns: [TableColumn] = [
        .oneOf("land_type", "土地类型", LandType.allCases.map(\.rawValue)),
        .whole("grade", "级别", 1...20),
        .required("amount", "基准地价", type: "number"),
        .oneOf("unit", "单位", BasePrice.units),
    ]

    static func row(_ cells: RowCells) throws(PackageError) -> BasePrice {
        BasePrice(
            landType: try cells.oneOf("land_type", LandType.self), grade: try cells.grade("grade"),
            amount: try cells.value("amount", "an amount above 0 in plain digits, as in 12.50") {
                Grammar.isAmount($0) ? $0 : nil
            },
            unit: try cells.value("unit", "one of " + BasePrice.units.joined(separator: ", ")) {
                BasePrice.units.contains($0) ? $0 : nil
            })
    }

    static func fields(_ row: BasePrice) -> [String] {
        [row.landType.rawValue, String(row.grade.rawValue), row.amount, row.unit]
    }
}
