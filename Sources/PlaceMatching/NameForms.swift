import GradeModel

/// The committee rule: which other names a village or township may be written by. All texts are keys.
enum NameForms {
    /// A committee's ending, and what a name shortened before it has lost: 芙蓉村委会 is 芙蓉村, 浩河居委会 浩河社区.
    private static let committees: [(ending: String, lost: String)] = [
        ("村民委员会", "村"), ("村委会", "村"), ("居民委员会", "社区"), ("居委会", "社区"),
    ]

    /// Keys under which a name that is held is found: itself, and for a committee the village it is of.
    static func held(village key: String) -> [String] { villageOf(committee: key).map { [key, $0] } ?? [key] }

    /// The village that a committee is of, as its name tells; nil where it is none.
    static func villageOf(committee key: String) -> String? {
        guard let (stem, lost) = committee(of: key) else { return nil }
        return PlaceKind(name: stem) == .other ? stem + lost : stem
    }

    /// The villages a name that is asked for may be the committee of: 芙蓉村村民委员会 of 芙蓉村, 上村村民委员会 of
    /// 上村 or of 上村村. Which of them exist, the closed list says.
    static func asked(village key: String) -> [String] {
        guard let (stem, lost) = committee(of: key) else { return [] }
        return [stem, stem + lost]
    }

    /// 东湖: 东湖社区, 东湖渔场, 东湖村 … in the order of `PlaceKind.endings`.
    static func completed(village key: String) -> [String] {
        PlaceKind.endings.map { key + $0.ending }
    }

    /// Those of them that are communities.
    static func completed(community key: String) -> [String] { communityEndings.map { key + $0 } }

    /// Calls `body` with the keys of which `completed(community:)` has this one.
    static func forEachStem(ofCommunity key: String, _ body: (String) -> Void) {
        for ending in communityEndings { if let stem = key.dropping(suffix: ending) { body(stem) } }
    }

    private static let communityEndings = PlaceKind.endings.filter { $0.kind == .community }.map(\.ending)

    static func isCommittee(_ key: String) -> Bool {
        committee(of: key) != nil
    }

    /// The name itself, and for a 街道办事处 the 街道.
    static func township(_ key: String) -> [String] { townshipOf(office: key).map { [key, $0] } ?? [key] }

    static func townshipOf(office key: String) -> String? {
        for ending in ["街道办事处", "街道办"] {
            if let stem = key.dropping(suffix: ending) { return stem + "街道" }
        }
        return nil
    }

    private static func committee(of key: String) -> (stem: String, lost: String)? {
        // All endings end in 会 (E4 BC 9A); most names are told apart by their last byte.
        guard key.utf8.last == 0x9A else { return nil }
        for (ending, lost) in committees {
            if let stem = key.dropping(suffix: ending) { return (stem, lost) }
        }
        return nil
    }
}

extension String {
    /// The text before `suffix`, compared by bytes; nil where nothing would be left.
    func dropping(suffix: String) -> String? {
        // Most texts are told apart by their last byte.
        guard utf8.last == suffix.utf8.last, utf8.count > suffix.utf8.count,
            utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        else {
            return nil
        }
        return String(self[..<utf8.index(endIndex, offsetBy: -suffix.utf8.count)])
    }
}
