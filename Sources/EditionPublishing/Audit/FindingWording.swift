import GradeModel
import SystemSupport

extension Finding: CustomStringConvertible {
    public var description: String {
        switch self {
        case .passesUntold(let table, let landType, let doubt):
            "\(table) (\(landType.name)): labels and township passes differ, and \(doubt.sentence); the labels stand"
        case .heldAgainstPasses(let table, let row, let township, let held, let byPasses):
            "\(table)第\(row)行 \(township) holds \(held.label), by the township passes it is \(byPasses.label)"
        case .nearNames(let township, let first, let second):
            "\(township): \(first.sentence) and \(second.sentence) may be one place under two spellings; "
                + "join them with an alias and an erratum, if a register says so"
        case .pinyinMissing(let townships):
            "townships.csv has no pinyin for \(townships.joined(separator: "、")); write it there"
        case .noDefinitions:
            "the package has no definitions (rights, term, infrastructure, valuation date); if the document gives them "
                + "elsewhere, import that file too"
        case .townshipOrder(let listed, let byTables):
            "townships.csv runs \(listed.joined(separator: "、")); the tables run \(byTables.joined(separator: "、"))"
        case .attributeNotCarried(let attribute, let place):
            "the definition table's \(quoted(attribute)) (\(place)) has no place in the package"
        case .doubtfulName(let township, let name, let source, let reason):
            "\(township): \(quoted(name)) (\(source)) is probably no name of one village (\(reason)); "
                + "correct it, or check with the list of places: --places"
        case .wholeAndVillages(let landType, let township):
            "\(township) is graded as a whole for \(landType.name) and has entries of villages too; keep one of them"
        case .priceMissing(let landType, let grade):
            "\(landType.name) \(grade.label) has entries and no base price, where other grades have one"
        case .priceWithoutGrade(let landType, let grade):
            "\(landType.name) \(grade.label) has a base price and no entry of that grade"
        case .priceRises(let landType, let subtype, let from, let to):
            "\(landType.name)\(subtype ?? ""): \(to.label) costs as much as \(from.label), or more"
        case .severalUnits(let units): "base prices in several units: \(units.joined(separator: "、"))"
        case .amountImplausible(let landType, let grade, let amount, let unit):
            "\(landType.name) \(grade.label): \(amount)\(unit) is an improbable amount for its unit"
        case .listedUngraded(let landType, let township, let villages):
            "\(landType.name): no entry for \(villages.joined(separator: "、")) of \(township), which the list of places has"
        case .notListed(let township, let name, let source):
            "\(township): the list of places does not hold \(name) (\(source))"
        case .resolved(let text, let township, let names):
            "\(township)\(township.isEmpty ? "" : ": ")\(quoted(text)) is \(names.joined(separator: "、"))"
        case .runsToEnd(let table): "the text ends with \(table); see that it was not cut short"
        case .erratumProposed(let id, let disputed, let other):
            "\(id) is proposed: " + Self.entries(disputed, other)
                + "; a person with the printed document confirms or rejects it"
        case .neverGraded(let landType): "\(landType.name) is defined and no table grades it"
        case .townshipUngraded(let name): "\(name) is in townships.csv and in no grade table"
        case .nearNamesApart(let pairs):
            "\(pairs) pair\(pairs == 1 ? "" : "s") of names one character apart stand in one table together: "
                + "different places"
        }
    }

    private static func entries(_ disputed: Int, _ other: Int) -> String {
        switch (disputed, other) {
        case (0, 0): "about the document, no entry"
        case (_, 0): "\(disputed) \(disputed == 1 ? "entry" : "entries") with another grade than printed"
        case (0, _): "\(other) \(other == 1 ? "entry" : "entries") with another name than printed"
        default: "\(disputed) with another grade than printed, \(other) with another name"
        }
    }
}

extension Finding.SeenName {
    /// `金嵩村 (表3第23行)`.
    var sentence: String { "\(name) (\(rows.map(\.description).joined(separator: "、")))" }
}

extension PassDoubt {
    var sentence: String {
        switch self {
        case .labelsConsistent: "the labels do not contradict themselves"
        case .townshipTwiceRunning(let township, let row): "\(township) stands in two rows running (row \(row))"
        case .orderNeverSettles: "the townships keep to no one order"
        case .morePassesThanLabels(let passes, let labels): "there are \(passes) passes and \(labels) different labels"
        case .labelsTooFar(let pass): "most labels of pass \(pass) are not its grade's"
        }
    }
}
