import GradeModel
import StrictJSON

extension GenerationRow: ListRow {
    static var key: String { "generations" }

    static var header: [String] { ["generation", "file", "bytes", "made", "editions", "current", "state"] }

    var json: JSONValue {
        [
            "generation": .integer(number), "file": .string(file), "bytes": .integer(bytes), "made": .text(made),
            "editions": editions.map { .array($0.map { .string($0.text) }) } ?? .null, "current": .bool(isCurrent),
            "state": .string(state.rawValue),
        ]
    }

    /// Editions are counted: a store of the whole country has thousands.
    var records: [[String]] {
        [
            [
                String(number), file, String(bytes), made ?? "", AnswerCSV.number(editions?.count),
                isCurrent ? "true" : "false", state.rawValue,
            ]
        ]
    }

    static func text(_ rows: [GenerationRow], in sentences: any Sentences) -> String {
        let labels = sentences.generationLabels
        var table = TextTable(
            header: [labels.generation, labels.made, labels.editions, labels.bytes, labels.state],
            alignments: [.right, .left, .right, .right, .left])
        for row in rows {
            let state = sentences.word(row.state) + (row.isCurrent ? sentences.currentMark : "")
            table.append([
                String(row.number), row.made ?? "", row.editions.map { String($0.count) } ?? "", String(row.bytes),
                state,
            ])
        }
        return table.lines.map { $0 + "\n" }.joined()
    }
}
