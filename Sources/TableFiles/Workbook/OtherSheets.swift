import SystemSupport
import TabularText

/// The sheets of a workbook that hold something and are not read: a list may go on in one of them.
struct OtherSheets {
    struct Sheet {
        let name: String
        /// Rows with something in them, as far as they were counted.
        let rows: Int
    }

    private(set) var filled: [Sheet] = []
    /// Not every sheet was looked at.
    private(set) var isCutShort = false

    /// Rows that are counted of a sheet, and sheets that are looked at.
    static let mostRows = 2000
    static let mostSheets = 20
    /// Bytes of XML that are read of all of them.
    static let mostRead = 64 << 20

    private struct Enough: Error {}

    init(archive: ZipArchive, parts: WorkbookParts, strings: SharedStrings, than read: WorkbookParts.Sheet) {
        let others = parts.sheets.filter { $0 != read }
        var left = Self.mostRead
        for sheet in others.prefix(Self.mostSheets) where left > 0 {
            var rows = 0
            let reader = SheetReader(sheet.name, strings, parts) { row in
                if !row.isBlank { rows += 1 }
                if rows > Self.mostRows { throw Enough() }
            }
            // What is wrong with a sheet that is not read is no error of the list.
            if let part = try? archive.open(sheet.part, limit: left) {
                try? XMLStream.read(part, reader, isOneNamespace: true)
                left -= part.count
            }
            if rows > 0 { filled.append(Sheet(name: sheet.name, rows: rows)) }
        }
        isCutShort = others.count > Self.mostSheets || left <= 0
    }

    /// Nil where there is nothing to say.
    var remark: Remark? {
        guard !filled.isEmpty else { return nil }
        return Remark(
            zh: "没有读取的工作表：\(names(in: .zh))；其中如有要核对的，\(ListSetting.sheet.remedy(in: .zh))",
            en:
                "sheets that are not read: \(names(in: .en)); if one has to be judged, \(ListSetting.sheet.remedy(in: .en))"
        )
    }

    private func names(in language: Language) -> Sentence {
        let shown = filled.map { sheet in
            let isMore = sheet.rows > Self.mostRows, rows = min(sheet.rows, Self.mostRows)
            return language.pick(
                zh: "“\(excerpt: sheet.name)”（\(rows) 行\(if: isMore, "以上")）",
                en: "‘\(excerpt: sheet.name)’ (rows: \(rows)\(if: isMore, " and more"))")
        }
        return shown.joined(separator: language.pick(zh: "、", en: ", ")) + (isCutShort ? " …" : "")
    }
}
