package import GradeModel
package import SystemSupport

/// What `value` says.
extension Language {
    package func total(_ value: ParcelValue) -> Sentence {
        "\(value.total.grouped)" + pick(zh: "元", en: " 元")
    }

    var landTypeLabel: Sentence { pick(zh: "土地类型", en: "Land type") }
    var priceLabel: Sentence { pick(zh: "基准地价", en: "Base price") }
    var rateLabel: Sentence { pick(zh: "还原率", en: "Rate") }
    var factorLabel: Sentence { pick(zh: "修正系数表", en: "Factor tables") }
    package var convertedLabel: Sentence { pick(zh: "折算", en: "Converted") }
    var areaLabel: Sentence { pick(zh: "面积", en: "Area") }
    package var termLabel: Sentence { pick(zh: "年期修正", en: "Term") }
    package var sumLabel: Sentence { pick(zh: "计算", en: "Sum") }
    var totalLabel: Sentence { pick(zh: "合计", en: "Total") }
    var statementLabel: Sentence { pick(zh: "说明", en: "Note") }

    /// The kind of land and the grade that a value is for.
    package func subject(_ value: ParcelValue, _ landType: LandType, _ subtype: String?) -> Sentence {
        let kind = value.price.subtype ?? subtype
        var text: Sentence = pick(
            zh: "\(word(landType))\(kind.map { "（\($0)）" } ?? "") \(word(value.grade))",
            en: "\(word(landType))\(kind.map { " (\($0))" } ?? ""), \(word(value.grade))")
        switch value.reading {
        case .undisputed: break
        case .held: text += pick(zh: "（采用的级别；级别待核）", en: " (as held; disputed, not yet verified)")
        case .printed: text += pick(zh: "（公报所印级别；级别待核）", en: " (as printed; disputed, not yet verified)")
        }
        if let part = value.part { text += pick(zh: "，\(part)", en: ", \(part)") }
        return text
    }

    package func price(_ price: BasePrice) -> Sentence {
        let source = price.source.map { pick(zh: "（\($0)）", en: " (\($0))") } ?? ""
        return "\(price.amount)\(price.unit)" + source
    }

    package func converted(_ price: ConvertedPrice) -> Sentence {
        let amount = groupedDigits(price.amount)
        return pick(
            zh: "\(if: !price.isExact, "约")\(amount)\(price.unit.word)",
            en: "\(if: !price.isExact, "about ")\(amount)\(price.unit.word)")
    }

    package func correction(_ correction: TermCorrection) -> Sentence {
        let (m, n, r) = (correction.years, correction.term, correction.rate.percent)
        let formula: Sentence = "[1−1/(1+\(r)%)^\(m)] ÷ [1−1/(1+\(r)%)^\(n)]"
        return pick(
            zh: "剩余\(m)年，公布的年期\(n)年，还原率\(r)%（\(correction.rate.source)）：\(formula) ＝ \(correction.coefficient)",
            en:
                "\(years(m)) left of \(n), rate \(r) % (\(correction.rate.source)): \(formula) = \(correction.coefficient)"
        )
    }

    /// Each factor of the total, and the total.
    package func sum(_ value: ParcelValue, _ area: LandArea) -> Sentence {
        var text: Sentence = "\(value.price.amount)\(value.price.unit) × \(area.text)\(area.unit.rawValue)"
        if let factor = value.unitFactor(area.unit) { text += " × \(factor)" }
        if let correction = value.correction { text += " × \(correction.coefficient)" }
        text += pick(zh: " ＝ ", en: " = ")
        text += "\(value.total.grouped)"
        text += pick(zh: "元", en: " 元")
        if value.correction != nil {
            text += pick(zh: "（系数按未舍入的值计算，结果四舍五入到分）", en: " (with the factor unrounded; the total rounded to 0.01 元)")
        } else if value.isRounded {
            text += pick(zh: "（四舍五入到分）", en: " (rounded to 0.01 元)")
        }
        return text
    }

    func badArea(_ given: String, _ fault: LandArea.Fault) -> Sentence {
        switch fault {
        case .number:
            pick(
                zh: "面积\(quoted(given))不是数字加单位：应写作 12.5亩、8333.3平方米 等。",
                en: "\(quoted(given)) is no area: write a number and a unit, like 12.5亩 or 8333.3m2.")
        case .noUnit:
            pick(
                zh: "面积\(quoted(given))没有单位，单位不作猜测：应写作 12.5亩、8333.3平方米、1.2公顷 等。",
                en: "\(quoted(given)) has no unit, and none is guessed: write it like 12.5亩, 8333.3m2 or 1.2ha.")
        case .unit(let unit):
            pick(
                zh: "不认识的面积单位\(quoted(unit))：可用 亩、平方米（㎡、m2）、公顷（ha）、平方公里。",
                en: "Unknown unit of area \(quoted(unit)): use 亩 (mu), 平方米 (m2), 公顷 (ha) or 平方公里 (km2).")
        case .zero: pick(zh: "面积须大于0。", en: "The area has to be above 0.")
        }
    }

    /// What every computed amount has to say of itself.
    package func statement(isTermCorrected: Bool, factorTables: String?) -> Sentence {
        let plain =
            isTermCorrected
            ? pick(
                zh: "基准地价乘以面积，已作年期修正，未作期日和因素修正，不是宗地评估价。",
                en:
                    "Base price times area, corrected for the term, not for date or factors; no appraisal of the parcel."
            )
            : pick(
                zh: "基准地价乘以面积，未作期日、年期和因素修正，不是宗地评估价。",
                en: "Base price times area, not corrected for date, term or factors; no appraisal of the parcel.")
        guard let tables = factorTables else { return plain }
        return plain
            + pick(
                zh: "文件另有因素修正系数表（\(tables)），这里不作计算。",
                en: " The document has tables of factors (\(tables)), not computed here.")
    }

    package var severalGrades: Sentence {
        pick(
            zh: "级别待核，两种级别的价格分别列出，核实之前不能只取其一。",
            en: "The grade is disputed: what each of the two comes to is shown, and neither alone is the answer.")
    }

    package var severalParts: Sentence {
        pick(
            zh: "村内分别定级，请按宗地所在的部分取用。", en: "The village is graded by parts: take that of the part the parcel is in.")
    }

    package var severalSubtypes: Sentence {
        pick(
            zh: "基准地价按地类分列，请按宗地的实际地类取用。",
            en: "There is a price for each kind of land: take that of the parcel's own.")
    }

    /// Why there is no amount.
    package func refusal(_ answer: ValueAnswer) -> Sentence {
        let landType = answer.landTypeAnswer
        let name: Sentence = answer.subtype.map { "\($0)" } ?? landType.map { word($0.landType) } ?? ""
        switch answer.outcome {
        case .valued: return ""
        case .noPlace: return AnswerText.sentence(for: answer.lookup, in: self)
        case .noGrade:
            return landType.map { name + pick(zh: "：", en: ": ") + noGrade($0) }
                ?? pick(zh: "没有适用的成果版本。", en: "No edition was in force.")
        case .notPublished:
            let grade = landType?.grade.map { word($0) } ?? ""
            return pick(
                zh: "本成果没有公布\(name)\(grade)的基准地价，不能计算。",
                en: "This edition publishes no base price of \(name) \(grade): there is nothing to compute with.")
        case .unknownLandType:
            let offered = enumeration(answer.offered.map { "\($0)" })
            return pick(
                zh: "成果中没有\(quoted(answer.question.landType))这一地类的价格"
                    + (answer.offered.isEmpty ? "；本成果未公布价格。" : "；有价格的地类：\(offered)。"),
                en: "There is no price of \(quoted(answer.question.landType)) in the edition"
                    + (answer.offered.isEmpty ? "; it publishes none." : "; it has prices of \(offered)."))
        case .noRate:
            return pick(
                zh: "本成果没有公布\(name)的还原率，不能作年期修正；不写剩余年期则按公布的年期计算。",
                en:
                    "This edition publishes no rate for \(name), so the term can't be corrected; without the years left, the sum is for the term published."
            )
        case .noTerm:
            return pick(
                zh: "本成果没有以年数写明\(name)的使用年期，不能作年期修正。",
                en: "This edition states no term in years for \(name), so the term can't be corrected.")
        case .longerTerm:
            let term = landType?.definition?.termYears.map { years($0) } ?? ""
            return pick(
                zh: "年期修正只用于1年至公布的使用年期（\(term)）。",
                en: "A term is corrected from 1 year to the term published (\(term)).")
        case .tooLarge:
            return pick(zh: "数字过大，不能精确计算。", en: "The numbers are too large to be computed exactly.")
        }
    }

    private func noGrade(_ answer: LandTypeAnswer) -> Sentence {
        switch answer.outcome {
        case .unknownVillage: unknownInTable(answer.landType, table: answer.citation.source?.table)
        case .notListed: notListed(answer.landType, table: answer.citation.source?.table)
        case .notPublished, .graded, .disputed, .byPart: notPublished(answer)
        }
    }
}

extension ParcelValue {
    /// What an area in this unit, times the price, is multiplied by besides: `2000/3`, `15`; nil: by nothing.
    func unitFactor(_ unit: AreaUnit) -> String? {
        guard let perMetre = price.priceUnit?.yuanPerSquareMetre,
            let factor = perMetre.multiplied(by: unit.squareMetres), factor != Fraction(1)
        else { return nil }
        return factor.denominator == 1 ? "\(factor.numerator)" : "\(factor.numerator)/\(factor.denominator)"
    }
}
