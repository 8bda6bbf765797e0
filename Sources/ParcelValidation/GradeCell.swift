import GradeModel

/// What a row declares as its grade.
enum GradeCell: Hashable, Sendable {
    case none
    case grade(Grade)
    case unreadable

    /// Reads 一级, 1级, 1, 1.0, Ⅰ, Ⅰ级, I, I级 and 壹级, up to 20. Spaces around it are set aside, and an empty cell
    /// declares nothing, nor do `/`, 无, NULL and their kind (`WrittenNone`). Anything else is no grade: not １, not 01, not +1, not 1等.
    init(_ text: String) {
        let bare = Self.trimmed(text)
        guard !bare.isEmpty, WrittenNone.form(bare) == nil else {
            self = .none
            return
        }
        self = Self.forms[bare].map(GradeCell.grade) ?? .unreadable
    }

    private static func trimmed(_ text: String) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}" }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    private static let forms: [String: Grade] = {
        var forms: [String: Grade] = [:]
        let financial = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"]
        for number in 1...20 {
            guard let grade = Grade(rawValue: number) else { continue }
            let roman = Self.roman(number)
            for text in [grade.label, "\(number)级", "\(number)", "\(number).0", roman, roman + "级"] {
                forms[text] = grade
            }
            if number <= 10 { forms[financial[number - 1] + "级"] = grade }
            if number <= 12, let scalar = Unicode.Scalar(0x215F + UInt32(number)) {
                forms[String(scalar)] = grade
                forms[String(scalar) + "级"] = grade
            }
        }
        return forms
    }()

    private static func roman(_ number: Int) -> String {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return String(repeating: "X", count: number / 10) + ones[number % 10]
    }
}
