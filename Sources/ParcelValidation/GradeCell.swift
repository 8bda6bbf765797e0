public import GradeModel
import PlaceMatching

/// What a row declares as its grade.
enum GradeCell: Hashable, Sendable {
    case none
    case grade(Grade)
    case unreadable

    /// Reads 一级, 第一级, 1级, 一, 1, 1.0, 1.0级, Ⅰ, ⅰ, Ⅰ级, I, I级, 壹级 and 一级地, up to 20, in full width and traditional
    /// characters too. Spaces around it and before 级 are set aside, and an empty cell declares nothing, nor do `/`, 无, NULL
    /// and their kind (`WrittenNone`). Anything else is no grade: not 01, not +1, not 1.5, not 1-2级; not 一等, because editions
    /// grade by 级 and a 等 is something else.
    init(_ text: String) {
        let bare = Self.trimmed(text.unicodeScalars[...])
        guard !bare.isEmpty, WrittenNone.form(text) == nil else {
            self = .none
            return
        }
        self = Self.grade(bare).map(GradeCell.grade) ?? .unreadable
    }

    private static func grade(_ text: Substring.UnicodeScalarView) -> Grade? {
        if let known = numbers[String(text)] { return known }
        var folded = String.UnicodeScalarView()
        for scalar in text {
            if isSpace(scalar) {
                folded.append(" ")
            } else {
                let key = NameKey(String(scalar)).text.unicodeScalars
                // What can't be seen is not set aside here.
                guard let only = key.first else { return nil }
                folded.append(only)
            }
        }
        // 一级地: land of this grade.
        if folded.suffix(2).elementsEqual("级地".unicodeScalars) { folded.removeLast() }
        guard folded.last == "级" else { return numbers[String(folded)] ?? decimal(String(folded)) }
        var core = trimmed(folded.dropLast())
        if core.first == "第" { core = trimmed(core.dropFirst()) }
        return numbers[String(core)] ?? numerals[String(core)] ?? decimal(String(core))
    }

    /// 1.0, 1.00 and 1.: what a program writes of a whole number.
    private static func decimal(_ text: String) -> Grade? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }),
            let grade = numbers[String(parts[0])], parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return grade
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}"
    }

    private static func trimmed(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return scalars[scalars.endIndex...] }
        return scalars[first...last]
    }

    /// What is a grade with 级 or without.
    private static let numbers: [String: Grade] = {
        var forms: [String: Grade] = [:]
        for number in 1...20 {
            guard let grade = Grade(rawValue: number) else { continue }
            forms[String(number)] = grade
            forms[roman(number)] = grade
            forms[String(grade.label.dropLast())] = grade
            // Ⅰ and ⅰ, as one character.
            for before in [0x215F, 0x216F] as [UInt32] where number <= 12 {
                if let scalar = Unicode.Scalar(before + UInt32(number)) { forms[String(scalar)] = grade }
            }
        }
        return forms
    }()

    /// What is one with 级 only.
    private static let numerals: [String: Grade] = {
        var forms: [String: Grade] = [:]
        let financial = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"]
        for number in 1...10 {
            guard let grade = Grade(rawValue: number) else { continue }
            forms[financial[number - 1]] = grade
        }
        return forms
    }()

    private static func roman(_ number: Int) -> String {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return String(repeating: "X", count: number / 10) + ones[number % 10]
    }
}

extension Grade {
    /// As a list may have it: 一级, 1级, Ⅰ, 壹级. Nil where the text is no grade.
    public init?(declared text: String) {
        guard case .grade(let grade) = GradeCell(text) else { return nil }
        self = grade
    }
}
