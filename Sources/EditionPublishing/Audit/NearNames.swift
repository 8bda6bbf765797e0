import GradeModel

/// Names of one township so near that one may be a misprint of the other. They are offered, never joined: many real
/// villages are one character apart.
struct NearNames {
    private(set) var findings: [Finding] = []
    /// Pairs that stand in one table together: a table does not list a place twice.
    private(set) var apart = 0

    init(_ grades: [GradeEntry]) {
        var townships: [String] = []
        var names: [String: [String]] = [:]
        var rows: [VillageName: [TableRow]] = [:]
        for entry in grades {
            guard let village = entry.village else { continue }
            let name = VillageName(township: entry.township, village: village)
            if rows[name] == nil {
                if names[entry.township] == nil { townships.append(entry.township) }
                names[entry.township, default: []].append(village)
            }
            rows[name, default: []].append(entry.source)
        }
        for township in townships {
            let villages = (names[township] ?? []).map { village in
                let name = VillageName(township: township, village: village)
                return Candidate(village, rows[name] ?? [])
            }
            compare(villages, in: township)
        }
    }

    private mutating func compare(_ villages: [Candidate], in township: String) {
        for (index, first) in villages.enumerated() {
            for second in villages[(index + 1)...] where first.isNear(second) {
                if first.tables.isDisjoint(with: second.tables) {
                    findings.append(.nearNames(township: township, first: first.seen, second: second.seen))
                } else {
                    apart += 1
                }
            }
        }
    }
}

private struct Candidate {
    let seen: Finding.SeenName
    let tables: Set<String>
    private let scalars: [Unicode.Scalar]
    private let bare: String

    init(_ name: String, _ rows: [TableRow]) {
        seen = Finding.SeenName(name: name, rows: rows)
        tables = Set(rows.map(\.table))
        scalars = Array(name.unicodeScalars)
        bare = Self.withoutCommittee(name)
    }

    func isNear(_ other: Candidate) -> Bool {
        bare == other.bare || Self.isOneApart(scalars, other.scalars)
    }

    /// One character put in, left out or another. Whether it happens at the front or the end makes no difference.
    static func isOneApart(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        let shorter = min(a.count, b.count)
        let front = zip(a, b).prefix { $0 == $1 }.count
        let back = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return a.count == b.count ? front + back == shorter - 1 : front + back >= shorter
    }

    /// 浩河社区居委会 and 浩河社区, 芙蓉村村委会 and 芙蓉村.
    private static func withoutCommittee(_ name: String) -> String {
        for suffix in ["居民委员会", "村民委员会", "居委会", "村委会"] where name.hasSuffix(suffix) {
            let bare = String(name.dropLast(suffix.count))
            return bare.hasSuffix("村") || bare.hasSuffix("社区") ? bare : bare + (suffix.hasPrefix("村") ? "村" : "社区")
        }
        return name
    }
}
