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
        return PinyinTownships(
            full: townships.indices.filter {
                Array(townships[$0].pinyin.utf8) == pinyin.letters || pinyin.isFull(of: townships[$0].key)
            },
            initials: townships.indices.filter { pinyin.areInitials(of: townships[$0].key) })
    }

    /// Full pinyin before initials, for township and village together; several places are ambiguous.
    func matchPinyin(townships: PinyinTownships, village: NameQuery) -> GazetteerMatch? {
        let full = Scope.townships(townships.full)
        let initials = Scope.townships(townships.initials)
        if let match = matched(village, in: full, by: { $0.isFull(of: $1) }) { return match }
        let wide = Scope.townships(townships.full.isEmpty ? townships.initials : townships.full)
        return matched(village, in: initials, by: { $0.isFull(of: $1) })
            ?? matched(village, in: wide, by: { $0.areInitials(of: $1) })
    }

    func matchPinyin(village: NameQuery) -> GazetteerMatch? {
        guard PinyinQuery(village.key) != nil else { return nil }
        return matched(village, in: .county, by: { $0.isFull(of: $1) })
            ?? matched(village, in: .county, by: { $0.areInitials(of: $1) })
    }

    /// A village in Chinese is found by the ladder, one in pinyin by `isMatch`; the rule is pinyin either way.
    private func matched(
        _ village: NameQuery, in scope: Scope, by isMatch: (PinyinQuery, NameKey) -> Bool
    ) -> GazetteerMatch? {
        if case .townships([]) = scope { return nil }
        if let found = find(village, in: scope) { return matched(found, by: .pinyin, key: village.key) }
        guard let pinyin = PinyinQuery(village.key) else { return nil }
        let found = names.indices.filter { scope.contains(names[$0].township) && isMatch(pinyin, names[$0].key) }
        return found.isEmpty
            ? nil : matched(Found(rule: .pinyin, names: single(found)), by: .pinyin, key: village.key)
    }
}
