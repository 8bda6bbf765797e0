public import GradeModel

/// The edition that a gazette's text holds, as the importer reads it and before any change by hand.
public struct GazetteImport: Hashable, Sendable {
    public let edition: Edition
    public let tables: [ReadTable]
    /// What the text itself gave rise to; `Audit` says the rest.
    public let findings: [Finding]

    /// A grade table that was read, for the report.
    public struct ReadTable: Hashable, Sendable {
        /// `表2`.
        public let table: String
        public let landType: LandType
        /// Lines of the text, first row to last.
        public let lines: ClosedRange<Int>
        public let rows: Int
        public let entries: Int
    }

    /// Throws `GazetteError`, with the line, for a text without such tables, with half of them, with two documents'
    /// tables, or with a broken row.
    ///
    /// `pinyin` gives a township's pinyin where it can be told, else nil: then the cell stays empty for a person.
    public init(
        _ text: GazetteText, _ options: ImportOptions, pinyin: (String) -> String? = { _ in nil }
    ) throws(GazetteError) {
        let annex = try Annex(text)
        let definitions = try DefinitionReading(text, annex.definitions)
        let defined = Set(definitions.definitions.map(\.landType))
        for (caption, landType) in annex.grades where !defined.contains(landType) {
            throw GazetteError(line: caption.line, .undefinedLandType(landType))
        }
        let printed = try PrintedTables(text, annex).tables
        let citation = CitationReading(text, annex, options)
        let document = try citation.document()
        let graded = GradedRows(printed)
        edition = Edition(
            id: try citation.id(document), county: try citation.county(), document: document,
            definitions: definitions.definitions, grades: graded.entries, aliases: [], errata: graded.errata,
            townships: graded.townships.enumerated().map { index, name in
                TownshipEntry(name: name, pinyin: pinyin(name) ?? "", code: nil, order: index + 1)
            },
            prices: [])
        tables = printed.map { table in
            ReadTable(
                table: table.table, landType: table.landType, lines: table.lines, rows: table.rows.count,
                entries: table.rows.reduce(0) { $0 + $1.villages.count })
        }
        findings =
            annex.prices.map { .priceTable(table: $0.table, line: $0.line) }
            + definitions.notCarried.map { .attributeNotCarried($0.attribute, line: $0.line) }
            + printed.filter(\.runsToEnd).map { .runsToEnd(table: $0.table) }
    }
}

/// The printed rows with the grades the passes tell.
private struct GradedRows {
    private(set) var entries: [GradeEntry] = []
    let errata: [Erratum]
    let townships: [String]

    init(_ printed: [PrintedTable]) {
        let labelled = printed.map { table in
            LabelledTable(
                table: table.table, landType: table.landType,
                rows: table.rows.map { LabelledRow(number: $0.number, township: $0.township, label: $0.label) })
        }
        let passes = TownshipPasses(labelled)
        var slips = SlipErrata()
        var held: [[Grade]] = []
        for (table, ranges) in zip(labelled, passes.passes) {
            switch LabelReading(table, passes: ranges, settles: passes.settles) {
            case .slipped(let grades):
                slips.add(table, grades, passes: ranges)
                held.append(grades)
            // What can't be told is left as printed; the audit says so.
            case .agree, .untold: held.append(table.rows.map(\.label))
            }
        }
        errata = slips.errata
        townships = passes.order
        for (table, grades) in zip(printed, held) {
            for (row, grade) in zip(table.rows, grades) {
                let source = TableRow(table: table.table, row: row.number)
                entries += row.villages.map { village in
                    GradeEntry(
                        landType: table.landType, township: row.township, village: village,
                        kind: PlaceKind(name: village), grade: grade, printedGrade: row.label,
                        erratum: slips.ids[source], source: source)
                }
            }
        }
    }
}
