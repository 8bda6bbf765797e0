package import GradeModel
package import SystemSupport

/// Single words, and how they are put together.
extension Language {
    package func word(_ landType: LandType) -> Sentence { pick(zh: "\(landType.name)", en: "\(landType.rawValue)") }

    package func word(_ grade: Grade) -> Sentence { pick(zh: "\(grade.label)", en: "grade \(grade.rawValue)") }

    package func word(_ kind: PlaceKind) -> Sentence {
        guard self == .en else { return "\(kind.label)" }
        return switch kind {
        case .teaFarm: "tea farm"
        case .waterBoard: "water board"
        case .reedStation: "reed station"
        case .village, .community, .fishery, .farm, .reservoir, .lake, .other: "\(kind.rawValue)"
        }
    }

    package func word(_ date: CalendarDate) -> Sentence { pick(zh: "\(date.chinese)", en: "\(date.description)") }

    func word(_ kind: AliasKind) -> Sentence {
        switch kind {
        case .misprint: pick(zh: "印刷错误", en: "misprint")
        case .registerName: pick(zh: "统计用区划名称", en: "register name")
        case .committeeName: pick(zh: "村（居）委会名称", en: "committee name")
        case .formerName: pick(zh: "曾用名", en: "former name")
        }
    }

    /// As it stands in a sentence.
    package func word(_ status: ErratumStatus) -> Sentence {
        switch status {
        case .proposed: pick(zh: "待核", en: "not yet verified")
        case .confirmed: pick(zh: "已核实", en: "confirmed")
        case .rejected: pick(zh: "已否定", en: "rejected")
        }
    }

    package func enumeration(_ items: [Sentence]) -> Sentence { items.joined(separator: pick(zh: "、", en: ", ")) }

    func either(_ one: Sentence, _ other: Sentence) -> Sentence { one + pick(zh: "；或", en: "; or ") + other }

    func enumeration(_ landTypes: [LandType]) -> Sentence { enumeration(landTypes.map { word($0) }) }

    /// Values that differ by land type: `园地、草地：30年；林地：70年`.
    package func byLandType(_ values: [(landTypes: [LandType], value: Sentence)]) -> Sentence {
        let each = values.map { landTypes, value in
            pick(zh: "\(enumeration(landTypes))：\(value)", en: "\(enumeration(landTypes)): \(value)")
        }
        return each.joined(separator: pick(zh: "；", en: "; "))
    }

    /// The value alone where all land types share it, else each with its land types.
    package func collapsed(_ values: [(LandType, Sentence)]) -> Sentence {
        let groups = grouped(values)
        return groups.count == 1 ? groups[0].value : byLandType(groups)
    }

    func years(_ count: Int) -> Sentence { pick(zh: "\(count)年", en: count == 1 ? "1 year" : "\(count) years") }

    /// The term of use, as printed where the document states it in words.
    func term(_ definition: Definition) -> Sentence {
        let years = definition.termYears.map { self.years($0) }
        guard let term = definition.term else { return years ?? "" }
        return "\(term)" + (years.map { pick(zh: "（\($0)）", en: " (\($0))") } ?? "")
    }

    /// What an entry of a township is about, in the column of villages; without a village, the township as a whole.
    package func entryName(_ village: String?, part: String?) -> Sentence {
        guard let village else { return pick(zh: "（整个乡镇）", en: "(the township as a whole)") }
        guard let part else { return "\(village)" }
        return pick(zh: "\(village)（\(part)）", en: "\(village) (\(part))")
    }

    /// The beginning of what was asked about, in quotation marks.
    func quoted(_ text: String) -> Sentence {
        pick(zh: "“\(text, columns: 60)”", en: "\u{2018}\(text, columns: 60)\u{2019}")
    }
}
