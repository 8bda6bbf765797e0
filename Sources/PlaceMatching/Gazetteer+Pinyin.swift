import GradeModel

extension Gazetteer {
    /// Townships a question may mean where one of its names is in pinyin. What is known by its Chinese name counts
    /// as full.
    struct PinyinTownships {
        var full: [Int]
        var initials: [Int] = []
    }

    func pinyinTownships(_ query: NameQuery, known: [Int]?) -> PinyinTownships {
        if let known { return PinyinTownships(full: known) }
        guard let pinyin = PinyinQuery(query.key) else { return PinyinTownships(full: []) }
        let names = pinyinTownshipNames
        var full = townships.indices.filter { townships[$0].pinyin.utf8.elementsEqual(pinyin.letters) }
        names.forEachPossible(pinyin, full: true) { index in
            if !full.contains(index), pinyin.isFull(of: townships[index].key) { full.append(index) }
        }
        var initials: [Int] = []
        names.forEachPossible(pinyin, full: false) { index in
            if pinyin.areInitials(of: townships[index].key) { initials.append(index) }
        }
        return PinyinTownships(full: full.sorted(), initials: initials)
    }

    /// Full pinyin before initials, for township and village together; several places are ambiguous.
    func matchPinyin(townships: PinyinTownships, village: NameQuery) -> GazetteerMatch? {
        let full = Scope.townships(townships.full)
        let initials = Scope.townships(townships.initials)
        if let match = matched(village, in: full, full: true) { return match }
        let wide = Scope.townships(townships.full.isEmpty ? townships.initials : townships.full)
        return matched(village, in: initials, full: true) ?? matched(village, in: wide, full: false)
    }

    func matchPinyin(village: NameQuery) -> GazetteerMatch? {
        guard PinyinQuery(village.key) != nil else { return nil }
        return matched(village, in: .county, full: true) ?? matched(village, in: .county, full: false)
    }

    /// A village in Chinese is found by the ladder, one in pinyin by its reading; the rule is pinyin either way.
    /// - Parameter full: by the whole reading, or else by its initials.
    private func matched(_ village: NameQuery, in scope: Scope, full: Bool) -> GazetteerMatch? {
        if case .townships([]) = scope { return nil }
        if let found = find(village, in: scope) { return matched(found, by: .pinyin, key: village.key) }
        guard let pinyin = PinyinQuery(village.key) else { return nil }
        var found: [Int] = []
        pinyinNames.forEachPossible(pinyin, full: full) { index in
            let key = names[index].key
            let isMatch =
                scope.contains(names[index].township)
                && (full ? pinyin.isFull(of: key) : pinyin.areInitials(of: key))
            if isMatch { found.append(index) }
        }
        return found.isEmpty
            ? nil : matched(Found(rule: .pinyin, names: single(found)), by: .pinyin, key: village.key)
    }
}
