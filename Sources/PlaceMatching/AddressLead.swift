import GradeModel

/// An address, folded: the part of it that is looked at, and where its parts may begin.
struct Address {
    let scalars: [Unicode.Scalar]

    /// No name in an address is longer.
    static let longestName = 40

    /// Nil for text too long to be an address, or empty.
    init?(_ text: String) {
        guard text.utf8.count <= 4096 else { return nil }
        scalars = NameKey(text).scalars
        if scalars.isEmpty { return nil }
    }

    /// Where an administrative part ended.
    struct Lead: Hashable {
        let end: Int
        /// The county itself is among what was read.
        var namesCounty = false
        /// The last part was a name without its 省, 市 or 县. Only a township may follow it: 岳阳楼村 is not the 楼村
        /// of 岳阳.
        var endsShort = false
    }

    /// Each way to read the beginning as province, prefecture and county, each of which may be missing: the longest
    /// first, the empty one last.
    func leads(of county: County) -> [Lead] {
        var leads = [Lead(end: 0)]
        let parts = [(county.province, false), (county.prefecture, false), (county.name, true)]
        for (name, isCounty) in parts {
            guard let name, !name.isEmpty else { continue }
            let full = NameKey(name).scalars
            // Both forms begin alike, and most counties of a country don't begin like this address.
            guard leads.contains(where: { scalars[$0.end...].starts(with: full.prefix(2)) }) else { continue }
            var read: [Lead] = []
            for lead in leads {
                for (form, isShort) in [(full, false), (Self.short(full), true)] where !form.isEmpty {
                    guard scalars[lead.end...].starts(with: form) else { continue }
                    read.append(
                        Lead(
                            end: skippingSeparators(from: lead.end + form.count),
                            namesCounty: lead.namesCounty || isCounty, endsShort: isShort))
                }
            }
            leads += read.filter { !leads.contains($0) }
        }
        return leads.sorted { $0.end > $1.end }
    }

    private static let suffixes = [
        "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "特别行政区", "地区", "林区", "特区", "省", "市",
        "县", "区", "旗", "盟", "州",
    ].map { Array($0.unicodeScalars) }

    /// 湖南 of 湖南省; empty where the name has no suffix or fewer than two characters before it.
    private static func short(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let suffix = suffixes.first(where: { name.reversed().starts(with: $0.reversed()) }),
            name.count - suffix.count >= 2
        else { return [] }
        return name.dropLast(suffix.count)
    }

    /// The parts of an address may stand apart: `湖南省,岳阳市,湘阴县`.
    func skippingSeparators(from start: Int) -> Int {
        var index = start
        while index < scalars.count, [",", "、", "/", "|", "-", "·", ">"].contains(scalars[index]) { index += 1 }
        return index
    }

    /// The beginnings of what stands at `start`, the longest first, down to one character.
    func prefixes(from start: Int) -> [String] {
        (0..<min(Self.longestName, scalars.count - start)).reversed().map { text(start...(start + $0)) }
    }

    func text(_ range: ClosedRange<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
    }

    /// What the address seems to name at `start`, for saying what is unknown.
    func unread(from start: Int, namesCounty: Bool) -> Unread {
        let rest = scalars[start...].prefix(20)
        for index in rest.indices.dropFirst() {
            switch scalars[index] {
            case "镇", "乡":
                return .township(text(start...index), end: index + 1)
            case "道" where scalars[index - 1] == "街":
                return .township(text(start...index), end: index + 1)
            case "省" where !namesCounty, "市" where !namesCounty, "县" where !namesCounty:
                return .county
            case "区" where !namesCounty && !"社湖管园库灌小".unicodeScalars.contains(scalars[index - 1]):
                return .county
            case "村":
                return .village(text(start...index))
            default: continue
            }
        }
        return .village(rest.isEmpty ? "" : text(start...(rest.endIndex - 1)))
    }

    enum Unread {
        case county
        case township(String, end: Int)
        case village(String)
    }
}
