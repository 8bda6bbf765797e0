import GradeModel

/// `grades.csv`: one line for each entry of the document's grade tables, in the document's order. Without a village, a line is
/// about the township as a whole.
enum GradeTable: PackageTable {
    static let file = "grades.csv"
    static let primaryKey = ["land_type", "township", "village", "part"]
    static let foreignKeys = [
        ForeignKey(column: "township", resource: TownshipTable.resource, of: "township"),
        ForeignKey(column: "erratum", resource: ErratumTable.resource, of: "id"),
    ]
    static let columns: [TableColumn] = [
        .oneOf("land_type", "土地类型", LandType.allCases.map(\.rawValue)),
        .required("township", "乡镇（街道）"),
        .required("village", "村（社区）"),
        .oneOf("kind", "地名类别", PlaceKind.allCases.map(\.rawValue)),
        .whole("grade", "级别", 1...20),
        .whole("printed_grade", "文件所印级别", 1...20),
        .optional("erratum", "勘误编号"),
        .required("source", "出处（表、行）"),
        .added("part", "村内部分"),
    ]
    static let sometimesEmpty: Set = ["village", "kind"]

    static func row(_ cells: RowCells) throws(PackageError) -> GradeEntry {
        let village = try cells.optional("village", .name) { Grammar.isName($0) ? $0 : nil }
        let part = try cells.optionalText("part")
        if village == nil {
            guard part == nil else { throw cells.error("part", .withoutVillage) }
            guard try cells.optionalText("kind") == nil else { throw cells.error("kind", .withoutVillage) }
        }
        return GradeEntry(
            landType: try cells.oneOf("land_type", LandType.self), township: try cells.name("township"),
            village: village, part: part, kind: village == nil ? nil : try cells.oneOf("kind", PlaceKind.self),
            grade: try cells.grade("grade"), printedGrade: try cells.grade("printed_grade"),
            erratum: try cells.optional("erratum", .erratumID) { Grammar.isErratumID($0) ? $0 : nil },
            source: try cells.value("source", .tableRow) { text in
                TableRow(text).flatMap { $0.row == nil ? nil : $0 }
            })
    }

    static func fields(_ row: GradeEntry) -> [String] {
        [
            row.landType.rawValue, row.township, row.village ?? "", row.kind?.rawValue ?? "",
            String(row.grade.rawValue),
            String(row.printedGrade.rawValue), row.erratum ?? "", row.source.description,
            row.part ?? "",
        ]
    }
}
