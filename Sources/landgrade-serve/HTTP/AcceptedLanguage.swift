import SystemSupport

extension Language {
    /// The one that `Accept-Language` prefers, by its weights (RFC 9110, 12.5.4); of equal ones the first. Nil where it asks
    /// for neither. A weight of 0 is a refusal, and a range with a weight that is none is passed over.
    ///
    ///     Language(accepting: "fr, en;q=0.7, zh-CN;q=0.9")  // zh
    init?(accepting header: String) {
        var best: (language: Language, weight: Int)?
        for range in header.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            guard let name = parts.first?.prefix(while: { $0 != "-" }), let language = Language(rawValue: String(name)),
                let weight = parts.count == 1 ? 1000 : Self.weight(parts[1]), weight > 0, weight > best?.weight ?? 0
            else { continue }
            best = (language, weight)
        }
        guard let best else { return nil }
        self = best.language
    }

    /// `q=0.75` in thousandths.
    private static func weight(_ parameter: String) -> Int? {
        let bytes = Array(parameter.utf8)
        guard bytes.starts(with: Array("q=".utf8)), (3...7).contains(bytes.count) else { return nil }
        let (whole, rest) = (bytes[2], bytes.dropFirst(3))
        guard whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1"),
            rest.first.map({ $0 == UInt8(ascii: ".") }) ?? true
        else { return nil }
        var weight = Int(whole - UInt8(ascii: "0")) * 1000
        for (digit, worth) in zip(rest.dropFirst(), [100, 10, 1]) {
            guard (0x30...0x39).contains(digit) else { return nil }
            weight += Int(digit - 0x30) * worth
        }
        return weight <= 1000 ? weight : nil
    }
}
