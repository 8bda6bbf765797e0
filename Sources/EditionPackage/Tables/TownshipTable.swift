import GradeModel

/// `townships.csv`: the townships in the order the document's tables run through them.
enum TownshipTable: PackageTable {
    static let file = "townships.csv"
    static let primaryKey = ["township"]
    static let columns: [TableColumn] = [
        .required("township", "乡镇（街道）"),
        .optional("pinyin", "拼音"),
        .optional("code", "统计用区划代码"),
        .whole("order", "顺序", 1...9999),
    ]

    static func row(_ cells: RowCells) throws(PackageError) -> TownshipEntry {
        TownshipEntry(
            name: try cells.name("township"),
            pinyin: try cells.optional("pinyin", .pinyin) {
                Grammar.isPinyin($0) ? $0 : nil
            } ?? "",
            code: try cells.optional("code", .townshipCode) {
                Grammar.isTownshipCode($0) ? $0 : nil
            },
            order: try cells.whole("order", 1...9999))
    }

    static func fields(_ row: TownshipEntry) -> [String] { [row.name, row.pinyin, row.code ?? "", String(row.order)] }
}
