import GradeModel
public import SystemSupport
import TabularText

/// What a person has to know of a list's columns before its rows are judged.
extension ColumnMap {
    /// That no declared grade is compared, and which columns might hold one; nil where the list has a grade column.
    /// To be said first, wherever a list is judged: rows without a declared grade come out as if all were well.
    public var noGrade: Remark? {
        guard self[.grade] == nil else { return nil }
        if let column = gradeSetAside {
            let zh = Sentence(command: "（--columns grade=）", page: "", interface: "（columns grade=）")
            let en = Sentence(command: " (--columns grade=)", page: "", interface: " (columns grade=)")
            return Remark(
                zh: "\(list([column], in: .zh))按要求\(zh)不用作级别：本次没有核对任何申报级别",
                en:
                    "\(list([column], in: .en)) is not taken for the grade, as asked\(en): no declared grade is compared"
            )
        }
        let like = likeGrade
        let zh = list(like, in: .zh), en = list(like, in: .en)
        return Remark(
            zh: "没有找到“级别”列：本次没有核对任何申报级别"
                + (like.isEmpty
                    ? "；如有这样的列，\(ColumnRole.grade.remedy("列名或列号", in: .zh))"
                    : "；可能是级别的列：\(zh)，如果是，\(ColumnRole.grade.remedy("列号", in: .zh))"),
            en: "no grade column was found: no declared grade is compared"
                + (like.isEmpty
                    ? "; if there is one, \(ColumnRole.grade.remedy("NAME or NUMBER", in: .en))"
                    : "; it could be \(en): if so, \(ColumnRole.grade.remedy("NUMBER", in: .en))"))
    }

    /// The others.
    public var remarks: [Remark] {
        var remarks: [Remark] = []
        let like = likeGrade
        if self[.grade] != nil, !like.isEmpty {
            remarks.append(
                Remark(
                    zh: "没有用作级别的列：\(list(like, in: .zh))",
                    en: "not taken for the grade: \(list(like, in: .en))"))
        }
        if let grade = self[.grade], let landType = gradedLandType {
            remarks.append(
                Remark(
                    zh: "\(list([grade], in: .zh))是\(landType.name)的级别：其他地类的各行没有申报级别",
                    en:
                        "\(list([grade], in: .en)) has grades of \(landType.rawValue): rows of other land types declare none"
                ))
        }
        if !otherLandTypes.isEmpty {
            remarks.append(
                Remark(
                    zh: "没有用作地类的列：\(list(otherLandTypes, in: .zh))",
                    en: "not taken for the land type: \(list(otherLandTypes, in: .en))"))
        }
        if !otherAreas.isEmpty {
            remarks.append(
                Remark(
                    zh: "没有用作面积的列：\(list(otherAreas, in: .zh))",
                    en: "not taken for the area: \(list(otherAreas, in: .en))"))
        }
        if !unreadAddresses.isEmpty {
            remarks.append(
                Remark(
                    zh: "没有读取坐落（\(list(unreadAddresses, in: .zh))）：地点按乡镇和村两列",
                    en:
                        "addresses are not read from \(list(unreadAddresses, in: .en)): places are by township and village"
                ))
        }
        if !unreadOwners.isEmpty {
            remarks.append(
                Remark(
                    zh: "没有用作村的列：\(list(unreadOwners, in: .zh))；地点按坐落",
                    en: "not taken for the village: \(list(unreadOwners, in: .en)); places are by the address"))
        }
        // Rows of another county would be judged as this one's.
        if !likeCounty.isEmpty { remarks.append(notTaken(for: .county, likeCounty)) }
        // A damaged code in a column that is not taken for it would pass.
        if !likeCode.isEmpty { remarks.append(notTaken(for: .parcelID, likeCode)) }
        if !areaUnitColumns.isEmpty {
            remarks.append(
                Remark(
                    zh: "没有读取单位列（\(list(areaUnitColumns, in: .zh))）：各行面积按同一单位对待",
                    en: "units are not read from \(list(areaUnitColumns, in: .en)): all areas are taken in one unit"))
        }
        for role in ColumnRole.figures {
            let columns = several(role)
            if columns.isEmpty { continue }
            let isArea = role == .area, zh = role.sentence(in: .zh), en = role.sentence(in: .en)
            remarks.append(
                Remark(
                    zh: """
                        有多列可能是\(zh)（\(list(columns, in: .zh))），没有\(isArea ? "合计" : "核对")；\
                        \(role.remedy("列号", in: .zh))
                        """,
                    en: """
                        several columns could be the \(en) (\(list(columns, in: .en))), none is \
                        \(isArea ? "summed up" : "compared"); \(role.remedy("NUMBER", in: .en))
                        """))
        }
        for role in ColumnRole.figures {
            guard let told = overruled[role], let unit = units[role]?.unit else { continue }
            let setting = ListSetting.units
            remarks.append(
                Remark(
                    zh: """
                        \(role.sentence(in: .zh))按表头中的单位\(unit.word)，\
                        \(setting.name(in: .zh))所写的\(told.word)不起作用
                        """,
                    en: """
                        the \(role.sentence(in: .en)) is in \(unit.word), as its header says: \(told.word) of \
                        \(setting.name(in: .en)) does not count
                        """))
        }
        // A figure that was not compared would pass as right, and an area be in no sum.
        for role in ColumnRole.figures {
            let columns = self.like(role)
            if !columns.isEmpty { remarks.append(notTaken(for: role, columns)) }
        }
        if !ours.isEmpty {
            remarks.append(
                Remark(
                    zh: "清单里已有上次核对的结果各列，以本次结果取代",
                    en: "the list has columns of ours from an earlier check: they are replaced"))
        }
        return remarks
    }

    private func notTaken(for role: ColumnRole, _ columns: [Int]) -> Remark {
        Remark(
            zh: """
                没有用作\(role.sentence(in: .zh))的列：\(list(columns, in: .zh))；\
                如果是，\(role.remedy("列号", in: .zh))
                """,
            en: """
                not taken for the \(role.sentence(in: .en)): \(list(columns, in: .en)); \
                if it is, \(role.remedy("NUMBER", in: .en))
                """)
    }

    private func list(_ columns: [Int], in language: Language) -> Sentence {
        let shown = columns.prefix(5).map { column in
            language.pick(
                zh: "第\(column + 1)列“\(excerptLine: headers[column])”",
                en: "column \(column + 1) ‘\(excerptLine: headers[column])’")
        }
        return shown.joined(separator: language.pick(zh: "、", en: ", ")) + (columns.count > 5 ? " …" : "")
    }
}
