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

    /// Exact, normalized, alias: the first rung on which anything stands.
    /// - Parameter completing: whether a community may be given without 社区.
    func find(_ query: NameQuery, in scope: Scope, completing: Bool = true) -> Found? {
        let key = query.key
        let here = names(under: key.text).filter { scope.contains(names[$0].township) }
        if here.isEmpty, !NameForms.isCommittee(key.text) {
            // Nothing by this name, nor can it be another form of one.
            return completing ? found(.normalized, completions(of: key, in: scope)) : nil
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
            ?? (completing ? found(.normalized, completions(of: key, in: scope)) : nil)
            ?? found(.alias, aliases)
            ?? found(.alias, forms.filter { names[$0].isAlias })
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

    /// The communities that `key` names without 社区, and with them all others of that stem: 东湖 is 东湖社区 and
    /// 东湖渔场, so it is ambiguous. Nothing where no community has it: 芙蓉 is not taken for 芙蓉村.
    private func completions(of key: NameKey, in scope: Scope) -> [Int] {
        func found(_ forms: [String]) -> [Int] {
            forms.flatMap { names(under: $0) }.filter { scope.contains(names[$0].township) }
        }
        // Nearly every name asked for ends here, so the rare endings are left for later.
        guard isStemOfCommunity(key.text),
            found(NameForms.completed(community: key.text)).contains(where: { !names[$0].isAlias })
        else {
            return []
        }
        return found(NameForms.completed(village: key.text))
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

    /// The townships of a Chinese name, by the first rung on which any stands.
    func findTownships(_ query: NameQuery) -> (rule: MatchRule, indices: [Int])? {
        var forms = townships(under: query.key.text)
        if let township = NameForms.townshipOf(office: query.key.text) { forms += townships(under: township) }
        if forms.isEmpty { return nil }
        let held = forms.filter { townships[$0].key == query.key }
        let exact = held.filter { townships[$0].name.isWritten(as: query.text) }
        if !exact.isEmpty { return (.exact, exact) }
        return (.normalized, held.isEmpty ? forms : held)
    }

    func match(village: String) -> GazetteerMatch {
        guard let query = NameQuery(village) else { return .unknownVillage(township: nil, []) }
        if let found = find(query, in: .county) { return matched(found, by: .townshipOmitted, key: query.key) }
        if let match = matchPinyin(village: query) { return match }
        return .unknownVillage(township: nil, suggestions(village: query.key.text, in: .county))
    }

    func match(township: String, village: String) -> GazetteerMatch {
        guard let townshipQuery = NameQuery(township) else { return .unknownTownship([]) }
        let villageQuery = NameQuery(village)
        let known = findTownships(townshipQuery)
        if let known, let villageQuery, let found = find(villageQuery, in: .townships(known.indices)) {
            return matched(found, by: known.rule, key: villageQuery.key)
        }
        let inPinyin = pinyinTownships(townshipQuery, known: known?.indices)
        // In a known township a name in Chinese has been looked for already.
        if let villageQuery, known == nil || PinyinQuery(villageQuery.key) != nil,
            let match = matchPinyin(townships: inPinyin, village: villageQuery)
        {
            return match
        }

        let near = known?.indices ?? inPinyin.full
        if near.isEmpty, inPinyin.initials.isEmpty {
            return .unknownTownship(suggestions(township: townshipQuery.key.text, village: villageQuery?.key))
        }
        let scope = near.isEmpty ? inPinyin.initials : near
        return .unknownVillage(
            township: scope.count == 1 ? townships[scope[0]].name : nil,
            villageQuery.map { suggestions(village: $0.key.text, in: .townships(scope)) } ?? [])
    }
}
