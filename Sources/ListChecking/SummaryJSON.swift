public import ParcelValidation
public import StrictJSON

/// The summary of a validation as JSON: every verdict has its count, 0 too, so that a program need not guess.
public enum SummaryJSON {
    /// - Parameter columns: the list's; `grade_column` says whether declared grades were compared.
    public static func value(
        _ summary: ValidationSummary, columns: ColumnMap, rate: Int?, byTownship: Bool, isComparing: Bool = false
    ) -> JSONValue {
        var members = [
            JSONMember("rows", .integer(summary.rows)), JSONMember("rows_per_second", .number(rate)),
            JSONMember(
                "columns",
                .object(
                    ColumnRole.allCases.filter { columns[$0] != nil }.map {
                        JSONMember($0.rawValue, column($0, columns))
                    })),
            JSONMember("grade_column", column(.grade, columns)),
            JSONMember("verdicts", counts(summary.counts)), JSONMember("areas", areas(summary, columns)),
        ]
        if let prices = summary.prices {
            members.append(JSONMember("prices", self.prices(prices, columns, isComparing)))
        }
        if byTownship {
            let areas = summary.areas?.byTownship
            let values = summary.townshipsInOrder.map { name, verdicts -> JSONValue in
                let isNone = name == .none
                var members = [
                    JSONMember("county", isNone ? .null : .string(name.county)),
                    JSONMember("township", isNone ? .null : .string(name.township)),
                    JSONMember("verdicts", counts(verdicts)),
                    JSONMember("areas", areas.map { areas in sums { areas[name]?[$0] ?? "0" } } ?? .null),
                ]
                if let prices = summary.prices {
                    members.append(
                        JSONMember(
                            "prices",
                            .object([
                                JSONMember("checks", checks(prices.counts(in: name))),
                                JSONMember("amounts", money(prices.sum(in: name), isComparing)),
                            ])))
                }
                return .object(members)
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

    private static func prices(_ prices: PriceTotals, _ columns: ColumnMap, _ isComparing: Bool) -> JSONValue {
        func column(_ role: ColumnRole) -> JSONValue {
            guard let column = columns[role] else { return .null }
            return [
                "number": .integer(column + 1), "header": .string(columns.headers[column]),
                "unit": columns.units[role].map { .string($0.unit.word) } ?? .null,
            ]
        }
        return .object([
            JSONMember("unit_price_column", column(.unitPrice)), JSONMember("amount_column", column(.amount)),
            JSONMember("area_column", column(.area)), JSONMember("checks", checks(prices.counts)),
            JSONMember("undeclared", .integer(prices.undeclared)),
            JSONMember(
                "areas",
                .object(
                    PriceCheck.allCases.map { JSONMember($0.rawValue, .string(prices.area(of: $0))) }
                        + [JSONMember("undeclared", .string(prices.area(of: nil)))])),
            JSONMember("amounts", money(prices.total, isComparing)),
            JSONMember(
                "verdicts",
                .object(
                    Verdict.allCases.filter { $0 != .notARow }.map {
                        JSONMember($0.rawValue, money(prices.sum(of: $0), isComparing))
                    })),
            JSONMember(
                "by_check",
                .object(
                    PriceCheck.allCases.map { JSONMember($0.rawValue, money(prices.sum(of: $0), isComparing)) }
                        + [JSONMember("undeclared", money(prices.sum(of: PriceCheck?.none), isComparing))])),
        ])
    }

    private static func checks(_ counts: [PriceCheck: Int]) -> JSONValue {
        .object(PriceCheck.allCases.map { JSONMember($0.rawValue, .integer(counts[$0] ?? 0)) })
    }

    /// Decimal text in 元, and of how many rows each is.
    private static func money(_ money: MoneyTotal, _ isComparing: Bool) -> JSONValue {
        // The sum of no row is none, and not 0.
        func sum(_ text: String, of rows: Int) -> JSONValue { rows > 0 ? .string(text) : .null }
        var members = [
            JSONMember("official", sum(money.official, of: money.rows)),
            JSONMember("official_rows", .integer(money.rows)),
            JSONMember("declared", sum(money.declared, of: money.declaredRows)),
            JSONMember("declared_rows", .integer(money.declaredRows)),
            JSONMember("difference", sum(money.difference, of: money.bothRows)),
            JSONMember("difference_rows", .integer(money.bothRows)),
        ]
        if isComparing {
            members += [("before", money.before), ("after", money.after), ("change", money.change)].map {
                JSONMember($0.0, sum($0.1, of: money.comparedRows))
            }
            members.append(JSONMember("change_rows", .integer(money.comparedRows)))
        }
        return .object(members)
    }

    private static func counts(_ counts: [Verdict: Int]) -> JSONValue {
        .object(Verdict.allCases.map { JSONMember($0.rawValue, .integer(counts[$0] ?? 0)) })
    }
}
