import GradeModel
import SystemSupport

/// What a place's history says.
extension Language {
    /// Of an edition in which the place is not.
    func absent(_ edition: HistoryEdition) -> Sentence {
        let reason =
            edition.outcome == .unknownTownship
            ? pick(zh: "本版没有该乡镇（街道）。", en: "not in this edition: it has no such township.")
            : pick(zh: "本版未列该村（社区）。", en: "not in this edition.")
        guard !edition.elsewhere.isEmpty else { return reason }
        let names = enumeration(edition.elsewhere.map { "\($0.township ?? "") \($0.village ?? "")" })
        return reason
            + pick(
                zh: "其他乡镇有同名的：\(names)；是否为同一村，无从认定。",
                en: " Of this name in another township: \(names); nothing says whether it is the same village.")
    }

    func severalInEdition(_ count: Int) -> Sentence {
        pick(zh: "本版有\(count)处与之相符", en: "\(count) places of this edition fit")
    }

    /// By which rule, and by which edition's word.
    func rule(_ place: HistoryPlace) -> Sentence {
        let match = place.answer.match
        guard let alias = match.alias else { return rule(match) }
        let source = "\(place.aliasEdition.map { "\($0.text) " } ?? "")\(alias.source)"
        guard place.isOtherName else {
            return rule(
                PlaceMatch(
                    match,
                    alias: Alias(
                        township: alias.township, alias: alias.alias, village: alias.village, kind: alias.kind,
                        source: source)))
        }
        let kind = word(alias.kind)
        return pick(
            zh: "本版名称为“\(alias.alias)”，与“\(alias.village)”为同一村（\(kind)，来源：\(source)）",
            en:
                "called \(alias.alias) in this edition, the same village as \(alias.village) (\(kind), source: \(source))"
        )
    }

    /// The grade of one land type in one edition: how it is printed where that differs, the amount where there is one, the row.
    func history(_ answer: LandTypeAnswer, of township: String) -> Sentence {
        let table = answer.citation.source?.table
        switch answer.outcome {
        case .byPart:
            let parts = answer.parts.map { part in
                let amount = PriceText.text(part, self)
                return "\(self.part(part, amount: amount)) \(part.source)"
                    + (part.dispute(asPrinted: false).map { " " + dispute($0) } ?? "") as Sentence
            }
            return gradedByPart + pick(zh: "", en: " ") + parts.joined(separator: pick(zh: "；", en: "; "))
                + pick(zh: "。", en: ". ") + otherParts
        case .unknownVillage: return unknownInTable(answer.landType, table: table)
        case .notListed: return notListed(answer.landType, table: table)
        case .notPublished: return notPublished(answer)
        case .graded, .disputed: break
        }
        let difference = answer.dispute(asPrinted: false, isRepeated: false)
        var facts = [answer.grade.map { word($0) } ?? notPublishedCell]
        if answer.outcome == .disputed || difference != nil {
            facts[0] += pick(zh: "", en: " ") + disputeMark(answer.erratum?.status)
        }
        if let amount = PriceText.text(answer, self) { facts.append(amount) }
        if let source = answer.citation.source { facts.append("\(source)") }
        let end = pick(zh: "。", en: ". ")
        var text = facts.joined(separator: pick(zh: "，", en: ", "))
        if answer.scope == .township { text += end + gradedAsWhole(township) }
        if let difference { text += end + dispute(difference) }
        return text
    }
}
