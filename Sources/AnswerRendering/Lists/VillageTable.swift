package import GradeModel
package import SystemSupport

/// Villages with a column for each land type that is graded at all; the others are named once below the table.
package struct VillageTable {
    private let rows: [VillageRow]
    private let language: Language
    /// The land types that have a column.
    package let graded: [LandType]
    private let asked: [LandType]

    package init(rows: [VillageRow], language: Language) {
        self.rows = rows
        self.language = language
        asked = LandType.allCases.filter { landType in rows.contains { $0[landType] != nil } }
        graded = asked.filter { landType in
            rows.contains { row in row[landType].map { $0.outcome != .notPublished } ?? false }
        }
    }

    var text: String { table.text + (ungraded.map { $0.text + "\n" } ?? "") }

    func write(to lines: inout LabelledLines) {
        lines.table(table)
        if let ungraded { lines.line(ungraded) }
    }

    /// Below the table: the land types without a column.
    package var ungraded: Sentence? {
        let ungraded = asked.filter { !graded.contains($0) }
        return ungraded.isEmpty ? nil : language.ungraded(ungraded)
    }

    private var table: TextTable {
        let labels = language.listLabels
        let countyColumn = CountyColumn(rows.map(\.county))
        var table = TextTable(
            header: countyColumn.header(labels) + [labels.township, labels.village, labels.kind]
                + graded.map { language.word($0) },
            alignments: countyColumn.alignments + [.left, .left, .left] + graded.map { _ in .left })
        for row in rows {
            table.append(
                countyColumn.cell(row.county)
                    + [
                        "\(row.township)", language.entryName(row.village, part: nil),
                        row.kind.map { language.word($0) } ?? "",
                    ]
                    + graded.map { cell(row, $0) })
        }
        return table
    }

    /// What stands in a land type's column.
    package func cell(_ row: VillageRow, _ landType: LandType) -> Sentence {
        if row.grades.isEmpty { return language.noEditionCell }
        guard let grade = row[landType] else { return "" }
        switch (grade.outcome, grade.grade) {
        case (.graded, let held?): return language.gradeCell(held, isDisputed: false)
        case (.disputed, let held?): return language.gradeCell(held, isDisputed: true)
        case (.byPart, _): return language.partCell(grade.parts)
        case (.unknownVillage, _): return language.unknownVillageCell
        case (.notListed, _): return language.notListedCell
        case (.notPublished, _), (.graded, nil), (.disputed, nil): return language.notPublishedCell
        }
    }
}

extension VillageRow {
    package subscript(landType: LandType) -> VillageGrade? { grades.first { $0.landType == landType } }
}
