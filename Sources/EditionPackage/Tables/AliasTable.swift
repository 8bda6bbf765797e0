import GradeModel

/// `aliases.csv`: other spellings of villages of `grades.csv`.
enum AliasTable: PackageTable {
    static let file = "aliases.csv"
    static let primaryKey = ["township", "alias"]
    static let foreignKeys = [ForeignKey(column: "township", resource: TownshipTable.resource, of: "township")]
    static let columns: [TableColumn] = [
        .required("township", "乡镇（街道）"),
        .required("alias", "别名"),
        .required("village", "村（社区）"),
        .oneOf("kind", "别名类别", AliasKind.allCases.map(\.rawValue)),
        .required("source", "出处"),
    ]

    static func row(_ cells: RowCells) throws(PackageError) -> Alias {
        Alias(
            township: try cells.name("township"), alias: try cells.name("alias"), village: try cells.name("village"),
            kind: try cells.oneOf("kind", AliasKind.self), source: try cells.text("source"))
    }

    static func fields(_ row: Alias) -> [String] {
        [row.township, row.alias, row.village, row.kind.rawValue, row.source]
    }
}
