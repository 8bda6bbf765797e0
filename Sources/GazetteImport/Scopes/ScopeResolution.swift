import EditionPackage
import GradeModel
import PlaceMatching

/// Turns cells of names into entries: whole townships, and what 除…外 and 其余 leave over, against a closed list.
struct ScopeResolution {
    private(set) var grades: [DraftGrade] = []
    private(set) var questions: [OpenQuestion] = []
    /// 除…外 and 其余 that were resolved: what they say and what they stand for.
    private(set) var resolved: [(text: String, township: String, villages: [String])] = []

    private let reading: ScopeReading
    private let lists: [String: [String]]
    private let former: ClosedList?
    private let facts: [ScopeFact]
    private let items: [[ScopeItem]]
    /// Every village that is named, by land type and township, with the index of its fact.
    private var named: [Key: [String: Set<Int>]] = [:]
    /// Land types and townships with something else than names.
    private var incomplete: Set<Key> = []
    private var wholes: [Key: Set<Int>] = [:]
    private var rests: [Key: Int] = [:]

    private struct Key: Hashable {
        let landType: LandType
        let township: String
    }

    /// - Parameters:
    ///   - lists: villages by township of tables that only list places.
    ///   - former: the county's edition before this one.
    init(_ facts: [ScopeFact], _ reading: ScopeReading, lists: [String: [String]], former: ClosedList?) {
        self.facts = facts
        self.reading = reading
        self.lists = lists
        self.former = former
        items = facts.map { fact in
            let items =
                switch fact.mode {
                case .villages: reading.villages(fact.text, of: fact.township ?? "")
                case .scope: reading.scope(fact.text, of: fact.township)
                case .townships: reading.townshipsOnly(fact.text)
                }
            // A description of borders is one thing, however many commas it has.
            let isBoundary = items.contains { item in
                if case .question(.boundary, _, _) = item { true } else { false }
            }
            return isBoundary ? [.question(.boundary, text: fact.text, township: fact.township)] : items
        }
        count()
        for (index, fact) in facts.enumerated() {
            if items[index].isEmpty { ask(.phrase, fact.text, fact, township: fact.township) }
            if let township = fact.township, isElsewhere(items[index], fact) {
                ask(.unknownTownship, "\(township)：\(fact.text)", fact, township: nil)
                continue
            }
            for item in items[index] { add(item, fact, index) }
        }
        findTwice()
    }

    private mutating func count() {
        for (index, fact) in facts.enumerated() {
            for item in items[index] {
                for landType in fact.landTypes {
                    switch item {
                    case .village(let township, let name):
                        named[Key(landType: landType, township: township), default: [:]][name, default: []].insert(
                            index)
                    case .whole(let township):
                        let key = Key(landType: landType, township: township)
                        wholes[key, default: []].insert(index)
                        incomplete.insert(key)
                    case .rest(let township, _, _):
                        let key = Key(landType: landType, township: township)
                        rests[key, default: 0] += 1
                        incomplete.insert(key)
                    case .question(_, _, let township):
                        if let township { incomplete.insert(Key(landType: landType, township: township)) }
                    case .county: break
                    }
                }
            }
        }
    }

    /// Whether the tables of the other land types have the row's villages in another township and none of them in this
    /// one: the row has probably lost its township to the one above.
    private func isElsewhere(_ items: [ScopeItem], _ fact: ScopeFact) -> Bool {
        var isElsewhere = false
        for item in items {
            guard case .village(let township, let name) = item else { continue }
            if let closed = reading.closed, closed.village(name, of: township) != nil { return false }
            for (key, villages) in named where !fact.landTypes.contains(key.landType) && villages[name] != nil {
                if key.township == township { return false }
                // A name that both townships have says nothing.
                let isOfBoth = fact.landTypes.contains {
                    named[Key(landType: $0, township: key.township)]?[name] != nil
                }
                if !isOfBoth { isElsewhere = true }
            }
        }
        return isElsewhere
    }

    private mutating func ask(
        _ kind: QuestionKind, _ text: String, _ fact: ScopeFact, township: String?, suggestion: String = ""
    ) {
        questions.append(
            OpenQuestion(
                kind: kind, place: fact.place, source: fact.source, text: text, landTypes: fact.landTypes,
                grade: fact.grade, printed: fact.printed, erratum: fact.erratum, township: township,
                suggestion: suggestion))
    }

    private mutating func enter(_ fact: ScopeFact, _ township: String, _ village: String) {
        for landType in fact.landTypes.isEmpty ? [nil] : fact.landTypes.map(Optional.some) {
            grades.append(
                DraftGrade(
                    landType: landType, township: township, village: village, grade: fact.grade,
                    printedGrade: fact.printed, erratum: fact.erratum, source: fact.source, place: fact.place))
        }
    }

    private mutating func add(_ item: ScopeItem, _ fact: ScopeFact, _ index: Int) {
        switch item {
        case .village(let township, let name): enter(fact, township, name)
        case .question(let kind, let text, let township): ask(kind, text, fact, township: township)
        case .whole(let township):
            let keys = fact.landTypes.map { Key(landType: $0, township: township) }
            let isAlone = keys.allSatisfy { (named[$0] ?? [:]).isEmpty && wholes[$0]?.count == 1 && rests[$0] == nil }
            if isAlone {
                enter(fact, township, "")
            } else {
                ask(.wholeAndVillages, fact.text, fact, township: township)
            }
        case .county(let text): addCounty(text, fact)
        case .rest(let township, let excluding, let text): addRest(township, excluding, text, fact, index)
        }
    }

    /// 全县: every township that the list has, or that the document's other tables name.
    private mutating func addCounty(_ text: String, _ fact: ScopeFact) {
        let others = Set(
            named.keys.filter { !fact.landTypes.contains($0.landType) }.map(\.township)
                + wholes.keys.filter { !fact.landTypes.contains($0.landType) }.map(\.township))
        let isAlone =
            !named.keys.contains { fact.landTypes.contains($0.landType) }
            && !wholes.keys.contains { fact.landTypes.contains($0.landType) }
        var townships: [String] = []
        if let closed = reading.closed {
            townships = closed.townships
        } else if !others.isEmpty {
            // In the order in which the tables name them.
            for item in items.joined() {
                switch item {
                case .village(let township, _), .whole(let township):
                    if others.contains(township), !townships.contains(township) { townships.append(township) }
                default: break
                }
            }
        }
        guard isAlone, townships.count >= 2, !fact.landTypes.isEmpty else {
            return ask(.wholeCounty, text, fact, township: nil, suggestion: townships.joined(separator: "、"))
        }
        for township in townships { enter(fact, township, "") }
        resolved.append((text, "", townships))
    }

    private mutating func addRest(
        _ township: String, _ excluding: [String]?, _ text: String, _ fact: ScopeFact, _ index: Int
    ) {
        let kind: QuestionKind = excluding == nil ? .restOfTownship : .exceptVillages
        guard fact.landTypes.count == 1 else { return ask(kind, text, fact, township: township) }
        let key = Key(landType: fact.landTypes[0], township: township)
        let elsewhere = (named[key] ?? [:]).filter { $0.value != [index] || excluding == nil }.keys
        guard rests[key] == 1, wholes[key] == nil, !hasQuestions(key), let list = closedList(key) else {
            return ask(kind, text, fact, township: township)
        }
        let known = Set(list.map { NameKey($0) })
        let mentioned = Set((elsewhere + (excluding ?? [])).map { NameKey($0) })
        // A name that the list lacks may be one that the rest has under another spelling.
        guard mentioned.isSubset(of: known) else { return ask(kind, text, fact, township: township) }
        let left = list.filter { name in
            let name = NameKey(name)
            return !(excluding.map { $0.contains { NameKey($0) == name } } ?? mentioned.contains(name))
        }
        let overlap = excluding != nil && left.contains { name in elsewhere.contains { NameKey($0) == NameKey(name) } }
        guard !left.isEmpty, !overlap else {
            return ask(kind, text, fact, township: township, suggestion: left.joined(separator: "、"))
        }
        for name in left { enter(fact, township, name) }
        resolved.append((text, township, left))
    }

    private func hasQuestions(_ key: Key) -> Bool {
        facts.indices.contains { index in
            facts[index].landTypes.contains(key.landType)
                && items[index].contains { item in
                    if case .question(_, _, let township) = item { return township == nil || township == key.township }
                    return false
                }
        }
    }

    /// The list of places, else a table that lists them, else another land type's table that names nothing but villages
    /// for the township, else the former edition.
    private func closedList(_ key: Key) -> [String]? {
        if let closed = reading.closed { return closed.villages(of: key.township) }
        if let listed = lists[key.township] { return listed }
        let others = LandType.allCases.filter { $0 != key.landType }.map { Key(landType: $0, township: key.township) }
            .filter { !(named[$0] ?? [:]).isEmpty }
        if !others.isEmpty {
            guard !others.contains(where: { incomplete.contains($0) }) else {
                return former?.villages(of: key.township)
            }
            var names: [String] = []
            for item in items.joined() {
                guard case .village(key.township, let name) = item, !names.contains(name),
                    others.contains(where: { named[$0]?[name] != nil })
                else { continue }
                names.append(name)
            }
            return names
        }
        return former?.villages(of: key.township)
    }

    /// A village has one grade for a land type; a second entry is a person's to judge.
    private mutating func findTwice() {
        var seen: Set<[String]> = []
        var kept: [DraftGrade] = []
        for grade in grades {
            let type = grade.landType?.rawValue ?? grade.source.table
            let key = [type, grade.township, NameKey(grade.village).text, grade.part ?? ""]
            if seen.insert(key).inserted {
                kept.append(grade)
            } else {
                let first = kept.first { other in
                    other.landType == grade.landType && other.township == grade.township
                        && NameKey(other.village) == NameKey(grade.village) && other.part == grade.part
                }
                questions.append(
                    OpenQuestion(
                        kind: .villageTwice, place: grade.place, source: grade.source,
                        text: "\(grade.village)（\(first.map { "\($0.source)：\($0.printedGrade.label)" } ?? "")）",
                        landTypes: grade.landType.map { [$0] } ?? [], grade: grade.grade, printed: grade.printedGrade,
                        erratum: grade.erratum,
                        township: grade.township))
            }
        }
        grades = kept
    }
}
