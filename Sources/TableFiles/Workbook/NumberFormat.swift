import SystemSupport

/// How a cell's number is shown: so many digits behind the point, with the words that its format has around it.
struct NumberFormat: Hashable {
    /// Nil: as many as it has.
    var decimals: Int?
    var isPercent = false
    var prefix = ""
    var suffix = ""

    static let general = NumberFormat()

    /// By the number of one of the fixed formats.
    init?(number: Int) {
        switch number {
        case 1, 3, 37, 38, 41, 42: decimals = 0
        case 2, 4, 39, 40, 43, 44: decimals = 2
        case 9: (decimals, isPercent) = (0, true)
        case 10: (decimals, isPercent) = (2, true)
        default: return nil
        }
    }

    private init() {}

    /// By the format's own code: `0.00`, `#,##0.00_ `, `0.00"元"`, `_ * #,##0.00_ ;…`. Nil for General, dates, fractions
    /// and whatever else shows a number otherwise.
    ///
    /// - Source: ECMA-376 Part 1, 18.8.31.
    init?(code: String) {
        var isQuoted = false, isEscaped = false, isPadding = false, inBrackets = false, isPercent = false
        var bracketed = ""
        var placeholders = "", words = ["", ""]
        for scalar in code.unicodeScalars {
            let side = placeholders.isEmpty ? 0 : 1
            if isEscaped {
                words[side].unicodeScalars.append(scalar)
                isEscaped = false
            } else if isPadding {
                isPadding = false
            } else if isQuoted {
                if scalar == "\"" { isQuoted = false } else { words[side].unicodeScalars.append(scalar) }
            } else if inBrackets {
                if scalar == "]" {
                    inBrackets = false
                    // [$¥-804] shows the sign before the hyphen.
                    if bracketed.hasPrefix("$") { words[side] += bracketed.dropFirst().prefix { $0 != "-" } }
                } else {
                    bracketed.unicodeScalars.append(scalar)
                }
            } else {
                switch scalar {
                case ";":
                    self.init(placeholders, words, isPercent: isPercent)
                    return
                case "\\": isEscaped = true
                case "_", "*": isPadding = true
                case "\"": isQuoted = true
                case "[":
                    inBrackets = true
                    bracketed = ""
                case "0", "#", "?", ".", ",": placeholders.unicodeScalars.append(scalar)
                case "%": isPercent = true
                case " ", "(", ")", "-", "+", "¥", "$", "￥": words[side].unicodeScalars.append(scalar)
                default: return nil
                }
            }
        }
        self.init(placeholders, words, isPercent: isPercent)
    }

    private init?(_ placeholders: String, _ words: [String], isPercent: Bool) {
        guard placeholders.contains(where: { $0 == "0" || $0 == "#" || $0 == "?" }) else { return nil }
        let parts = placeholders.split(separator: ".", omittingEmptySubsequences: false)
        // A comma behind the digits divides by a thousand.
        guard parts.count <= 2, placeholders.last != "," else { return nil }
        if parts.count == 2 {
            // `0.##` shows no zeros that are not there.
            guard parts[1].allSatisfy({ $0 == "0" }) else { return nil }
            decimals = parts[1].count
        } else {
            decimals = 0
        }
        self.isPercent = isPercent
        prefix = words[0].trimmingSpaces
        suffix = words[1].trimmingSpaces
    }

    /// Without separators of thousands, which are no part of the number.
    ///
    /// - Parameter text: `-?digits[.digits]`.
    func shown(_ text: String) -> String {
        guard let decimals else { return text }
        var number = Array(text.utf8)
        let isNegative = number.first == 0x2D
        if isNegative { number.removeFirst() }
        guard number.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return text }
        let point = number.firstIndex(of: 0x2E) ?? number.count
        var whole = Array(number[..<point])
        var fraction = Array(number[min(point + 1, number.count)...])
        if isPercent {
            for _ in 0..<2 { whole.append(fraction.isEmpty ? 0x30 : fraction.removeFirst()) }
            while whole.count > 1, whole[0] == 0x30 { whole.removeFirst() }
        }
        let rounds = fraction.count > decimals && fraction[decimals] >= 0x35
        fraction = Array(fraction.prefix(decimals))
        while fraction.count < decimals { fraction.append(0x30) }
        if rounds {
            var digits = whole + fraction
            var position = digits.count - 1
            while position >= 0, digits[position] == 0x39 {
                digits[position] = 0x30
                position -= 1
            }
            if position >= 0 { digits[position] += 1 } else { digits.insert(0x31, at: 0) }
            whole = Array(digits.dropLast(decimals))
            fraction = Array(digits.suffix(decimals))
        }
        let body = String(decoding: whole + (decimals > 0 ? [0x2E] + fraction : []), as: UTF8.self)
        return prefix + (isNegative ? "-" : "") + body + (isPercent ? "%" : "") + suffix
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
