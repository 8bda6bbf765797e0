public import GradeModel

extension Gazetteer {
    /// Places whose name begins with, or contains, what somebody has typed so far: in characters, in pinyin
    /// (`furongc`) or in initials (`frc`), with the township in front or without; of two words, places whose township and
    /// village each begin with one of them (`金 芙`). The best first, each once.
    ///
    /// For lists to choose from while typing. What is chosen is then asked by its full name; nothing here answers.
    public func search(_ text: String, limit: Int) -> [Place] {
        let key = NameKey(text)
        guard !key.text.isEmpty, key.text.utf8.count <= 200, limit > 0 else { return [] }
        let letters = PinyinQuery(key)
        var ranked: [(rank: Int, place: Int)] = []
        for name in names {
            let full = townships[name.township].key.text + name.key.text
            let rank =
                letters.map { Self.rank($0, name.key, NameKey(folded: full)) }
                ?? Self.rank(key.text, name.key.text, full)
            if let rank { ranked.append((rank, name.place)) }
        }
        ranked.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
        var found = beginnings(of: text)
        var last = Set(found)
        for (_, place) in ranked where found.count < limit {
            if last.insert(place).inserted { found.append(place) }
        }
        return found.prefix(limit).map { places[$0] }
    }

    /// Places whose township and village each begin with one of two words, in the edition's order.
    private func beginnings(of text: String) -> [Int] {
        let words = text.split { $0.isWhitespace }.map(String.init)
        guard words.count == 2 else { return [] }
        let key = NameKey(words[1]), letters = PinyinQuery(key)
        guard !key.text.isEmpty else { return [] }
        let named = Set(townships(startingWith: words[0]))
        let begins = names.filter { name in
            guard named.contains(townships[name.township].name) else { return false }
            return letters.map { $0.isFull(of: name.key) || $0.isBeginning(of: name.key) }
                ?? name.key.text.hasPrefix(key.text)
        }
        return Set(begins.map(\.place)).sorted()
    }

    private static func rank(_ typed: String, _ village: String, _ full: String) -> Int? {
        if typed == village || typed == full { return 0 }
        if village.hasPrefix(typed) { return 1 }
        if full.hasPrefix(typed) { return 2 }
        let run = NameKey(folded: typed).scalars
        if contains(NameKey(folded: village).scalars.span, run: run.span) { return 3 }
        return contains(NameKey(folded: full).scalars.span, run: run.span) ? 4 : nil
    }

    private static func rank(_ typed: PinyinQuery, _ village: NameKey, _ full: NameKey) -> Int? {
        if typed.isFull(of: village) || typed.areInitials(of: village) { return 0 }
        if typed.isBeginning(of: village) { return 1 }
        return typed.isBeginning(of: full) ? 2 : nil
    }
}

extension PinyinQuery {
    /// Whether the letters are the beginning of a reading of `name`, or of its initials.
    func isBeginning(of name: NameKey) -> Bool {
        areFirstInitials(of: name) || isFirstPart(of: name)
    }

    private func areFirstInitials(of name: NameKey) -> Bool {
        let scalars = name.scalars
        guard letters.count <= scalars.count else { return false }
        return areInitials(of: NameKey(folded: String(String.UnicodeScalarView(scalars.prefix(letters.count)))))
    }

    private func isFirstPart(of name: NameKey) -> Bool {
        var ends: Set<Int> = [0]
        for scalar in name.text.unicodeScalars {
            var next: Set<Int> = []
            for reading in Self.readings(of: scalar) {
                for start in ends {
                    let rest = letters.count - start
                    if rest <= reading.count, has(reading.prefix(rest), at: start) { return true }
                    if has(reading, at: start) { next.insert(start + reading.count) }
                }
            }
            if next.isEmpty { return false }
            ends = next
        }
        return false
    }
}
