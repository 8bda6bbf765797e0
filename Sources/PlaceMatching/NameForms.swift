import GradeModel

/// The office rule: which other names a village or township may be written by. All texts are keys.
enum NameForms {
    /// An office's ending, and what a name shortened before it has lost: 芙蓉村委会 is 芙蓉村, 浩河居委会 浩河社区.
    private typealias Office = (ending: String, lost: String)

    /// What registers keep as the name of a village: a committee's.
    private static let committees: [Office] = [
        ("村民委员会", "村"), ("村委会", "村"), ("居民委员会", "社区"), ("居委会", "社区"),
    ]

    /// What lists write for a village: its committees, its party organization and its seat.
    private static let villageOffices: [Office] =
        committees + [
            ("村民委", "村"), ("村委", "村"), ("居委", "社区"), ("村部", "村"), ("村党总支部委员会", "村"), ("村党支部委员会", "村"),
            ("村党总支", "村"), ("村党支部", "村"), ("村支部", "村"), ("村党委", "村"), ("党总支部委员会", ""),
            ("党支部委员会", ""), ("党总支部", ""), ("党总支", ""), ("党支部", ""), ("党委", ""),
        ]

    /// What lists write for a township: its government, its party committee, and the office of a 街道 or a protected area.
    private static let townshipOffices: [Office] = [
        ("街道办事处", "街道"), ("街道办", "街道"), ("街办", "街道"), ("办事处", "街道"), ("人民政府", ""), ("政府", ""), ("党工委", ""),
        ("党委", ""), ("管理委员会", ""), ("管委会", ""), ("自然保护区管理局", "自然保护区"),
    ]

    /// Those that no other place than a township has: 金龙政府 is that of 金龙镇.
    private static let governments = ["人民政府", "政府"]

    /// Last characters of the offices of villages and of townships.
    static let villageOfficeEnds = FewScalars(villageOffices.compactMap(\.ending.unicodeScalars.last))
    static let townshipOfficeEnds = FewScalars(townshipOffices.compactMap(\.ending.unicodeScalars.last))

    /// What a township's name may end in, so that 金龙 is 金龙镇.
    static let townshipEndings = ["街道办事处", "自然保护区", "街道", "民族乡", "镇", "乡"]

    /// Keys under which a name that is held is found: itself, and for a committee the village it is of.
    static func held(village key: String) -> [String] { villageOf(committee: key).map { [key, $0] } ?? [key] }

    /// The village that a committee is of, as its name tells; nil where it is none.
    static func villageOf(committee key: String) -> String? {
        // All endings end in 会 (E4 BC 9A); most names are ruled out by their last byte.
        guard key.utf8.last == 0x9A, let (stem, lost) = office(in: committees, of: key) else { return nil }
        return PlaceKind(name: stem) == .other ? stem + lost : stem
    }

    /// The villages a name that is asked for may be the office of: 芙蓉村村民委员会 of 芙蓉村, 上村村民委员会 of
    /// 上村 or of 上村村. Which of them exist, the closed list says.
    static func asked(village key: String) -> [String] {
        guard isOffice(village: key), let (stem, lost) = office(in: villageOffices, of: key) else { return [] }
        return lost.isEmpty ? [stem] : [stem, stem + lost]
    }

    /// The townships a name that is asked for may be the office of: 金龙镇人民政府 of 金龙镇, 文星街道办 of 文星街道.
    static func asked(township key: String) -> [String] {
        guard let last = key.unicodeScalars.last, townshipOfficeEnds.contains(last),
            let (stem, lost) = office(in: townshipOffices, of: key)
        else { return [] }
        return lost.isEmpty ? [stem] : [stem + lost, stem]
    }

    /// 东湖: 东湖社区, 东湖渔场, 东湖村 … in the order of `PlaceKind.endings`.
    static func completed(village key: String) -> [String] {
        PlaceKind.endings.map { key + $0.ending }
    }

    /// What `completed(village:)` puts behind a key.
    static let villageEndings = PlaceKind.endings.map { Array($0.ending.utf8) }

    /// 金龙, 金龙政府: 金龙镇, 金龙乡 …
    static func completed(township key: String) -> [String] {
        let stem = governments.lazy.compactMap { key.dropping(suffix: $0) }.first ?? key
        let lacksEnding = !townshipEndings.contains { stem.dropping(suffix: $0) != nil }
        return isStem(stem) && lacksEnding ? townshipEndings.map { stem + $0 } : []
    }

    /// Whether a name may stand without its ending: one character is too little to tell a place by.
    static func isStem(_ key: String) -> Bool { key.unicodeScalars.dropFirst().first != nil }

    static func isOffice(village key: String) -> Bool {
        // Most names are ruled out by their last character.
        guard let last = key.unicodeScalars.last, villageOfficeEnds.contains(last) else { return false }
        return office(in: villageOffices, of: key) != nil
    }

    /// The name itself, and for a 街道办事处 the 街道.
    static func township(_ key: String) -> [String] { townshipOf(office: key).map { [key, $0] } ?? [key] }

    static func townshipOf(office key: String) -> String? {
        for ending in ["街道办事处", "街道办"] {
            if let stem = key.dropping(suffix: ending) { return stem + "街道" }
        }
        return nil
    }

    private static func office(in offices: [Office], of key: String) -> (stem: String, lost: String)? {
        for (ending, lost) in offices {
            if let stem = key.dropping(suffix: ending) { return (stem, lost) }
        }
        return nil
    }
}

/// A handful of characters: a word tells that most others are none of them.
struct FewScalars: Sendable {
    private let bits: UInt64
    private let scalars: [Unicode.Scalar]

    init(_ scalars: some Sequence<Unicode.Scalar>) {
        self.scalars = Array(scalars)
        bits = self.scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        bits >> UInt64(scalar.value & 63) & 1 != 0 && scalars.contains(scalar)
    }

    func union(_ others: some Sequence<Unicode.Scalar>) -> Self { Self(scalars + Array(others)) }

    func union(_ other: Self) -> Self { union(other.scalars) }
}

extension String {
    /// The text before `suffix`, compared by bytes; nil where nothing would be left.
    func dropping(suffix: String) -> String? {
        var (text, suffix) = (self, suffix)
        return text.withUTF8 { text in
            suffix.withUTF8 { suffix in
                let rest = text.count - suffix.count
                guard rest > 0 else { return nil }
                // Most texts are ruled out by their last byte.
                for index in suffix.indices.reversed() where text[rest + index] != suffix[index] { return nil }
                return String(decoding: text[..<rest], as: UTF8.self)
            }
        }
    }
}
