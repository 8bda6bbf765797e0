public import CommandSupport
public import ParcelValidation
public import SystemSupport

/// What stands in the workbook of a checked list beside its rows.
public struct CheckedWorkbook {
    private let language: Language
    private let isWorded: Bool
    /// Name and text: the list, the editions it was held against …
    private let facts: [WorkbookSummary.Fact]
    private let byTownship: Bool
    private let areaUnit: String?
    private let isComparing: Bool
    private let columns: (own: Int, ours: Int)
    private let printed: ClosedRange<Int>?
    private let pageHeading: Sentence

    /// - Parameters:
    ///   - facts: what was checked, and against what.
    ///   - pageHeading: the same in a line.
    public init(
        _ list: ListValidation, _ facts: [WorkbookSummary.Fact], pageHeading: Sentence, options: ValidationOptions,
        byTownship: Bool
    ) {
        language = options.language
        isWorded = options.words
        isComparing = options.isComparing
        self.facts = facts
        self.pageHeading = pageHeading
        self.byTownship = byTownship
        areaUnit = list.columns.areaUnit
        columns = (list.keptColumns, list.ourColumns.count)
        printed = PrintedColumns.chosen(roles: list.roleColumns, of: list.keptColumns)
    }

    public var header: WorkbookHeader {
        WorkbookHeader(
            columns: columns.own + columns.ours, listColumns: columns.own, language: language,
            rowsSheet: language.pick(zh: "核对结果", en: "Rows").text,
            summarySheet: language.pick(zh: "汇总", en: "Summary").text, pageHeading: pageHeading.text,
            printedColumns: printed)
    }

    public func summary(_ summary: ValidationSummary) -> WorkbookSummary {
        let verdicts = Verdict.allCases.filter { (summary.counts[$0] ?? 0) > 0 }
        let counts = verdicts.map { verdict in
            WorkbookSummary.Count(name(verdict), summary.counts[verdict] ?? 0, Self.mark(verdict))
        }
        let rows = WorkbookSummary.Fact(language.pick(zh: "行数", en: "rows"), number: "\(summary.rows)")
        return WorkbookSummary(
            title: language.pick(zh: "清单核对结果", en: "Checked list").text,
            facts: facts + [rows] + areas(summary, verdicts) + prices(summary),
            nameColumn: language.pick(zh: "结论", en: "verdict").text,
            countColumn: language.pick(zh: "行数", en: "rows").text, counts: counts,
            townships: byTownship ? townships(summary, verdicts) : nil)
    }

    private var unitWords: Sentence {
        areaUnit.map { language.pick(zh: "（\($0)）", en: " (\($0))") } ?? ""
    }

    private func areas(_ summary: ValidationSummary, _ verdicts: [Verdict]) -> [WorkbookSummary.Fact] {
        guard let areas = summary.areas else { return [] }
        let lead = language.pick(zh: "面积合计\(unitWords)", en: "area\(unitWords)")
        var facts = [WorkbookSummary.Fact(lead, number: "\(areas.total)")]
        for verdict in verdicts where verdict != .notARow {
            facts.append(
                WorkbookSummary.Fact("  " + verdict.sentence(in: language), number: "\(areas.sum(of: verdict))"))
        }
        let missing = [
            (areas.empty, language.pick(zh: "面积空白的行", en: "rows without an area")),
            (areas.unreadable, language.pick(zh: "面积读不出的行", en: "rows whose area is unreadable")),
        ]
        for (count, name) in missing where count > 0 { facts.append(WorkbookSummary.Fact(name, number: "\(count)")) }
        return facts
    }

    private func prices(_ summary: ValidationSummary) -> [WorkbookSummary.Fact] {
        guard let prices = summary.prices else { return [] }
        var facts = [WorkbookSummary.Fact]()
        for check in PriceCheck.allCases {
            guard let count = prices.counts[check], count > 0 else { continue }
            let name = check.sentence(in: language)
            let money = prices.sum(of: check).words(isComparing: isComparing, in: language)
            facts.append(
                WorkbookSummary.Fact(
                    language.pick(zh: "地价核对：\(name)", en: "prices: \(name)"),
                    language.pick(
                        zh: "\(count)行\(money.map { "；" + $0 } ?? "")",
                        en: "rows: \(count)\(money.map { "; " + $0 } ?? "")")))
            if summary.areas != nil {
                facts.append(
                    WorkbookSummary.Fact(
                        language.pick(zh: "  面积\(unitWords)", en: "  area\(unitWords)"),
                        number: "\(prices.area(of: check))"))
            }
        }
        if prices.undeclared > 0 {
            facts.append(
                WorkbookSummary.Fact(
                    language.pick(zh: "地价核对：未申报", en: "prices: none declared"), number: "\(prices.undeclared)"))
        }
        guard let money = prices.total.words(isComparing: isComparing, in: language) else { return facts }
        facts.append(WorkbookSummary.Fact(language.pick(zh: "金额合计", en: "amounts"), money))
        for verdict in Verdict.allCases {
            guard let money = prices.sum(of: verdict).words(isComparing: isComparing, in: language) else { continue }
            facts.append(WorkbookSummary.Fact("  " + verdict.sentence(in: language), money))
        }
        for (township, _) in byTownship ? summary.townshipsInOrder : [] {
            guard let money = prices.sum(in: township).words(isComparing: isComparing, in: language) else { continue }
            let none = language.pick(zh: "未认定到村", en: "no place")
            facts.append(
                WorkbookSummary.Fact(
                    township == .none ? none : "  \(township.county) \(township.township)", money))
        }
        let remark = language.pick(
            zh: "基准地价乘以面积，未作期日、年期和因素修正，不是宗地评估价",
            en: "base price times area, without correction for date, term or factors: no appraisal")
        return facts + [WorkbookSummary.Fact(language.pick(zh: "基准金额", en: "official amounts"), remark)]
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
        return isWorded ? name.text : language.pick(zh: "\(name)（\(verdict.rawValue)）", en: name).text
    }

    /// As the rows themselves are coloured.
    private static func mark(_ verdict: Verdict) -> WorkbookSummary.Mark {
        verdict.isFine ? .fine : verdict.isWrong ? .wrong : .doubtful
    }
}
