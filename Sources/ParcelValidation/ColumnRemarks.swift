import SystemSupport
public import TabularText

/// What a person has to know of a list's columns before its rows are judged.
extension ColumnMap {
    /// That no declared grade is compared, and which columns might hold one; nil where the list has a grade column.
    /// To be said first, wherever a list is judged: rows without a declared grade come out as if all were well.
    public var noGrade: TableRemark? {
        guard self[.grade] == nil else { return nil }
        let like = likeGrade
        let named = (zh: shown(like, "、", ("第", "列“"), "”"), en: shown(like, ", ", ("column ", " ‘"), "’"))
        return TableRemark(
            "没有找到“级别”列：本次没有核对任何申报级别"
                + (like.isEmpty
                    ? "；如有这样的列，请用 --columns grade=列名或列号 指定" : "；可能是级别的列：\(named.zh)，如果是，请用 --columns grade=列号 指定"),
            "no grade column was found: no declared grade is compared"
                + (like.isEmpty
                    ? "; if there is one, name it with --columns grade=NAME or NUMBER"
                    : "; it could be \(named.en): if so, give it with --columns grade=NUMBER"))
    }

    /// The others.
    public var remarks: [TableRemark] {
        var remarks: [TableRemark] = []
        let like = likeGrade
        if self[.grade] != nil, !like.isEmpty {
            remarks.append(
                TableRemark(
                    "没有用作级别的列：\(shown(like, "、", ("第", "列“"), "”"))",
                    "not taken for the grade: \(shown(like, ", ", ("column ", " ‘"), "’"))"))
        }
        let areas = severalAreas
        if !areas.isEmpty {
            remarks.append(
                TableRemark(
                    "有多列可能是面积（\(shown(areas, "、", ("第", "列“"), "”"))），没有合计；请用 --columns area=列号 指定",
                    "several columns could be the area (\(shown(areas, ", ", ("column ", " ‘"), "’"))), none is summed up; give one with --columns area=NUMBER"
                ))
        }
        if !ours.isEmpty {
            remarks.append(
                TableRemark(
                    "清单里已有 landgrade_ 开头的列（上次核对的结果），以本次结果取代",
                    "the list has columns of ours from an earlier check: they are replaced"))
        }
        return remarks
    }

    private func shown(
        _ columns: [Int], _ separator: String, _ number: (String, String), _ end: String
    ) -> String {
        columns.prefix(5).map { "\(number.0)\($0 + 1)\(number.1)\(excerpt(headers[$0]))\(end)" }
            .joined(separator: separator) + (columns.count > 5 ? " …" : "")
    }
}
