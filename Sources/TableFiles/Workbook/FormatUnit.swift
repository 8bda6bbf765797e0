import GradeModel

/// The unit that a number format shows behind a number and that the cell's value does not hold: 万元 of `0.00"万元"`.
struct FormatUnit: Hashable {
    /// As it is shown.
    let word: String
    /// Of an area, and neither of money nor of a price.
    let isArea: Bool

    /// Nil where the format shows no unit behind the number, or another number than the cell holds: in per cent, by the
    /// thousand, in a form that depends on the number.
    init?(code: String) {
        guard let word = Self.wordBehind(code) else { return nil }
        isArea = AreaUnit(word: word) != nil
        guard isArea || PriceUnit.Money(word: word) != nil || PriceUnit(word: word) != nil else { return nil }
        self.word = word
    }

    /// What follows the digits in the format of positive numbers.
    ///
    /// - Source: ECMA-376 Part 1, 18.8.31.
    private static func wordBehind(_ code: String) -> String? {
        var isQuoted = false, isEscaped = false, isPadding = false, inBrackets = false
        var bracketed = "", behind = ""
        var last: Unicode.Scalar?
        func show(_ text: String) { if last != nil { behind += text } }
        for scalar in code.replacing("General", with: "0").unicodeScalars {
            if isEscaped {
                show(String(scalar))
                isEscaped = false
            } else if isPadding {
                isPadding = false
            } else if isQuoted {
                if scalar == "\"" { isQuoted = false } else { show(String(scalar)) }
            } else if inBrackets {
                if scalar != "]" {
                    bracketed.unicodeScalars.append(scalar)
                    continue
                }
                inBrackets = false
                // [$元-804]; [>=10000] has another format for other numbers.
                if bracketed.hasPrefix("$") { show(String(bracketed.dropFirst().prefix { $0 != "-" })) }
                if let first = bracketed.first, "<>=".contains(first) { return nil }
            } else {
                switch scalar {
                case ";": return last == "," ? nil : behind.filter { $0 != " " }
                case "\\", "!": isEscaped = true
                case "_", "*": isPadding = true
                case "\"": isQuoted = true
                case "[":
                    inBrackets = true
                    bracketed = ""
                case "0", "#", "?", ".", ",":
                    // Digits behind words: no plain number.
                    guard behind.isEmpty else { return nil }
                    last = scalar
                case " ", "(", ")", "-", "+": continue
                default:
                    guard scalar.value >= 0x80 else { return nil }
                    show(String(scalar))
                }
            }
        }
        // A comma behind the digits divides by a thousand.
        return last == "," ? nil : behind.filter { $0 != " " }
    }

    /// Whether a column's header says that it is in this unit: 总价（万元） of 万元, but not of 元.
    func isSaid(in header: String) -> Bool {
        (word == "元" ? header.replacing("万元", with: "") : header).contains(word)
    }
}
