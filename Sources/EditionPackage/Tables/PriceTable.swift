import GradeModel

/// `prices.csv`, only where the document publishes amounts.
enum PriceTable: PackageTable {
    static let file = "prices.csv"
    static let primaryKey = ["land_type", "grade", "subtype"]
    static let columns: [TableColumn] = [
        .oneOf("land_type", "土地类型", LandType.allCases.map(\.rawValue)),
        .whole("grade", "级别", 1...20),
        .required("amount", "基准地价", type: "number"),
        .oneOf("unit", "单位", BasePrice.units),
        .added("subtype", "二级地类"),
        .added("source", "出处"),
    ]

    static func row(_ cells: RowCells) throws(PackageError) -> BasePrice {
        BasePrice(
            landType: try cells.oneOf("land_type", LandType.self),
            subtype: try cells.optional("subtype", .name) { Grammar.isName($0) ? $0 : nil },
            grade: try cells.grade("grade"),
            amount: try cells.value("amount", .amount) {
                Grammar.isAmount($0) ? $0 : nil
            },
            unit: try cells.value("unit", .oneOf(BasePrice.units)) {
                BasePrice.units.contains($0) ? $0 : nil
            },
            source: try cells.optional("source", .tableOrRow) { TableRow($0) })
    }

    static func fields(_ row: BasePrice) -> [String] {
        [
            row.landType.rawValue, String(row.grade.rawValue), row.amount, row.unit, row.subtype ?? "",
            row.source?.description ?? "",
        ]
    }
}
