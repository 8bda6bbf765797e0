import GradeModel
public import SystemSupport

extension PriceTotals {
    /// The summary of prices in lines, for a terminal; nothing of what there is none of.
    public func lines(isComparing: Bool, in language: Language) -> [Sentence] {
        var words = PriceCheck.allCases.compactMap { check -> Sentence? in
            guard let count = counts[check], count > 0 else { return nil }
            return language.pick(
                zh: "\(check.sentence(in: language))（\(check.rawValue)）\(count)", en: "\(check.rawValue) \(count)")
        }
        if undeclared > 0 { words.append(language.pick(zh: "未申报 \(undeclared)", en: "none declared \(undeclared)")) }
        let all = words.joined(separator: language.pick(zh: "，", en: ", "))
        var lines = [language.pick(zh: "地价核对：\(all)", en: "prices: \(all)")]
        guard let money = total.words(isComparing: isComparing, in: language) else { return lines }
        lines.append(language.pick(zh: "金额合计：\(money)", en: "amounts: \(money)"))
        for verdict in Verdict.allCases {
            guard let money = sum(of: verdict).words(isComparing: isComparing, in: language) else { continue }
            lines.append(
                language.pick(
                    zh: "  结论“\(verdict.sentence(in: language))”：\(money)",
                    en: "  verdict \(verdict.rawValue): \(money)"))
        }
        for check in PriceCheck.allCases {
            guard let money = sum(of: check).words(isComparing: isComparing, in: language) else { continue }
            lines.append(
                language.pick(
                    zh: "  地价“\(check.sentence(in: language))”：\(money)",
                    en: "  price check \(check.rawValue): \(money)"))
        }
        if let money = sum(of: PriceCheck?.none).words(isComparing: isComparing, in: language) {
            lines.append(language.pick(zh: "  未申报：\(money)", en: "  none declared: \(money)"))
        }
        lines.append(
            language.pick(
                zh: "基准金额为基准地价乘以面积，每行四舍五入到0.01元，未作期日、年期和因素修正，不是宗地评估价",
                en: """
                    official amounts are base price times area, each row rounded to 0.01 元, without correction for date, \
                    term or factors: no appraisal
                    """))
        return lines
    }

    /// What a township's rows come to, as the end of its line; empty where there is nothing.
    func words(in township: TownshipName, isComparing: Bool, _ language: Language) -> Sentence {
        guard let money = sum(in: township).words(isComparing: isComparing, in: language) else { return "" }
        return language.pick(zh: "；\(money)", en: "; \(money)")
    }
}

extension MoneyTotal {
    /// Nil where there is neither an official nor a declared amount.
    public func words(isComparing: Bool, in language: Language) -> Sentence? {
        var words: [Sentence] = []
        if rows > 0 {
            words.append(language.pick(zh: "基准\(official)元（\(rows)行）", en: "official \(official) 元 (rows: \(rows))"))
        }
        if declaredRows > 0 {
            words.append(
                language.pick(
                    zh: "申报\(declared)元（\(declaredRows)行）", en: "declared \(declared) 元 (rows: \(declaredRows))"))
        }
        if bothRows > 0 {
            words.append(
                language.pick(
                    zh: "申报减基准\(difference)元（\(bothRows)行）",
                    en: "declared less official \(difference) 元 (rows: \(bothRows))"))
        }
        if isComparing, comparedRows > 0 {
            words.append(
                language.pick(
                    zh: "另一版本：由\(before)元变为\(after)元，相差\(change)元（\(comparedRows)行）",
                    en: "under the other edition from \(before) to \(after) 元, by \(change) 元 (rows: \(comparedRows))"))
        }
        return words.isEmpty ? nil : words.joined(separator: language.pick(zh: "，", en: ", "))
    }
}
