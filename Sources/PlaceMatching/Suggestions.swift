import GradeModel

/// Near names that are offered and never taken.
enum Suggestions {
    /// At most so many are offered.
    static let limit = 5

    /// The first of each list, then the second of each …, each once.
    static func inTurn(_ lists: [[Suggestion]]) -> [Suggestion] {
        var offered: [Suggestion] = []
        for rank in 0..<limit {
            for list in lists where rank < list.count && offered.count < limit && !offered.contains(list[rank]) {
                offered.append(list[rank])
            }
        }
        return offered
    }
}

extension Gazetteer {
    /// Longer names get no suggestions: no name is near them.
    private static let longestSuggested = 120

    private static let villageEndings = PlaceKind.endings.map(\.ending)
    private static let townshipEndings = ["街道办事处", "自然保护区", "街道", "民族乡", "镇", "乡"]

    /// Villages near a name, nearest first: the same name in another township; one character apart and the like, in
    /// the township and then in the county; names that contain it or are contained in it.
    func suggestions(village key: String, in scope: Scope) -> [Suggestion] {
        guard (1...Self.longestSuggested).contains(key.utf8.count) else { return [] }
        let asked = Stem(key, endings: Self.villageEndings)
        let forms = [key] + NameForms.asked(village: key)
        let pinyin = PinyinQuery(NameKey(folded: key)).map { $0.letters.map { Unicode.Scalar($0) } }

        var ranked: [(rank: Int, index: Int)] = forms.flatMap { form in
            names(under: form).filter { names[$0].key == NameKey(folded: form) }.map { (0, $0) }
        }
        let same = ranked.map(\.index)
        func add(_ index: Int, _ rank: Int) {
            guard !same.contains(index) else { return }
            ranked.append(((scope.contains(names[index].township) ? 0 : 100) + rank, index))
        }
        if let pinyin {
            for index in names.indices {
                if let rank = pinyinRank(pinyin, names[index].key) { add(index, rank) }
            }
        } else {
            let spellings = nearNames.spellings(of: names, endings: Self.villageEndings)
            spellings.forEachNear(NameKey(folded: key).scalars, stem: asked) { index, nearness in
                switch nearness {
                case .distance(let distance): add(index, 10 + distance)
                case .inside where key.utf8.count > 3: add(index, 200)
                case .inside: break
                }
            }
        }
        ranked.sort { ($0.rank, $0.index) < ($1.rank, $1.index) }
        var offered: [Suggestion] = []
        for (_, index) in ranked where offered.count < Suggestions.limit {
            let suggestion = Suggestion(county: county, township: township(of: index), village: village(of: index))
            if !offered.contains(suggestion) { offered.append(suggestion) }
        }
        return offered
    }

    /// Townships near a name which have the village, then other near ones, then others which have the village.
    func suggestions(township key: String, village: NameKey?) -> [Suggestion] {
        guard (1...Self.longestSuggested).contains(key.utf8.count) else { return [] }
        let asked = Stem(key, endings: Self.townshipEndings)
        let pinyin = PinyinQuery(NameKey(folded: key)).map { $0.letters.map { Unicode.Scalar($0) } }
        let near = townships.indices.compactMap { index -> (rank: Int, index: Int)? in
            if let pinyin { return pinyinRank(pinyin, townships[index].key).map { ($0, index) } }
            let key = townships[index].key.text
            if let distance = asked.distance(to: Stem(key, endings: Self.townshipEndings)) { return (distance, index) }
            return asked.scalars.count > 1 && contains(NameKey(folded: key).scalars.span, run: asked.scalars.span)
                ? (200, index) : nil
        }
        .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)

        let having =
            village.map { village in
                ([village.text] + NameForms.asked(village: village.text)).flatMap { names(under: $0) }
            } ?? []
        let both = near.flatMap { township in having.filter { names[$0].township == township } }
        let offered =
            both.map { Suggestion(county: county, township: self.township(of: $0), village: self.village(of: $0)) }
            + near.filter { township in !both.contains { names[$0].township == township } }
            .map { Suggestion(county: county, township: townships[$0].name, village: nil) }
            + having.map { Suggestion(county: county, township: self.township(of: $0), village: self.village(of: $0)) }
        return Suggestions.inTurn(offered.map { [$0] })
    }

    /// One or two letters apart from the usual pinyin, or its beginning.
    private func pinyinRank(_ letters: [Unicode.Scalar], _ key: NameKey) -> Int? {
        guard let reading = Pinyin.reading(of: key.text) else { return nil }
        let scalars = Array(reading.unicodeScalars)
        if letters.count > 2, scalars.starts(with: letters) { return 40 }
        guard abs(scalars.count - letters.count) <= 2, letters.count > 4 else { return nil }
        let apart = editDistance(letters.span, scalars.span)
        return apart <= 2 ? 10 + 2 * apart : nil
    }

    private func township(of name: Int) -> String { places[names[name].place].township }
    private func village(of name: Int) -> String { places[names[name].place].village }
}

extension NameKey {
    var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }
}
