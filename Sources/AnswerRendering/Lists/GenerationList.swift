import GradeModel
import StrictJSON
import SystemSupport

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

    static func text(_ rows: [GenerationRow], in language: Language) -> String {
        let labels = language.generationLabels
        var table = TextTable(
            header: [labels.generation, labels.made, labels.editions, labels.bytes, labels.state],
            alignments: [.right, .left, .right, .right, .left])
        for row in rows {
            let state = language.word(row.state) + (row.isCurrent ? language.currentMark : "")
            table.append([
                "\(row.number)", "\(row.made ?? "")", row.editions.map { "\($0.count)" } ?? "", "\(row.bytes)", state,
            ])
        }
        return table.text
    }
}
