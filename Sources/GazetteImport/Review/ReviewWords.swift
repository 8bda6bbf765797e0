import GradeModel
import SourceDocuments

/// The Chinese words of the review workbook: sheets, columns and values. No English word stands in it.
enum ReviewWords {
    static let citation = "引用"
    static let definitions = "内涵"
    static let grades = "级别"
    static let prices = "地价"
    static let places = "村名"
    static let questions = "问题"
    static let errata = "勘误"

    static let citationColumns = ["项目", "内容", "说明"]
    static let definitionColumns = ["地类", "土地权利状况", "土地使用年期", "基本设施状况", "估价期日", "来源", "位置"]
    static let gradeColumns = ["地类", "乡镇", "村", "部分", "级别", "原印级别", "勘误号", "来源", "位置"]
    static let priceColumns = ["地类", "细类", "级别", "价格", "单位", "来源", "位置"]
    static let placeColumns = ["乡镇", "村"]
    static let questionColumns = [
        "编号", "问题", "答复", "原文", "类别", "项目", "地类", "乡镇或细类", "级别", "原印级别", "勘误号", "建议", "来源", "位置",
    ]
    static let errataColumns = ["勘误号", "原印", "采用", "依据", "状态"]

    /// The whole township, in the column of villages: an empty cell says nothing.
    static let wholeTownship = "全域"
    static let none = "无"
    static let yes = "是"

    static let statuses: [(ErratumStatus, String)] = [(.proposed, "待核"), (.confirmed, "确认"), (.rejected, "否定")]

    static let kinds: [(QuestionKind, String)] = [
        (.partOfVillage, "部分村"), (.joinedNames, "连写村名"), (.countedNames, "计数村名"), (.boundary, "四至"),
        (.exceptVillages, "除外"), (.restOfTownship, "其余"), (.shortName, "简称"), (.phrase, "概括用语"),
        (.unknownTownship, "乡镇不明"), (.wholeCounty, "全县"), (.wholeAndVillages, "全域与村并列"), (.villageTwice, "重复"),
        (.citation, "引用"), (.definition, "内涵"), (.price, "地价"), (.rights, "权利"), (.labels, "错行"),
        (.aligned, "按位置划分"), (.unknownTable, "表头不识"), (.unknownColumn, "栏目不识"), (.landTypeOfTable, "地类不明"),
        (.note, "附注"), (.row, "行不识"),
    ]

    static func word<Value: Equatable>(_ value: Value, _ words: [(Value, String)]) -> String {
        words.first { $0.0 == value }?.1 ?? ""
    }

    static func value<Value>(_ word: String, _ words: [(Value, String)]) -> Value? {
        words.first { $0.1 == word }?.0
    }

    /// What a person writes who does not know: no value, and no name.
    static let unknown: Set<String> = [
        "不知道", "不清楚", "不明", "不详", "不明确", "未知", "待定", "待查", "待核", "待核实", "待补", "待补充", "暂缺", "暂无", "略", "同上", "见附图",
        "见附件",
        "见附表", "见图", "见文件", "见原文", "详见附图", "详见附件", "?", "？", "??", "？？", "-", "—", "——", "/", "、", "空", "空白", "没有",
        "无法确定", "不确定",
    ]

    static let parts: [(CitationPart, ReviewItem)] = [
        (.number, .number), (.registration, .registration), (.title, .title), (.issuer, .issuer), (.issued, .issued),
        (.publication, .publication), (.countyName, .county), (.id, .id),
    ]
}

/// A place in one cell, and back: `文件1 第3页 第2个表 第4行 第1列`; the name of a sheet comes last.
enum PlaceText {
    static func text(_ place: SourcePlace?) -> String {
        guard let place else { return "" }
        var parts = ["文件\(place.file + 1)"]
        if let page = place.page { parts.append("第\(page)页") }
        if let line = place.line { parts.append("文本第\(line)行") }
        if let table = place.table { parts.append("第\(table)个表") }
        if let row = place.row { parts.append("第\(row)行") }
        if let column = place.column { parts.append("第\(column)列") }
        if let sheet = place.sheet { parts.append("工作表“\(sheet)”") }
        return parts.joined(separator: " ")
    }

    /// Nil: there is none, or not in this form. A place helps a person only, so another form is no error.
    static func place(_ text: String) -> SourcePlace? {
        var rest = text[...]
        var sheet: String?
        if rest.hasSuffix("”"), let start = rest.firstRange(of: " 工作表“") {
            sheet = String(rest[start.upperBound...].dropLast())
            rest = rest[..<start.lowerBound]
        }
        var place = SourcePlace(sheet: sheet)
        var hasFile = false
        for part in rest.split(separator: " ") {
            func number(_ front: String, _ back: String) -> Int? {
                guard part.hasPrefix(front), part.hasSuffix(back), part.count > front.count + back.count else {
                    return nil
                }
                return Int(part.dropFirst(front.count).dropLast(back.count))
            }
            if let file = number("文件", "") {
                place.file = file - 1
                hasFile = true
            } else if let page = number("第", "页") {
                place.page = page
            } else if let line = number("文本第", "行") {
                place.line = line
            } else if let table = number("第", "个表") {
                place.table = table
            } else if let row = number("第", "行") {
                place.row = row
            } else if let column = number("第", "列") {
                place.column = column
            } else {
                return nil
            }
        }
        return hasFile && place.file >= 0 ? place : nil
    }
}
