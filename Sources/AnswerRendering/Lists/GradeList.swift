import GradeModel
import StrictJSON

extension GradeRow: ListRow {
    static var key: String { "grades" }

    static var header: [String] {
        ["county_code", "county", "edition", "land_type", "grade", "villages", "disputed"]
    }

    var json: JSONValue {
        [
            "county": AnswerJSON.county(county), "edition": .string(edition.text),
            "land_type": .string(landType.rawValue), "grade": .number(count?.grade.rawValue),
            "villages": .number(count?.villages), "disputed": .number(count?.disputed),
        ]
    }

    var records: [[String]] {
        [
            [
                county.code, county.name, edition.text, landType.rawValue, AnswerCSV.number(count?.grade.rawValue),
                AnswerCSV.number(count?.villages), AnswerCSV.number(count?.disputed),
            ]
        ]
    }

    static func text(_ rows: [GradeRow], in sentences: any Sentences) -> String {
        let labels = sentences.listLabels
        let countyColumn = CountyColumn(rows.map(\.county))
        var table = TextTable(
            header: countyColumn.header(labels) + [labels.landType, labels.grade, labels.villages, labels.disputed],
            alignments: countyColumn.alignments + [.left, .left, .right, .right])
        for row in rows {
            let cells =
                row.count.map { [sentences.word($0.grade), String($0.villages), String($0.disputed)] }
                ?? [sentences.notPublishedCell, "", ""]
            table.append(countyColumn.cell(row.county) + [sentences.word(row.landType)] + cells)
        }
        return table.lines.map { $0 + "\n" }.joined()
    }
}
