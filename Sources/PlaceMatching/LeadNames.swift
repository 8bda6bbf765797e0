import GradeModel

/// What an address of a county may begin with: the country, the county's code, and the names of its province, its
/// prefecture and itself, each in full and without its 省, 市 or 县. The county may be named twice.
struct LeadNames: Sendable {
    struct Part: Sendable {
        let full: [Unicode.Scalar]
        /// Empty where the name can't be shortened.
        let short: [Unicode.Scalar]
        let isCounty: Bool
        /// Read only where the address begins, as digits in a row.
        let isCode: Bool

        init(_ name: String, isCounty: Bool, isShortened: Bool = true, isCode: Bool = false) {
            self.isCode = isCode
            full = NameKey(name).scalars
            short = isShortened ? Self.short(full) : []
            self.isCounty = isCounty
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
    }

    let parts: [Part]
    /// What an address that has such a part in front begins with: their first characters, in UTF-8.
    private let beginnings: [(UInt8, UInt8, UInt8)]

    /// Never no where one of the parts stands first.
    func mayBegin(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 3 else { return false }
        return beginnings.contains { $0 == (bytes[0], bytes[1], bytes[2]) }
    }

    private static let country = ["中华人民共和国", "中国"].map { Part($0, isCounty: false, isShortened: false) }

    init(of county: County) {
        let above = [county.province, county.prefecture].compactMap { $0 }.filter { !$0.isEmpty }
        let own = county.name.isEmpty ? [] : [Part(county.name, isCounty: true)]
        let parts =
            Self.country + [Part(county.code, isCounty: true, isShortened: false, isCode: true)]
            + above.map { Part($0, isCounty: false) } + own + own
        beginnings = parts.map { part in
            let bytes = Array(String(String.UnicodeScalarView(part.full)).utf8.prefix(3)) + [0, 0, 0]
            return (bytes[0], bytes[1], bytes[2])
        }
        self.parts = parts
    }
}
