public import ParcelValidation
public import StrictJSON

/// The summary of a validation as JSON: every verdict has its count, 0 too, so that a program need not guess.
public enum SummaryJSON {
    /// - Parameter columns: the list's; `grade_column` says whether declared grades were compared.
    public static func value(
        _ summary: ValidationSummary, columns: ColumnMap, rate: Int?, byTownship: Bool
    ) -> JSONValue {
        var members = [
            JSONMember("rows", .integer(summary.rows)), JSONMember("rows_per_second", .number(rate)),
            JSONMember("grade_column", column(.grade, columns)),
            JSONMember("verdicts", counts(summary.counts)),
        ]
        if byTownship {
            let values = summary.townshipsInOrder.map { name, verdicts -> JSONValue in
                let isNone = name == .none
                return [
                    "county": isNone ? .null : .string(name.county),
                    "township": isNone ? .null : .string(name.township), "verdicts": counts(verdicts),
                ]
            }
            members.append(JSONMember("townships", .array(values)))
        }
        return .object(members)
    }

    /// Number from 1 and header; null where the list has none.
    private static func column(_ role: ColumnRole, _ columns: ColumnMap) -> JSONValue {
        guard let column = columns[role] else { return .null }
        return ["number": .integer(column + 1), "header": .string(columns.headers[column])]
    }

    private static func counts(_ counts: [Verdict: Int]) -> JSONValue {
        .object(Verdict.allCases.map { JSONMember($0.rawValue, .integer(counts[$0] ?? 0)) })
    }
}
