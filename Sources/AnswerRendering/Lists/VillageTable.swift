import GradeModel
import SystemSupport

/// Villages with a column for each land type that is graded at all; the others are named once below the table.
struct VillageTable {
    let rows: [VillageRow]
    let language: Language

    var text: String { table.text + (ungraded.isEmpty ? "" : language.ungraded(ungraded).text + "\n") }

    func write(to lines: inout LabelledLines) {
        lines.table(table)
        if !ungraded.isEmpty { lines.line(language.ungraded(ungraded)) }
    }

    private var asked: [LandType] {
        LandType.allCases.filter { landType in rows.contains { $0[landType] != nil } }
    }

    private var graded: [LandType] {
        asked.filter { landType in
            rows.contains { row in row[landType].map { $0.outcome != .notPublished } ?? false }
        }
    }

    private var ungraded: [LandType] {
        let graded = graded
        return asked.filter { !graded.contains($0) }
    }

    private var table: TextTable {
        let graded = graded
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
                    + graded.map { row.grades.isEmpty ? language.noEditionCell : cell(row[$0]) })
        }
        return table
    }

    private func cell(_ grade: VillageGrade?) -> Sentence {
        guard let grade else { return "" }
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
    subscript(landType: LandType) -> VillageGrade? { grades.first { $0.landType == landType } }
}
