/// One entry of a grade table: this village's land of this type has this grade.
public struct GradeEntry: Hashable, Sendable {
    public let landType: LandType
    public let township: String
    /// The name we hold; where the table spells it otherwise, that spelling is an `Alias` and the erratum says so.
    /// Empty where the document grades the township as a whole.
    public let village: String
    /// The part of the village that the entry is about, as printed: `1、2、3组`. Nil: the whole village.
    public let part: String?
    public let kind: PlaceKind
    /// The grade we hold.
    public let grade: Grade
    /// The grade the document's text prints for the row.
    public let printedGrade: Grade
    /// The id of the erratum this entry falls under, `E1`.
    public let erratum: String?
    public let source: TableRow

    public init(
        landType: LandType, township: String, village: String, part: String? = nil, kind: PlaceKind, grade: Grade,
        printedGrade: Grade, erratum: String?, source: TableRow
    ) {
        self.landType = landType
        self.township = township
        self.village = village
        self.part = part
        self.kind = kind
        self.grade = grade
        self.printedGrade = printedGrade
        self.erratum = erratum
        self.source = source
    }

    /// The document grades the township as a whole and names no villages.
    public var isWholeTownship: Bool { village.isEmpty }

    /// The printed label and the grade held differ. Whether that is in dispute depends on the erratum: `Disputes` knows.
    public var differsFromPrint: Bool { grade != printedGrade }
}

/// A township of an edition, in the document's order.
public struct TownshipEntry: Hashable, Sendable {
    public let name: String
    /// `jinlongzhen`: lower-case ASCII, no tones, no spaces.
    public let pinyin: String
    /// The statistical code, where known.
    public let code: String?
    /// 1, 2, 3 …: the order the tables run through.
    public let order: Int

    public init(name: String, pinyin: String, code: String?, order: Int) {
        self.name = name
        self.pinyin = pinyin
        self.code = code
        self.order = order
    }
}
