public import GradeModel
public import SystemSupport
import TabularText

/// Which column is taken for what; columns are counted from 0.
public struct ColumnMap: Hashable, Sendable {
    public let headers: [String]
    public let columns: [ColumnRole: Int]
    /// Our own columns, of a list that was checked before: what they say is replaced.
    public let ours: [Int]
    /// Of `ColumnRole.figures`; none where it is not known.
    public let units: [ColumnRole: ColumnUnit]
    /// Units that were told, of columns whose headers have another one, which goes before.
    let overruled: [ColumnRole: ListUnit]
    /// Headers that may be no more than the beginning of longer ones.
    private let cut: Set<Int>
    /// The column that would be the grade's, had the user not said that there is none.
    let gradeSetAside: Int?
    /// Columns that number the rows or name a person, and are taken for nothing: a word for a sum in one of them says that the
    /// row is one. The first few.
    let sumColumns: [Int]
    /// `columns` by the role's index: asked for with each row that is judged cell by cell.
    private let places: [Int?]

    static let mostSumColumns = 3

    /// - Parameter units: of columns whose headers have none.
    init(
        headers: [String], columns: [ColumnRole: Int], units told: [ColumnRole: ListUnit] = [:], cut: Set<Int> = [],
        gradeSetAside: Int? = nil
    ) {
        self.headers = headers
        self.cut = cut
        self.gradeSetAside = gradeSetAside
        self.columns = columns
        let keys = headers.map { HeaderKey($0) }
        let ours = OurColumns.places(in: keys.map(\.whole))
        self.ours = ours
        sumColumns = Array(
            headers.indices.filter { column in
                let last = keys[column].bare.split(separator: "/").last.map(String.init) ?? ""
                return !columns.values.contains(column) && !ours.contains(column)
                    && (keys[column].isPerson
                        || [keys[column].bare, last].contains(where: HeaderTable.rowNumbers.contains))
            }.prefix(Self.mostSumColumns))
        places = ColumnRole.allCases.map { columns[$0] }
        gradedLandType = columns[.grade].flatMap { HeaderKey(headers[$0]).landType }
        var units: [ColumnRole: ColumnUnit] = [:]
        for role in ColumnRole.figures {
            guard let column = columns[role] else { continue }
            units[role] = ColumnUnit(header: headers[column], of: role, told: told[role])
        }
        self.units = units
        overruled = told.filter { role, unit in units[role].map { $0.origin == .header && $0.unit != unit } ?? false }
    }

    public subscript(role: ColumnRole) -> Int? { places[role.place] }

    /// Columns that are taken for nothing, and are not ours.
    private var others: [Int] { headers.indices.filter { !columns.values.contains($0) && !ours.contains($0) } }

    /// Columns that by their header could be the grade, and are taken for nothing.
    public var likeGrade: [Int] {
        others.filter { column in
            let key = HeaderKey(headers[column])
            return key.isLikeGrade || key.meaning?.role == .grade
                || cut.contains(column) && key.meaning == nil && key.meaning(cutFor: .grade) != nil
        }
    }

    /// Columns that could be the county's, where none is taken for it.
    var likeCounty: [Int] { self[.county] == nil ? others.filter { HeaderKey(headers[$0]).isLikeCounty } : [] }

    /// The county's column has codes of areas that may be within it.
    var countyIsAnyLevel: Bool { columns[.county].map { HeaderKey(headers[$0]).isAnyLevelCode } ?? false }

    /// Columns of numbers that a program may have damaged as it damages a parcel's code, beside that.
    var otherCodes: [Int] { others.filter { HeaderKey(headers[$0]).isOtherCode } }

    /// Columns of owners, which are not asked where an address says where the parcel lies.
    var unreadOwners: [Int] {
        columns[.address] == nil
            ? []
            : others.filter {
                let meaning = HeaderKey(headers[$0]).meaning
                return meaning?.role == .village && meaning?.strength == .faint
            }
    }

    /// Columns that by their header could be the parcel's code, where none is known to be.
    var likeCode: [Int] { self[.parcelID] == nil ? others.filter { HeaderKey(headers[$0]).isLikeCode } : [] }

    /// Whose grades the grade column has, where its header names a land type: rows of another declare none.
    public let gradedLandType: LandType?

    /// Whether a column that is taken for nothing counts the rows.
    func isRowNumber(_ column: Int) -> Bool {
        headers.indices.contains(column) && !columns.values.contains(column)
            && HeaderTable.rowNumbers.contains(HeaderKey(headers[column]).bare)
    }

    /// Columns of the land type beside the one that is taken.
    public var otherLandTypes: [Int] {
        others.filter {
            let key = HeaderKey(headers[$0])
            // 规划地类 and 实际地类 are land types as well.
            guard let meaning = key.meaning else {
                return key.bare.hasSuffix("地类") && !HeaderTable.isOfOtherTime(key.whole)
            }
            return meaning.role == .landType && meaning.strength > .vague
        }
    }

    /// Columns of areas beside the one that is taken: 合同面积 beside 实测面积.
    public var otherAreas: [Int] {
        columns[.area] == nil ? [] : others.filter { HeaderKey(headers[$0]).meaning?.role == .area }
    }

    /// Columns of addresses, which nobody reads beside a column of villages.
    public var unreadAddresses: [Int] {
        columns[.address] == nil ? others.filter { HeaderKey(headers[$0]).meaning?.role == .address } : []
    }

    /// Columns of the unit of each row's area, which nobody reads.
    public var areaUnitColumns: [Int] {
        columns[.area] == nil ? [] : others.filter { HeaderTable.areaUnits.contains(HeaderKey(headers[$0]).bare) }
    }

    /// Several columns that could be the area, the unit price or the amount, none of which is taken.
    public func several(_ role: ColumnRole) -> [Int] {
        guard role.isFigure, columns[role] == nil else { return [] }
        let found = headers.indices.filter {
            !columns.values.contains($0) && HeaderKey(headers[$0]).meaning?.role == role
        }
        return found.count > 1 ? found : []
    }

    /// Columns that by their header could be the area, the unit price or the amount, where none is known to be.
    func like(_ role: ColumnRole) -> [Int] {
        guard role.isFigure, columns[role] == nil, several(role).isEmpty else { return [] }
        return others.filter { HeaderKey(headers[$0]).isLike(role) }
    }

    /// The unit of the area; nil where none is known.
    public var areaUnit: String? { units[.area]?.unit.word }
}

/// Why the columns of a list can't be determined.
public enum ColumnError: Error, Hashable, Sendable {
    /// None of the headers means this.
    case missing(ColumnRole, headers: [String])
    /// Several do: their numbers, from 1.
    case ambiguous(ColumnRole, columns: [Int], headers: [String])
    /// A name given with `--columns` that is no header, or a number that is no column.
    case notThere(ColumnRole, String, headers: [String])
    /// Two columns have the name given with `--columns`.
    case twice(ColumnRole, String, headers: [String])
    /// One column, from 1, was given for two things.
    case shared(ColumnRole, ColumnRole, column: Int)
}

extension ColumnError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .missing(let role, let headers):
            language.pick(
                zh:
                    "没有找到“\(role.sentence(in: language))”列；\(role.remedy("列名或列号", in: language))\(Self.without(role, in: language))。现有列：\(Self.list(headers, in: language))"
                    + (Self.looksLikeTitle(headers) ? "。首行似乎是标题；表头须在第一行，请删去标题行" : "")
                    + Self.hint(headers, in: language),
                en:
                    "no column for the \(role.sentence(in: language)) was found; \(role.remedy("NAME or NUMBER", in: language))\(Self.without(role, in: language)). There are: \(Self.list(headers, in: language))"
                    + (Self.looksLikeTitle(headers)
                        ? ". The first line looks like a title; the header has to stand first" : "")
                    + Self.hint(headers, in: language))
        case .ambiguous(let role, let columns, let headers):
            language.pick(
                zh:
                    "“\(role.sentence(in: language))”列有多个可能（第\(columns.map(String.init).joined(separator: "、"))列）；\(role.remedy("列号", in: language))。现有列：\(Self.list(headers, in: language))",
                en:
                    "several columns could be the \(role.sentence(in: language)) (\(columns.map(String.init).joined(separator: ", "))); \(role.remedy("NUMBER", in: language)). There are: \(Self.list(headers, in: language))"
            )
        case .notThere(let role, let text, let headers):
            language.pick(
                zh:
                    "\(ListSetting.columns.name(in: language)) 为“\(role.sentence(in: language))”指定的“\(excerpt: text)”不存在。现有列：\(Self.list(headers, in: language))",
                en:
                    "\(ListSetting.columns.name(in: language)) names ‘\(excerpt: text)’ for the \(role.sentence(in: language)), which is not there. There are: \(Self.list(headers, in: language))"
            )
        case .twice(let role, let text, let headers):
            language.pick(
                zh:
                    "\(ListSetting.columns.name(in: language)) 为“\(role.sentence(in: language))”指定的“\(excerpt: text)”有两列同名；请改用列号。现有列：\(Self.list(headers, in: language))",
                en:
                    "\(ListSetting.columns.name(in: language)) names ‘\(excerpt: text)’ for the \(role.sentence(in: language)), which two columns are called; give its number. There are: \(Self.list(headers, in: language))"
            )
        case .shared(let first, let second, let column):
            language.pick(
                zh: "第\(column)列同时被指定为“\(first.sentence(in: language))”和“\(second.sentence(in: language))”",
                en:
                    "column \(column) is given for both the \(first.sentence(in: language)) and the \(second.sentence(in: language))"
            )
        }
    }

    /// How a list without such a column is judged.
    private static func without(_ role: ColumnRole, in language: Language) -> Sentence {
        guard role == .township else { return "" }
        let option = ListSetting.columns.remedy("township=", in: language)
        return Sentence(
            command: language.pick(
                zh: "；清单没有乡镇列的，\(option)，只按村名查找",
                en: "; of a list without one, \(option), and villages are found by name alone"),
            page: "",
            interface: language.pick(
                zh: "；清单没有乡镇列的，\(option)，只按村名查找",
                en: "; of a list without one, \(option), and villages are found by name alone"))
    }

    /// The first headers of a list, as many as a person reads.
    private static func list(_ headers: [String], in language: Language) -> Sentence {
        let shown = headers.prefix(40).enumerated().map { "\($0.offset + 1)=\(excerptLine: $0.element)" as Sentence }
        return shown.joined(separator: language.pick(zh: "，", en: ", ")) + (headers.count > 40 ? " …" : "")
    }

    /// What the header of a text is written with, where that is not read.
    private static func hint(_ headers: [String], in language: Language) -> Sentence {
        if headers.count == 1, headers[0].contains("；") {
            return language.pick(
                zh: "。各列似乎以全角分号“；”分隔；请替换成半角的“;”或“,”",
                en: ". The delimiter seems to be ；, in full width, which is not read: replace it by ; or ,")
        }
        guard headers.count > 1, headers.allSatisfy({ $0.count > 2 && $0.hasPrefix("'") && $0.hasSuffix("'") }) else {
            return ""
        }
        return language.pick(
            zh: "。列名写在单引号中，CSV 只认双引号；请去掉单引号或换成双引号",
            en: ". The names stand in single quotes, which CSV does not know: take them out, or write double ones")
    }

    /// One cell of several is filled: a title that was written above the table.
    private static func looksLikeTitle(_ headers: [String]) -> Bool {
        headers.count > 1 && headers.count { !$0.allSatisfy(\.isWhitespace) } == 1
    }
}

extension ColumnMap: Worded {
    /// Which column is taken for what.
    public func sentence(in language: Language) -> Sentence {
        let known = ColumnRole.allCases.compactMap { role -> Sentence? in
            self[role].map { column in
                let name = role.sentence(in: language), header = headers[column]
                let unit = units[role].map { $0.sentence(in: language) } ?? ""
                return language.pick(
                    zh: "\(name)＝第\(column + 1)列“\(excerptLine: header)”\(unit)",
                    en: "\(name) = column \(column + 1) ‘\(excerptLine: header)’\(unit)")
            }
        }
        return language.pick(
            zh: "列的认定：\(known.joined(separator: "，"))", en: "columns: \(known.joined(separator: ", "))")
    }
}
