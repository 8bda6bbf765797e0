public import CommandSupport
public import GradeModel
public import GradeStore
public import ParcelValidation
public import SystemSupport

/// What was checked, when, and against which documents: the head of a checked workbook's summary.
public struct CheckFacts {
    private let language: Language
    private let generation: Generation
    /// The list's file name.
    public var list: String?
    public var asOf: CalendarDate?
    /// The only edition that the list was judged by.
    public var edition: EditionRecord?
    public var compareWith: EditionID?
    /// The day of the check.
    public var today: CalendarDate?

    public init(_ generation: Generation, in language: Language) {
        self.generation = generation
        self.language = language
    }

    /// At the top of a printed page: the documents and the day. A sheet that is printed alone has to say what it is.
    ///
    /// - Parameter counties: as for `facts`.
    public func pageHeading(counties: [County]) throws(StoreError) -> Sentence {
        let editions = try editions(counties)
        var parts: [Sentence] = [language.pick(zh: "清单核对结果", en: "Checked list")]
        // Of a whole country they stand in the rows.
        if editions.count <= 3 { parts += editions.map { "\($0.county.name) \($0.document.number)" } }
        if let today { parts.append(date(today)) }
        return parts.joined(separator: language.pick(zh: "　", en: "   "))
    }

    private func editions(_ counties: [County]) throws(StoreError) -> [EditionRecord] {
        if let edition { return [edition] }
        var editions: [EditionRecord] = []
        for county in counties.prefix(20) {
            if let edition = try generation.edition(of: county, inForce: asOf) { editions.append(edition) }
        }
        return editions
    }

    /// - Parameter counties: those whose editions the list may have been judged by.
    public func facts(
        _ columns: ColumnMap, counties: [County]
    ) throws(StoreError) -> [WorkbookSummary.Fact] {
        var facts: [WorkbookSummary.Fact] = []
        func add(_ name: Sentence, _ text: Sentence) { facts.append(WorkbookSummary.Fact(name, text)) }
        if let list { add(language.pick(zh: "清单", en: "list"), "\(list)") }
        if columns[.grade] == nil {
            add(
                language.pick(zh: "注意", en: "attention"),
                language.pick(
                    zh: "没有找到“级别”列：本次没有核对任何申报级别", en: "no grade column was found: no declared grade is compared"))
        }
        if let today { add(language.pick(zh: "核对日期", en: "day of the check"), date(today)) }
        if let asOf { add(language.pick(zh: "按此日施行的成果", en: "as of"), date(asOf)) }
        // A whole country's editions stand in the rows.
        let editions = try editions(counties)
        for edition in editions {
            add(language.pick(zh: "对照成果版本", en: "edition"), "\(edition.county.name) \(edition.id)")
            add(language.pick(zh: "文号", en: "document"), "\(edition.document.number)")
            let dates = Set(try generation.definitions(in: edition.id).map(\.valuationDate)).sorted()
            if !dates.isEmpty {
                add(
                    language.pick(zh: "估价期日", en: "valuation date"),
                    dates.map(date).joined(separator: language.pick(zh: "、", en: ", ")))
            }
        }
        if let compareWith { add(language.pick(zh: "另与此版本比较", en: "compared with"), "\(compareWith)") }
        return facts
    }

    private func date(_ date: CalendarDate) -> Sentence {
        language.pick(zh: "\(date.chinese)", en: "\(date.description)")
    }
}
