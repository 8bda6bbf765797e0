import ParcelValidation
import WorkbookStream

/// What the summary sheet of a checked workbook says, in Chinese or English.
struct SummarySheet {
    let wording: any ListWording
    let isChinese: Bool
    /// Name and text: the list, the editions it was held against …
    let facts: [WorkbookSummary.Fact]
    let byTownship: Bool

    func content(_ summary: ValidationSummary) -> WorkbookSummary {
        let verdicts = Verdict.allCases.filter { (summary.counts[$0] ?? 0) > 0 }
        let counts = verdicts.map { verdict in
            WorkbookSummary.Count(name(verdict), summary.counts[verdict] ?? 0, Self.mark(verdict))
        }
        let rows = WorkbookSummary.Fact(isChinese ? "行数" : "rows", String(summary.rows))
        return WorkbookSummary(
            title: isChinese ? "清单核对结果" : "Checked list", facts: facts + [rows],
            nameColumn: isChinese ? "结论" : "verdict", countColumn: isChinese ? "行数" : "rows", counts: counts,
            townships: byTownship ? townships(summary, verdicts) : nil)
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
