import SystemSupport
import TabularText

/// Units that number formats show in the columns of a sheet. Money is read as if it stood in the cell (37.5万元), as a total in
/// 万元 would be taken for 元; an area is not, because areas are summed up as they are, and that is said.
struct ShownUnits {
    private let units: [FormatUnit]
    private let names: [String]
    /// By column and unit: what is written behind a number; empty where the header says it, or nothing is to be written.
    private var written: [Key: [UInt8]] = [:]
    /// Columns whose numbers are written with a unit, and those whose areas have one that is not read.
    private var read: [Key] = []
    private var unread: [Key] = []

    private struct Key: Hashable {
        let column: Int
        let unit: Int
    }

    init(_ units: [FormatUnit], names: [String]) {
        self.units = units
        self.names = names
    }

    /// What to write behind a number of this column.
    ///
    /// - Parameter unit: as `CellStyles.unit` numbers it, above 0.
    mutating func behind(_ column: Int, _ unit: Int) -> [UInt8] {
        let key = Key(column: column, unit: unit)
        if let known = written[key] { return known }
        let shown = units[unit - 1]
        let isSaid = shown.isSaid(in: names[column])
        let bytes = isSaid || shown.isArea ? [] : Array(shown.word.utf8)
        written[key] = bytes
        if !bytes.isEmpty { read.append(key) } else if !isSaid { unread.append(key) }
        return bytes
    }

    var remarks: [Remark] {
        var remarks: [Remark] = []
        if !read.isEmpty {
            let list = list(read)
            remarks.append(
                Remark(
                    zh: "数字格式中的单位按写在单元格中读取：\(list.zh)",
                    en: "units of number formats are read as if they stood in the cells: \(list.en)"))
        }
        if !unread.isEmpty {
            let list = list(unread), setting = ListSetting.units
            remarks.append(
                Remark(
                    zh: "数字格式中的面积单位没有读取：\(list.zh)；需要用的，\(setting.remedy("area=亩", in: .zh))",
                    en:
                        "units of area in number formats are not read: \(list.en); where one is needed, \(setting.remedy("area=亩", in: .en))"
                ))
        }
        return remarks
    }

    private func list(_ keys: [Key]) -> (zh: Sentence, en: Sentence) {
        let shown = keys.prefix(5)
        func each(_ language: Language) -> [Sentence] {
            shown.map { key in
                let name = names[key.column], word = units[key.unit - 1].word
                return language.pick(
                    zh: "第\(key.column + 1)列“\(excerpt: name)”（\(word)）",
                    en: "column \(key.column + 1) ‘\(excerpt: name)’ (\(word))")
            }
        }
        return (each(.zh).joined(separator: "、"), each(.en).joined(separator: ", "))
    }
}
