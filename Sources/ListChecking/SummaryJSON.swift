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
            JSONMember("verdicts", counts(summary.counts)), JSONMember("areas", areas(summary, columns)),
        ]
        if byTownship {
            let values = summary.townshipsInOrder.map { name, verdicts -> JSONValue in
                let isNone = name == .none
                return .object([
                    JSONMember("county", isNone ? .null : .string(name.county)),
                    JSONMember("township", isNone ? .null : .string(name.township)),
                    JSONMember("verdicts", counts(verdicts)),
                    JSONMember("areas", summary.areas.map { areas in sums { areas.sum(of: $0, in: name) } } ?? .null),
                ])
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

    /// Sums are decimal text, as amounts are; null where no column was summed up.
    private static func areas(_ summary: ValidationSummary, _ columns: ColumnMap) -> JSONValue {
        guard let areas = summary.areas else { return .null }
        return .object([
            JSONMember("column", column(.area, columns)),
            JSONMember("unit", columns.areaUnit.map { .string($0) } ?? .null),
            JSONMember("total", .string(areas.total)),
            JSONMember("verdicts", sums(areas.sum)), JSONMember("empty", .integer(areas.empty)),
            JSONMember("unreadable", .integer(areas.unreadable)),
        ])
    }

    private static func sums(_ text: (Verdict) -> String) -> JSONValue {
        .object(Verdict.allCases.filter { $0 != .notARow }.map { JSONMember($0.rawValue, .string(text($0))) })
    }

    private static func counts(_ counts: [Verdict: Int]) -> JSONValue {
        .object(Verdict.allCases.map { JSONMember($0.rawValue, .integer(counts[$0] ?? 0)) })
    }
}
