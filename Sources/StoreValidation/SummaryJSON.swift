public import ParcelValidation
public import StrictJSON

/// The summary of a validation as JSON: every verdict has its count, 0 too, so that a program need not guess.
public enum SummaryJSON {
    public static func value(_ summary: ValidationSummary, rate: Int?, byTownship: Bool) -> JSONValue {
        var members = [
            JSONMember("rows", .integer(summary.rows)), JSONMember("rows_per_second", .number(rate)),
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

    private static func counts(_ counts: [Verdict: Int]) -> JSONValue {
        .object(Verdict.allCases.map { JSONMember($0.rawValue, .integer(counts[$0] ?? 0)) })
    }
}
