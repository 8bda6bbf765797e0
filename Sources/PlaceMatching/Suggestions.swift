import GradeModel

/// Near names that are offered and never taken.
enum Suggestions {
    /// At most so many are offered.
    static let limit = 5

    /// The first of them, each once.
    static func single(_ suggestions: [Suggestion]) -> [Suggestion] {
        var offered: [Suggestion] = []
        for suggestion in suggestions where !offered.contains(suggestion) {
            offered.append(suggestion)
            if offered.count == limit { break }
        }
        return offered
    }

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

    private static let villageEndings = NameEndings(PlaceKind.endings.map(\.ending))
    private static let townshipEndings = NameEndings(NameForms.townshipEndings)

    /// Villages near a name, nearest first: the same name in another township; one character different, in
    /// the township and then in the county; names that contain it or are contained in it.
    func suggestions(village key: String, in scope: Scope) -> [Suggestion] {
        guard (1...Self.longestSuggested).contains(key.utf8.count) else { return [] }
        var ranked: [(rank: Int, index: Int)] = []
        for form in [key] + NameForms.asked(village: key) {
            for index in names(under: form) where names[index].key == NameKey(folded: form) {
                ranked.append((0, index))
            }
        }
        let same = ranked.map(\.index)
        var near: [(rank: Int, index: Int)] = []
        if let pinyin = PinyinQuery(NameKey(folded: key)) {
            pinyinNames.forEachNear(pinyin) { index, rank in near.append((rank, index)) }
        } else {
            let whole = NameKey(folded: key).scalars
            let spellings = nearNames.spellings(of: { [names] in names.map(\.key) }, endings: Self.villageEndings)
            spellings.forEachNear(whole, stem: Stem(whole, endings: Self.villageEndings)) { index, nearness in
                switch nearness {
                case .distance(let distance): near.append((10 + distance, index))
                case .inside where key.utf8.count > 3: near.append((200, index))
                case .inside: break
                }
            }
        }
        for (rank, index) in near where !same.contains(index) {
            ranked.append(((scope.contains(names[index].township) ? 0 : 100) + rank, index))
        }
        ranked.sort { ($0.rank, $0.index) < ($1.rank, $1.index) }
        var offered: [Int] = []
        for (_, index) in ranked where !offered.contains(where: { isSamePlace($0, index) }) {
            offered.append(index)
            if offered.count == Suggestions.limit { break }
        }
        return offered.map { Suggestion(county: county, township: township(of: $0), village: village(of: $0)) }
    }

    /// As above, of a village's cell: a group or a house behind a name is no part of it, 芙荣村3组.
    func suggestions(cell key: String, in scope: Scope) -> [Suggestion] {
        let whole = suggestions(village: key, in: scope)
        let name = key.unicodeScalars.prefix { !("0"..."9").contains($0) }
        guard name.count > 1, name.endIndex < key.endIndex else { return whole }
        return Suggestions.inTurn([suggestions(village: String(name), in: scope), whole])
    }

    /// Townships near a name which have the village, then other near ones, then others which have the village.
    func suggestions(township key: String, village: NameKey?) -> [Suggestion] {
        guard (1...Self.longestSuggested).contains(key.utf8.count) else { return [] }
        let near = townships(near: key)
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
        return Suggestions.single(offered)
    }

    /// Indices of townships near a name, nearest first.
    private func townships(near key: String) -> [Int] {
        var ranked: [(rank: Int, index: Int)] = []
        if let pinyin = PinyinQuery(NameKey(folded: key)) {
            pinyinTownshipNames.forEachNear(pinyin) { index, rank in ranked.append((rank, index)) }
        } else {
            let spellings = nearTownships.spellings(
                of: { [townships] in townships.map(\.key) }, endings: Self.townshipEndings)
            let asked = Stem(NameKey(folded: key).scalars, endings: Self.townshipEndings)
            spellings.forEachNear(stem: asked) { index, nearness in
                if case .distance(let distance) = nearness {
                    ranked.append((distance, index))
                } else {
                    ranked.append((200, index))
                }
            }
        }
        return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
    }

    private func township(of name: Int) -> String { places[names[name].place].township }
    private func village(of name: Int) -> String { places[names[name].place].village }
}

extension NameKey {
    var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }
}
