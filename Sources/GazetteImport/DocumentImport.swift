import EditionPackage
public import EditionPublishing
public import GradeModel
public import SourceDocuments
import SystemSupport

/// What a document says about the grades and prices of a county's land, as a draft: with questions where a person has to
/// decide, complete where nothing is open.
///
///     let read = try DocumentImport(document, options)
///     read.draft.questions.count         // 0
///     read.draft.edition()               // the edition, before any change by hand
public struct DocumentImport: Hashable, Sendable {
    public let draft: ImportDraft
    public let tables: [ReadTable]
    /// What the document gave rise to and no question is about; `Audit` says the rest.
    public let findings: [Finding]

    /// A grade table that was read, for the report.
    public struct ReadTable: Hashable, Sendable {
        /// `表2`.
        public let table: String
        public let landType: LandType
        public let first: SourcePlace
        public let last: SourcePlace
        public let rows: Int
        public let entries: Int
    }

    /// Throws `ImportError` for a document without such tables, with half of them, or with another county's.
    ///
    /// - Parameters:
    ///   - places: all villages of the county; what it holds is a name.
    ///   - former: the county's edition before this one.
    public init(
        _ document: SourceDocument, _ options: ImportOptions, places: ClosedList? = nil, former: Edition? = nil
    ) throws(ImportError) {
        let found = FoundTables(document)
        if let lost = found.announced.first { throw ImportError(place: lost.place, .announced(lost.text)) }
        for (index, file) in document.files.enumerated() where file.mayBeCutShort {
            guard case .table(let last)? = document.blocks.last(where: { $0.place.file == index }) else { continue }
            throw ImportError(place: last.rows.last?.place, .endsInsideRow)
        }
        let reading = ScopeReading(closed: places, townships: TownshipNames(found.tables, former).names)
        let all = found.tables.map { TableFacts($0, reading, chosenRight: options.rights) }
        let facts = all.filter { !$0.isOthers }
        try Self.check(found, facts, isDoubtful: all.contains(where: \.isDoubtful), document)
        let county = try Self.county(found, facts, options)
        var open = OpenQuestions()
        open.add(found.unknown)
        let doubtful = all.filter(\.isDoubtful).map { facts in
            (facts.table.pieces[0], facts.table.caption, facts.table.header.rows[0].joined(separator: " | "))
        }
        open.add(doubtful)
        for table in facts {
            if table.table.grid == .aligned { open.addAligned(table.table) }
            open.questions += table.questions
        }
        let judgement = LabelJudgement(facts)
        for (table, rows) in judgement.untold { open.addLabels(table, rows) }
        var scopes = facts.flatMap(\.scopes)
        for index in scopes.indices {
            guard let moved = judgement.moved[scopes[index].source] else { continue }
            scopes[index].grade = moved.grade
            scopes[index].erratum = moved.erratum
        }
        open.addUntyped(facts)
        let resolution = ScopeResolution(
            scopes, reading, lists: PlaceLists(all).villages, former: former.map { ClosedList($0) })
        open.questions += resolution.questions
        let graded = Set(scopes.flatMap(\.landTypes)).union(facts.flatMap(\.prices).map(\.landType)).sorted()
        let definitions = DefinitionFacts(found.definitions, document, landTypes: graded, chosen: options.rights)
        try open.addRights(definitions, facts, options)
        let prices = PriceResolution(facts.flatMap(\.prices))
        // Amounts of several rights contradict each other until one right is chosen.
        if !open.questions.contains(where: { $0.kind == .rights }) { open.questions += prices.questions }
        open.addNotes(document, facts)
        var draft = ImportDraft(countyCode: options.countyCode)
        draft.province = options.province
        draft.prefecture = options.prefecture
        draft.grades = resolution.grades
        draft.prices = prices.prices
        draft.errata = judgement.errata
        draft.townships = Self.townships(resolution.grades, judgement.order)
        draft.definitions = open.define(definitions, graded)
        let tables = (found.tables.map(\.place) + found.definitions.map(\.table.place))
        let first = document.blocks.first { tables.contains($0.place) }?.place
        let citation = CitationReading(document, before: first, options, caption: county).citation()
        draft.citation = citation.0
        draft.citation.rights = options.rights
        open.add(citation.0, several: citation.several)
        draft.questions = open.numbered(in: document)
        self.draft = draft
        self.tables = Self.report(facts, resolution.grades)
        findings = Self.findings(document, facts, definitions, resolution)
    }

    private static func check(
        _ found: FoundTables, _ facts: [TableFacts], isDoubtful: Bool, _ document: SourceDocument
    ) throws(ImportError) {
        if found.definitions.count > 1 {
            throw ImportError(
                place: found.definitions[1].table.place, .secondDefinitions(first: found.definitions[0].label))
        }
        let scoped = facts.filter { table in
            !table.scopes.isEmpty || table.questions.contains { $0.kind != .price && $0.kind != .unknownColumn }
        }
        if facts.isEmpty, found.unknown.isEmpty, found.definitions.isEmpty, !isDoubtful {
            let headers = document.blocks.compactMap { block -> String? in
                guard case .table(let table) = block else { return nil }
                return table.rows.first?.cells.map(\.text).joined(separator: " | ")
            }
            throw ImportError(place: nil, .noTables(seen: Array(headers.prefix(5))))
        }
        guard !scoped.isEmpty || !found.unknown.isEmpty || isDoubtful else {
            throw ImportError(place: nil, .noGradeTable)
        }
        for (index, table) in scoped.enumerated() {
            for earlier in scoped[..<index] {
                guard let landType = secondGrading(earlier, table) else { continue }
                throw ImportError(
                    place: table.table.place,
                    .secondTable(landType, table: table.table.label, first: earlier.table.label))
            }
        }
    }

    /// The land type that two tables grade, where they are no parts of one: by grade, by township.
    private static func secondGrading(_ a: TableFacts, _ b: TableFacts) -> LandType? {
        let types = Set(a.scopes.flatMap(\.landTypes)).intersection(b.scopes.flatMap(\.landTypes))
        for landType in types.sorted() {
            let first = a.scopes.filter { $0.landTypes.contains(landType) }
            let second = b.scopes.filter { $0.landTypes.contains(landType) }
            if Set(first.map(\.printed)).isDisjoint(with: second.map(\.printed)) { continue }
            let townships = (Set(first.map(\.township)), Set(second.map(\.township)))
            if !townships.0.contains(nil), !townships.1.contains(nil), townships.0.isDisjoint(with: townships.1) {
                continue
            }
            return landType
        }
        return nil
    }

    /// The county of the captions, held against the one the caller names.
    private static func county(
        _ found: FoundTables, _ facts: [TableFacts], _ options: ImportOptions
    ) throws(ImportError) -> String? {
        var first: String?
        for caption in facts.map(\.table.caption) + found.definitions.map(\.caption) {
            guard let name = TableCaption.counties(in: caption.title).last else { continue }
            let expected = options.countyName ?? first ?? name
            guard folded(name) == folded(expected) || folded(expected).hasSuffix(folded(name)) else {
                throw ImportError(place: caption.place, .otherCounty(found: name, expected: expected))
            }
            first = first ?? name
        }
        return first
    }

    private static func townships(_ grades: [DraftGrade], _ order: [String]) -> [String] {
        let graded = Set(grades.map(\.township))
        return order.filter(graded.contains)
    }

    private static func report(_ facts: [TableFacts], _ grades: [DraftGrade]) -> [ReadTable] {
        facts.flatMap { table -> [ReadTable] in
            guard let first = table.table.rows.first, let last = table.table.rows.last else { return [] }
            return Set(table.scopes.flatMap(\.landTypes)).sorted().map { landType in
                ReadTable(
                    table: table.table.label, landType: landType, first: first.row.place, last: last.row.place,
                    rows: table.table.rows.count,
                    entries: grades.count { $0.landType == landType && $0.source.table == table.table.label })
            }
        }
    }

    private static func findings(
        _ document: SourceDocument, _ facts: [TableFacts], _ definitions: DefinitionFacts, _ resolution: ScopeResolution
    ) -> [Finding] {
        var findings: [Finding] = definitions.notCarried.map {
            .attributeNotCarried($0.text, at: $0.place.sentence(in: .en).text)
        }
        if case .table(let last) = document.blocks.last, document.files[last.place.file].kind == .text,
            let table = facts.last?.table, table.pieces.contains(last) || table.rows.last?.row == last.rows.last
        {
            findings.append(.runsToEnd(table: table.label))
        }
        findings += resolution.resolved.map { .resolved(text: $0.text, township: $0.township, names: $0.villages) }
        return findings
    }
}
