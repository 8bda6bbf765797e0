public import GradeModel
public import StrictJSON
import SystemSupport

/// A comparison in every format. As CSV it is a record for each difference.
extension EditionComparison {
    var rows: [ChangeRow] { changes.map { ChangeRow($0) } }

    public var json: JSONValue {
        [
            "outcome": .string(changes.isEmpty ? "same" : "different"), "county": AnswerJSON.county(new.county),
            "old": old.json, "new": new.json,
            "counts": .object(counts.map { JSONMember($0.kind.rawValue, .integer($0.count)) }),
            "changes": .array(rows.map(\.json)),
        ]
    }

    /// Only of what there is.
    var counts: [(kind: EditionChange.Kind, count: Int)] {
        var counts: [EditionChange.Kind: Int] = [:]
        for change in changes { counts[change.kind, default: 0] += 1 }
        return EditionChange.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }
}

extension ComparedEdition {
    fileprivate var json: JSONValue {
        [
            "edition": .string(id.text), "document": .string(document.number),
            "issued": .string(document.issued.description), "package_sha256": .string(packageSHA256),
        ]
    }
}

extension AnswerRenderer {
    public func render(_ comparison: EditionComparison) -> [UInt8] {
        switch format {
        case .text: Array(ComparisonText(comparison, language).text.utf8)
        case .json: bytes(comparison.json)
        case .csv: Self.bytes(header: ChangeRow.header, comparison.rows.map(\.cells))
        }
    }
}
