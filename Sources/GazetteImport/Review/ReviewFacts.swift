import EditionPackage
import GradeModel
import SystemSupport

/// A grade as a sheet or an answer holds it, with the cell that says so.
struct HeldGrade {
    var grade: DraftGrade
    /// The cell that names the place.
    let cell: ReviewCell
    /// An answer's: what it says comes from the question, and not from a sheet.
    var isAnswer = false
}

/// What the rows of a review workbook's sheets say.
enum ReviewFacts {
    static func definition(_ row: ReviewRow) throws(ReviewError) -> DraftDefinition {
        var definition = DraftDefinition(
            landType: try row.landType("地类"), source: try row.source("来源"), place: PlaceText.place(row["位置"]))
        definition.rights = try row.text("土地权利状况")
        definition.infrastructure = try row.text("基本设施状况")
        if let term = try row.text("土地使用年期") { definition.set(term: term) }
        if let day = try row.text("估价期日") {
            guard let date = ChineseDate.date(day) else {
                throw ReviewError(row.cell("估价期日"), "应为日期，如 2023年1月1日", "a date, as in 2023-01-01")
            }
            definition.valuationDate = date
        }
        return definition
    }

    /// The entries of a row: one for each village that its cell names.
    static func grades(_ row: ReviewRow, _ places: ListedPlaces) throws(ReviewError) -> [HeldGrade] {
        guard !row["村"].isEmpty else {
            throw ReviewError(row.cell("村"), "没有村名；整个乡镇的写“全域”", "no village; write 全域 for the whole township")
        }
        let township = try township(row, places)
        let items: [TypedNames.Item]
        do throws(TypedNames.Fault) {
            items = try TypedNames(row["村"], township: township) { places.has($0, in: township) }.items
        } catch { throw ReviewError(row.cell("村"), error.sentence(in: .zh), error.sentence(in: .en)) }
        let grade = try row.grade("级别")
        let part = try row.text("部分")
        let landType = row["地类"].isEmpty ? nil : try row.landType("地类")
        let printed = row["原印级别"].isEmpty ? grade : try row.grade("原印级别")
        let source = try row.gradeSource("来源")
        let erratum = try row.text("勘误号")
        return try items.map { item throws(ReviewError) in
            let name: (village: String, part: String?) =
                switch item {
                case .whole: ("", nil)
                case .village(let village, let own): (village, own)
                }
            guard part == nil || items.count == 1 && name.part == nil && !name.village.isEmpty else {
                throw ReviewError(
                    row.cell("部分"), "只有“村”一栏写一个村名时才能填写；几个村的请分行写",
                    "only beside one village; write several in rows of their own")
            }
            return HeldGrade(
                grade: DraftGrade(
                    landType: landType, township: township, village: name.village, part: name.part ?? part,
                    grade: grade, printedGrade: printed, erratum: erratum, source: source,
                    place: PlaceText.place(row["位置"])), cell: row.cell("村"))
        }
    }

    private static func township(_ row: ReviewRow, _ places: ListedPlaces) throws(ReviewError) -> String {
        let text = row["乡镇"]
        if text.isEmpty { throw ReviewError(row.cell("乡镇"), "没有填写乡镇", "empty; name the township") }
        let names: [String]
        do throws(TypedNames.Fault) {
            names = try TypedNames.townships(text) { places.hasTownship($0) }
        } catch { throw ReviewError(row.cell("乡镇"), error.sentence(in: .zh), error.sentence(in: .en)) }
        guard names.count == 1 else {
            throw ReviewError(row.cell("乡镇"), "“\(text)”是几个乡镇；一行只写一个乡镇", "several townships; write a row for each")
        }
        return names[0]
    }

    static func price(_ row: ReviewRow) throws(ReviewError) -> DraftPrice {
        let amount = Amount.plain(row["价格"])
        guard Grammar.isAmount(amount) else {
            throw ReviewError(
                row.cell("价格"), row["价格"].isEmpty ? "没有填写价格" : "“\(row["价格"])”应为金额，如 42.00", "an amount, as in 42.00")
        }
        guard let unit = HeaderWords.unit(typed: row["单位"]) else {
            let known = BasePrice.units.joined(separator: "、")
            throw ReviewError(
                row.cell("单位"), row["单位"].isEmpty ? "没有填写单位，如 元/平方米" : "“\(row["单位"])”应为其中一种：\(known)",
                "one of \(known)")
        }
        let subtype = try row.text("细类")
        if let subtype, !Grammar.isName(subtype) {
            throw ReviewError(row.cell("细类"), "“\(subtype)”不是细类名称，应如 果园", "a kind of land, as in 果园")
        }
        return DraftPrice(
            landType: try row.landType("地类"), subtype: subtype, grade: try row.grade("级别"), amount: amount, unit: unit,
            source: try row.source("来源"), place: PlaceText.place(row["位置"]))
    }

    static func erratum(_ row: ReviewRow) throws(ReviewError) -> Erratum {
        guard Grammar.isErratumID(row["勘误号"]) else {
            throw ReviewError(row.cell("勘误号"), "应如 E1", "an id such as E1")
        }
        for column in ["原印", "采用", "依据"] where try row.text(column) == nil {
            throw ReviewError(row.cell(column), "没有填写", "empty")
        }
        guard let status = ReviewWords.value(row["状态"], ReviewWords.statuses) else {
            throw ReviewError(row.cell("状态"), "应为待核、确认或否定", "待核, 确认 or 否定")
        }
        return Erratum(id: row["勘误号"], printed: row["原印"], held: row["采用"], evidence: row["依据"], status: status)
    }
}

/// The places that the sheet 村名 or a list of all places names: they stand, whatever characters they have.
struct ListedPlaces {
    private var villages: [String: Set<String>] = [:]
    private let closed: ClosedList?

    init(_ rows: [ReviewRow], _ closed: ClosedList?) {
        self.closed = closed
        for row in rows where !row["乡镇"].isEmpty {
            villages[row["乡镇"], default: []].insert(row["村"] == ReviewWords.wholeTownship ? "" : row["村"])
        }
    }

    func has(_ village: String, in township: String?) -> Bool {
        guard let township else { return false }
        return villages[township]?.contains(village) == true && Grammar.isName(village)
            || closed?.villages(of: township)?.contains(village) == true
    }

    func hasTownship(_ name: String) -> Bool {
        villages[name] != nil && Grammar.isName(name) || closed?.hasTownship(name) == true
    }
}

extension DraftDefinition {
    /// `30年`, `30` or words: 无限年期.
    mutating func set(term text: String) {
        var digits = text.filter { $0 != " " }[...]
        if digits.hasSuffix("年") { digits.removeLast() }
        if let years = Grammar.whole(String(digits)), (1...999).contains(years) {
            (termYears, term) = (years, nil)
        } else {
            (termYears, term) = (nil, text)
        }
    }
}
