import GradeModel

/// Where a village is looked for.
enum Scope {
    case county
    /// Indices of townships.
    case townships([Int])

    func contains(_ township: Int) -> Bool {
        switch self {
        case .county: true
        case .townships(let indices): indices.contains(township)
        }
    }
}

/// A name as it was asked for.
struct NameQuery {
    let text: String
    let key: NameKey

    /// No name of a place is longer, in pinyin neither; what is longer is not looked at.
    static let longest = 1024

    /// Nil where `text` has nothing to look for.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        self.text = text
        key = NameKey(text)
        if key.text.isEmpty { return nil }
    }
}

extension Gazetteer {
    /// Villages found on one rung of the ladder.
    struct Found {
        let rule: MatchRule
        /// Indices in `names`; each place once.
        let names: [Int]
    }

    /// Exact, normalized, alias, a name without its ending: the first rung on which anything stands.
    /// - Parameter completing: whether a name may stand without its ending.
    func find(_ query: NameQuery, in scope: Scope, completing: Bool = true) -> Found? {
        let key = query.key
        let here = names(under: key.text).filter { scope.contains(names[$0].township) }
        if here.isEmpty, !NameForms.isOffice(village: key.text) {
            // Nothing by this name, nor can it be another form of one.
            return completing ? complete(key, in: scope) : nil
        }
        let forms =
            here
            + NameForms.asked(village: key.text).flatMap { names(under: $0) }
            .filter { scope.contains(names[$0].township) }
        let held = here.filter { !names[$0].isAlias && names[$0].key == key }
        let aliases = here.filter { names[$0].isAlias && names[$0].key == key }

        return found(.exact, held.filter { places[names[$0].place].village.isWritten(as: query.text) })
            ?? found(.normalized, held)
            ?? found(.normalized, forms.filter { !names[$0].isAlias })
            ?? found(.alias, aliases)
            ?? found(.alias, forms.filter { names[$0].isAlias })
            ?? (completing ? complete(key, in: scope) : nil)
    }

    private func found(_ rule: MatchRule, _ indices: [Int]) -> Found? {
        indices.isEmpty ? nil : Found(rule: rule, names: single(indices))
    }

    /// Of several spellings of one place the first. A place may have been given twice, so its names are compared.
    func single(_ indices: [Int]) -> [Int] {
        var kept: [Int] = []
        for index in indices where !kept.contains(where: { isSamePlace($0, index) }) { kept.append(index) }
        return kept
    }

    func isSamePlace(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (names[a].place, names[b].place)
        return first == second
            || names[a].township == names[b].township && places[first].village == places[second].village
    }

    /// The village or community that is `key` and an ending, and with it all other names of that stem: 天鹅 is 天鹅社区;
    /// 东湖 is 东湖社区 and 东湖渔场, so it is ambiguous. Nothing where only places of other kinds have it: 浩河区 is not
    /// taken for 浩河区水管会.
    func complete(_ key: NameKey, in scope: Scope) -> Found? {
        guard NameForms.isStem(key.text) else { return nil }
        let ofStem = names(underStem: key.text).filter { scope.contains(names[$0].township) }
        let isVillage = ofStem.contains {
            let kind = places[names[$0].place].kind
            return kind == .village || kind == .community || NameForms.isOffice(village: names[$0].key.text)
        }
        return isVillage ? found(.suffixOmitted, ofStem) : nil
    }

    /// The answer for what was found.
    /// - Parameters:
    ///   - rule: what the whole question matched by, where that is less strict than the rung of the village.
    func matched(_ found: Found, by rule: MatchRule, key: NameKey) -> GazetteerMatch {
        .matched(
            found.names.map { index in
                // Written as an alias of the same place, whatever the rung it was found on.
                let written = names(under: key.text).first {
                    names[$0].isAlias && names[$0].place == names[index].place && names[$0].key == key
                }
                return PlaceMatch(
                    place: places[names[index].place], rule: max(rule, found.rule),
                    alias: alias(of: names[written ?? index]))
            })
    }

    /// The townships of a Chinese name, by the first rung on which any stands: exact, normalized, without its ending.
    func findTownships(_ query: NameQuery, completing: Bool = true) -> (rule: MatchRule, indices: [Int])? {
        let key = query.key.text
        let named = townships(under: key), asked = NameForms.asked(township: key)
        // As nearly every township is written.
        if asked.isEmpty, named.count == 1, townships[named[0]].name.isWritten(as: query.text) {
            return (.exact, named)
        }
        let forms = named + asked.flatMap { townships(under: $0) }
        if forms.isEmpty {
            let stems = completing ? NameForms.completed(township: key).flatMap { townships(under: $0) } : []
            return Set(stems).count == 1 ? (.suffixOmitted, [stems[0]]) : nil
        }
        let held = forms.filter { townships[$0].key == query.key }
        let exact = held.filter { townships[$0].name.isWritten(as: query.text) }
        if !exact.isEmpty { return (.exact, exact) }
        return (.normalized, held.isEmpty ? forms : held)
    }

    func match(village: String) -> GazetteerMatch {
        guard let query = NameQuery(village) else { return .unknownVillage(township: nil, []) }
        if let found = find(query, in: .county) { return matched(found, by: .townshipOmitted, key: query.key) }
        if let match = matchPinyin(village: query) ?? readVillage(cell: village) { return match }
        return .unknownVillage(township: nil, suggestions(cell: query.key.text, in: .county))
    }

    func match(township: String, village: String) -> GazetteerMatch {
        guard let townshipQuery = NameQuery(township) else { return .unknownTownship([]) }
        let villageQuery = NameQuery(village)
        var known = findTownships(townshipQuery)
        // Of a cell that is no township's name: what else it says.
        let cell = known == nil ? Address(township).map { read($0) } : nil
        if let cell, let indices = readTownship(cell: cell) { known = (.address, indices) }
        if let known, let villageQuery {
            if let found = find(villageQuery, in: .townships(known.indices)) {
                return matched(found, by: known.rule, key: villageQuery.key)
            }
            if let match = readVillage(cell: village, known: known.indices) { return match }
        }
        if known == nil, let cell, let match = matchBoth(townshipCell: cell, village) { return match }
        let inPinyin = pinyinTownships(townshipQuery, known: known?.indices)
        // In a known township a name in Chinese has been looked for already.
        if let villageQuery, known == nil || PinyinQuery(villageQuery.key) != nil,
            let match = matchPinyin(townships: inPinyin, village: villageQuery)
        {
            return match
        }

        let near = known?.indices ?? inPinyin.full
        if near.isEmpty, inPinyin.initials.isEmpty {
            if let cell, namesOtherCounty(cell) { return .unknownCounty }
            return .unknownTownship(suggestions(township: townshipQuery.key.text, village: villageQuery?.key))
        }
        let scope = near.isEmpty ? inPinyin.initials : near
        return .unknownVillage(
            township: scope.count == 1 ? townships[scope[0]].name : nil,
            villageQuery.map { suggestions(cell: $0.key.text, in: .townships(scope)) } ?? [])
    }
}
