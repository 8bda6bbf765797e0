import ParcelValidation
import CommandSupport
import SystemSupport

/// What the summary sheet of a checked workbook says.
struct SummarySheet {
    let language: Language
    /// Name and text: the list, the editions it was held against …
    let facts: [WorkbookSummary.Fact]
    let byTownship: Bool
    let areaUnit: String?

    func content(_ summary: ValidationSummary) -> WorkbookSummary {
        let verdicts = Verdict.allCases.filter { (summary.counts[$0] ?? 0) > 0 }
        let counts = verdicts.map { verdict in
            WorkbookSummary.Count(name(verdict), summary.counts[verdict] ?? 0, Self.mark(verdict))
        }
        let rows = WorkbookSummary.Fact(language.pick(zh: "行数", en: "rows"), "\(summary.rows)")
        return WorkbookSummary(
            title: language.pick(zh: "清单核对结果", en: "Checked list").text,
            facts: facts + [rows] + areas(summary, verdicts),
            nameColumn: language.pick(zh: "结论", en: "verdict").text,
            countColumn: language.pick(zh: "行数", en: "rows").text, counts: counts,
            townships: byTownship ? townships(summary, verdicts) : nil)
    }

    private func areas(_ summary: ValidationSummary, _ verdicts: [Verdict]) -> [WorkbookSummary.Fact] {
        guard let areas = summary.areas else { return [] }
        let unit = areaUnit.map { language.pick(zh: "（\($0)）", en: " (\($0))") } ?? ""
        let lead = language.pick(zh: "面积合计\(unit)", en: "area\(unit)")
        var facts = [WorkbookSummary.Fact(lead, "\(areas.total)")]
        for verdict in verdicts where verdict != .notARow {
            facts.append(WorkbookSummary.Fact("  " + verdict.sentence(in: language), "\(areas.sum(of: verdict))"))
        }
        let missing = [
            (areas.empty, language.pick(zh: "面积空白的行", en: "rows without an area")),
            (areas.unreadable, language.pick(zh: "面积读不出的行", en: "rows whose area is unreadable")),
        ]
        for (count, name) in missing where count > 0 { facts.append(WorkbookSummary.Fact(name, "\(count)")) }
        return facts
    }

    private func townships(_ summary: ValidationSummary, _ verdicts: [Verdict]) -> WorkbookSummary.Table {
        WorkbookSummary.Table(
            columns: [language.pick(zh: "乡镇", en: "township").text]
                + verdicts.map { $0.sentence(in: language).text },
            rows: summary.townshipsInOrder.map { township, counts in
                let none = language.pick(zh: "未认定到村", en: "no place").text
                let name = township == .none ? none : "\(township.county) \(township.township)"
                return WorkbookSummary.Table.Row(name, verdicts.map { counts[$0] ?? 0 })
            })
    }

    private func name(_ verdict: Verdict) -> String {
        let name = verdict.sentence(in: language)
        return language.pick(zh: "\(name)（\(verdict.rawValue)）", en: name).text
    }

    /// As the rows themselves are coloured.
    private static func mark(_ verdict: Verdict) -> WorkbookSummary.Mark {
        verdict.isFine ? .fine : verdict.isWrong ? .wrong : .doubtful
    }
}
