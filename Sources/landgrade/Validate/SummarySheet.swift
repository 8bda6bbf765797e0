import ParcelValidation
import CommandSupport

/// What the summary sheet of a checked workbook says, in Chinese or English.
struct SummarySheet {
    let wording: any ListWording
    let isChinese: Bool
    /// Name and text: the list, the editions it was held against …
    let facts: [WorkbookSummary.Fact]
    let byTownship: Bool
    let areaUnit: String?

    func content(_ summary: ValidationSummary) -> WorkbookSummary {
        let verdicts = Verdict.allCases.filter { (summary.counts[$0] ?? 0) > 0 }
        let counts = verdicts.map { verdict in
            WorkbookSummary.Count(name(verdict), summary.counts[verdict] ?? 0, Self.mark(verdict))
        }
        let rows = WorkbookSummary.Fact(isChinese ? "行数" : "rows", String(summary.rows))
        return WorkbookSummary(
            title: isChinese ? "清单核对结果" : "Checked list", facts: facts + [rows] + areas(summary, verdicts),
            nameColumn: isChinese ? "结论" : "verdict", countColumn: isChinese ? "行数" : "rows", counts: counts,
            townships: byTownship ? townships(summary, verdicts) : nil)
    }

    private func areas(_ summary: ValidationSummary, _ verdicts: [Verdict]) -> [WorkbookSummary.Fact] {
        guard let areas = summary.areas else { return [] }
        let lead = (isChinese ? "面积合计" : "area") + (areaUnit.map { isChinese ? "（\($0)）" : " (\($0))" } ?? "")
        var facts = [WorkbookSummary.Fact(lead, areas.total)]
        for verdict in verdicts where verdict != .notARow {
            facts.append(WorkbookSummary.Fact("  " + wording.name(verdict), areas.sum(of: verdict)))
        }
        let missing = [
            (areas.empty, "面积空白的行", "rows without an area"),
            (areas.unreadable, "面积读不出的行", "rows whose area is unreadable"),
        ]
        for (count, chinese, english) in missing where count > 0 {
            facts.append(WorkbookSummary.Fact(isChinese ? chinese : english, String(count)))
        }
        return facts
    }

    private func townships(_ summary: ValidationSummary, _ verdicts: [Verdict]) -> WorkbookSummary.Table {
        WorkbookSummary.Table(
            columns: [isChinese ? "乡镇" : "township"] + verdicts.map { wording.name($0) },
            rows: summary.townshipsInOrder.map { township, counts in
                let none = isChinese ? "未认定到村" : "no place"
                let name = township == .none ? none : "\(township.county) \(township.township)"
                return WorkbookSummary.Table.Row(name, verdicts.map { counts[$0] ?? 0 })
            })
    }

    private func name(_ verdict: Verdict) -> String {
        isChinese ? "\(wording.name(verdict))（\(verdict.rawValue)）" : wording.name(verdict)
    }

    /// As the rows themselves are coloured.
    private static func mark(_ verdict: Verdict) -> WorkbookSummary.Mark {
        verdict.isFine ? .fine : verdict.isWrong ? .wrong : .doubtful
    }
}
