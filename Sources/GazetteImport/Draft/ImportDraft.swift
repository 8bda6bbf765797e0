import EditionPackage
public import GradeModel
public import SourceDocuments

/// Everything that was read from a document, and what is still open. A review workbook holds one; with every question
/// answered it becomes an edition.
public struct ImportDraft: Hashable, Sendable {
    public var countyCode: String
    public var province: String?
    public var prefecture: String?
    public var citation: DraftCitation
    public var definitions: [DraftDefinition]
    public var grades: [DraftGrade]
    public var prices: [DraftPrice]
    public var errata: [Erratum]
    /// In the order the tables run through them.
    public var townships: [String]
    /// Open ones only: an answered question is gone.
    public var questions: [ImportQuestion]

    public init(countyCode: String) {
        self.countyCode = countyCode
        citation = DraftCitation()
        definitions = []
        grades = []
        prices = []
        errata = []
        townships = []
        questions = []
    }
}

/// What a base price of a land type means; an open attribute is nil.
public struct DraftDefinition: Hashable, Sendable {
    public var landType: LandType
    public var rights: String?
    public var termYears: Int?
    /// Where the term is no number of years.
    public var term: String?
    public var infrastructure: String?
    public var valuationDate: CalendarDate?
    public var source: TableRow
    public var place: SourcePlace?

    public init(landType: LandType, source: TableRow, place: SourcePlace? = nil) {
        self.landType = landType
        self.source = source
        self.place = place
    }
}

public struct DraftGrade: Hashable, Sendable {
    /// Nil: a question about its table asks which.
    public var landType: LandType?
    public var township: String
    /// Empty: the township as a whole.
    public var village: String
    public var part: String?
    public var grade: Grade
    public var printedGrade: Grade
    public var erratum: String?
    public var source: TableRow
    public var place: SourcePlace?

    public init(
        landType: LandType?, township: String, village: String, part: String? = nil, grade: Grade, printedGrade: Grade,
        erratum: String? = nil, source: TableRow, place: SourcePlace? = nil
    ) {
        self.landType = landType
        self.township = township
        self.village = village
        self.part = part
        self.grade = grade
        self.printedGrade = printedGrade
        self.erratum = erratum
        self.source = source
        self.place = place
    }
}

public struct DraftPrice: Hashable, Sendable {
    public var landType: LandType
    public var subtype: String?
    public var grade: Grade
    public var amount: String
    public var unit: String
    public var source: TableRow
    public var place: SourcePlace?

    public init(
        landType: LandType, subtype: String? = nil, grade: Grade, amount: String, unit: String, source: TableRow,
        place: SourcePlace? = nil
    ) {
        self.landType = landType
        self.subtype = subtype
        self.grade = grade
        self.amount = amount
        self.unit = unit
        self.source = source
        self.place = place
    }
}

extension ImportDraft {
    /// The edition, once nothing is open; nil while a question is.
    ///
    /// `pinyin` gives a township's pinyin where it is known, else nil: then the cell stays empty for a person.
    public func edition(pinyin: (String) -> String? = { _ in nil }) -> Edition? {
        guard questions.isEmpty, citation.missing.isEmpty, let number = citation.number, let title = citation.title,
            let issuer = citation.issuer, let issued = citation.issued, let county = citation.countyName,
            let id = citation.id
        else { return nil }
        let definitions = self.definitions.compactMap(\.definition)
        let grades = self.grades.compactMap(\.entry)
        guard definitions.count == self.definitions.count, grades.count == self.grades.count else { return nil }
        return Edition(
            id: id, county: County(code: countyCode, name: county, province: province, prefecture: prefecture),
            document: Document(
                number: number, registration: citation.registration, title: title, issuer: issuer, issued: issued,
                publication: citation.publication, effective: citation.effective, expires: citation.expires),
            rights: citation.rights, definitions: definitions, grades: grades, aliases: [], errata: errata,
            townships: allTownships.enumerated().map { index, name in
                TownshipEntry(name: name, pinyin: pinyin(name) ?? "", code: nil, order: index + 1)
            },
            prices: prices.map { price in
                BasePrice(
                    landType: price.landType, subtype: price.subtype, grade: price.grade, amount: price.amount,
                    unit: price.unit, source: price.source)
            })
    }

    private var allTownships: [String] {
        var names = townships
        for grade in grades where !names.contains(grade.township) { names.append(grade.township) }
        return names
    }
}

extension DraftDefinition {
    var definition: Definition? {
        guard let rights, termYears != nil || term != nil, let infrastructure, let valuationDate else { return nil }
        return Definition(
            landType: landType, rights: rights, termYears: termYears, term: termYears == nil ? term : nil,
            infrastructure: infrastructure, valuationDate: valuationDate, source: source)
    }
}

extension DraftGrade {
    var entry: GradeEntry? {
        landType.map { landType in
            GradeEntry(
                landType: landType, township: township, village: village.isEmpty ? nil : village, part: part,
                kind: village.isEmpty ? nil : PlaceKind(name: village), grade: grade, printedGrade: printedGrade,
                erratum: erratum, source: source)
        }
    }
}
