public import SystemSupport

extension ValidationSummary {
    /// The summary in lines, for a terminal.
    ///
    /// - Parameter rate: in rows a second; nil where it was too quick to tell.
    public func lines(
        _ columns: ColumnMap, rate: Int?, byTownship: Bool, isComparing: Bool = false, in language: Language
    ) -> [Sentence] {
        let townships = byTownship ? townshipsInOrder : []
        let speed = rate.map { language.pick(zh: "，每秒\($0)行", en: ", \($0) rows/s") } ?? ""
        let all = Self.words(counts, in: language), isCompared = columns[.grade] != nil
        let total = language.pick(
            zh: "共\(rows)行\(speed)：\(all)\(if: !isCompared, "（没有核对申报级别）")",
            en: """
                \(rows) \(rows == 1 ? "row" : "rows")\(speed): \(all)\
                \(if: !isCompared, " (no declared grade compared)")
                """)
        let areas = self.areas?.byTownship ?? [:]
        return [total] + areaLines(columns, in: language)
            + (prices?.lines(isComparing: isComparing, in: language) ?? [])
            + townships.map { name, counts in
                let money = prices?.words(in: name, isComparing: isComparing, language) ?? ""
                let area = areas[name].map { Self.areaWords($0, in: language) } ?? ""
                let counts = "\(Self.words(counts, in: language))\(area)\(money)" as Sentence
                guard name != .none else {
                    return language.pick(zh: "  未认定到村：\(counts)", en: "  no village matched: \(counts)")
                }
                return language.pick(
                    zh: "  \(name.county) \(name.township)：\(counts)",
                    en: "  \(name.county) \(name.township): \(counts)")
            }
    }

    private func areaLines(_ columns: ColumnMap, in language: Language) -> [Sentence] {
        guard let areas else { return [] }
        let checked = PriceCheck.allCases.filter { (prices?.counts[$0] ?? 0) > 0 }
        var ofChecks = checked.map { "\($0.sentence(in: language)) \(prices?.area(of: $0) ?? "")" as Sentence }
        if let prices, prices.undeclared > 0, !ofChecks.isEmpty {
            let area = prices.area(of: nil)
            ofChecks.append(language.pick(zh: "未申报 \(area)", en: "none declared \(area)"))
        }
        let verdicts = Verdict.allCases.filter { (counts[$0] ?? 0) > 0 && $0 != .notARow }
        let sums = verdicts.map { "\($0.sentence(in: language)) \(areas.sum(of: $0))" as Sentence }
        let unit = columns.areaUnit.map { language.pick(zh: "（\(excerpt: $0)）", en: " (\(excerpt: $0))") } ?? ""
        return [
            language.pick(
                zh: """
                    面积合计\(unit) \(areas.total)：\(sums.joined(separator: "，"))\
                    \(if: areas.empty > 0, "；空 \(areas.empty) 格")\
                    \(if: areas.unreadable > 0, "；读不出 \(areas.unreadable) 格，没有计入")
                    """,
                en: """
                    area\(unit) \(areas.total): \(sums.joined(separator: ", "))\
                    \(if: areas.empty > 0, "; empty cells: \(areas.empty)")\
                    \(if: areas.unreadable > 0, "; unreadable and left out: \(areas.unreadable)")
                    """)
        ]
            + (ofChecks.isEmpty
                ? []
                : [
                    language.pick(
                        zh: "  按地价核对结果：\(ofChecks.joined(separator: "，"))",
                        en: "  by price check: \(ofChecks.joined(separator: ", "))")
                ])
    }

    /// What a township's rows come to, by verdict, as the end of its line.
    private static func areaWords(_ areas: [Verdict: String], in language: Language) -> Sentence {
        let sums = Verdict.allCases.compactMap { verdict in
            areas[verdict].map { "\(verdict.sentence(in: language)) \($0)" as Sentence }
        }
        guard !sums.isEmpty else { return "" }
        return language.pick(
            zh: "；面积：\(sums.joined(separator: "，"))", en: "; area: \(sums.joined(separator: ", "))")
    }

    private static func words(_ counts: [Verdict: Int], in language: Language) -> Sentence {
        let words = Verdict.allCases.compactMap { verdict -> Sentence? in
            counts[verdict].map { count in
                language.pick(
                    zh: "\(verdict.sentence(in: language))（\(verdict.rawValue)）\(count)",
                    en: "\(verdict.rawValue) \(count)")
            }
        }
        return words.joined(separator: language.pick(zh: "，", en: ", "))
    }
}
