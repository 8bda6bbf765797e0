import GradeModel
import SystemSupport

/// Villages with a column for each land type that is graded at all; the others are named once below the table.
struct VillageTable {
    let rows: [VillageRow]
    let sentences: any Sentences

    var lines: [String] {
        let labels = sentences.listLabels
        let asked = LandType.allCases.filter { landType in rows.contains { $0[landType] != nil } }
        let graded = asked.filter { landType in
            rows.contains { row in row[landType].map { $0.outcome != .notPublished } ?? false }
        }
        let countyColumn = CountyColumn(rows.map(\.county))
        var table = TextTable(
            header: countyColumn.header(labels) + [labels.township, labels.village, labels.kind]
                + graded.map(sentences.word),
            alignments: countyColumn.alignments + [.left, .left, .left] + graded.map { _ in .left })
        for row in rows {
            table.append(
                countyColumn.cell(row.county)
                    + [
                        shown(row.township), sentences.entryName(row.village, part: nil),
                        row.kind.map(sentences.word) ?? "",
                    ]
                    + graded.map { row.grades.isEmpty ? sentences.noEditionCell : cell(row[$0]) })
        }
        let ungraded = asked.filter { !graded.contains($0) }
        return table.lines + (ungraded.isEmpty ? [] : [sentences.ungraded(ungraded)])
    }

    private func cell(_ grade: VillageGrade?) -> String {
        guard let grade else { return "" }
        switch (grade.outcome, grade.grade) {
        case (.graded, let held?): return sentences.gradeCell(held, isDisputed: false)
        case (.disputed, let held?): return sentences.gradeCell(held, isDisputed: true)
        case (.byPart, _): return sentences.partCell(grade.parts)
        case (.unknownVillage, _): return sentences.unknownVillageCell
        case (.notListed, _): return sentences.notListedCell
        case (.notPublished, _), (.graded, nil), (.disputed, nil): return sentences.notPublishedCell
        }
    }
}

extension VillageRow {
    subscript(landType: LandType) -> VillageGrade? { grades.first { $0.landType == landType } }
}
