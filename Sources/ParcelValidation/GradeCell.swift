public import GradeModel
import PlaceMatching

/// What a row declares as its grade.
enum GradeCell: Hashable, Sendable {
    case none
    case grade(Grade)
    case unreadable

    /// Reads 一级, 第一级, 1级, 一, 1, 1.0, 1.0级, Ⅰ, ⅰ, Ⅰ级, I, I级, 壹级, ①, ①级, ㈠, （一级） and 一级地, up to 20, in full width and
    /// traditional characters too. White space around it and before 级, a mark behind it and what can't be seen are set aside, and an empty
    /// cell declares nothing, nor do `/`, 无, NULL and their kind (`WrittenNone`). Anything else is no grade: not 01, not +1, not
    /// 1.5, not 1-2级; not 一等, because editions grade by 级 and a 等 is something else.
    ///
    /// - Parameters:
    ///   - landType: the row's. 一级园地 and 一级（园地） are grades of it alone.
    ///   - kind: the same within it, as the row says: 一级（果园） in a row of 果园 or 0201.
    init(_ text: String, of landType: LandTypeCell? = nil, kind: @autoclosure () -> LandKind = .any) {
        let bare = Self.trimmed(text.unicodeScalars.filter { !Self.isUnseen($0) }[...])
        guard !bare.isEmpty, WrittenNone.form(text) == nil else {
            self = .none
            return
        }
        let grade =
            Self.grade(bare) ?? Self.unbracketed(bare).flatMap { Self.grade($0) }
            ?? landType.flatMap { Self.grade(bare, naming: $0, kind) }
        self = grade.map(GradeCell.grade) ?? .unreadable
    }

    /// 一级园地, 园地一级, 一级（园地）, where that is the row's land type.
    private static func grade(
        _ text: Substring.UnicodeScalarView, naming cell: LandTypeCell, _ kind: () -> LandKind
    ) -> Grade? {
        guard case .landType(let landType) = cell else { return nil }
        let key = NameKey(String(text)).text
        guard key.unicodeScalars.contains("级") else { return nil }
        let words = ([landType.name] + kind().names).flatMap { ["(\($0))", $0] }
        for word in words where key.count > word.count {
            if key.hasSuffix(word) { return grade(String(key.dropLast(word.count)).unicodeScalars[...]) }
            if key.hasPrefix(word) { return grade(String(key.dropFirst(word.count)).unicodeScalars[...]) }
        }
        return nil
    }

    /// 一级 of （一级）; not 1 of (1), which a spreadsheet takes for -1.
    private static func unbracketed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
        guard let first = text.first, let last = text.last, "(（".unicodeScalars.contains(first),
            ")）".unicodeScalars.contains(last)
        else { return nil }
        let core = trimmed(text.dropFirst().dropLast())
        let isNumber = NameKey(String(core)).text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        return isNumber ? nil : core
    }

    /// Zero-width characters, a byte-order mark.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xAD && scalar.properties.isDefaultIgnorableCodePoint
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
        // 1级。
        while let last = folded.last, last == "。" || marks.contains(last) && folded.dropLast().last == "级" {
            folded.removeLast()
        }
        // 一级地: land of this grade.
        if folded.suffix(2).elementsEqual("级地".unicodeScalars) { folded.removeLast() }
        guard folded.last == "级" else { return numbers[String(folded)] ?? decimal(String(folded)) }
        var core = trimmed(folded.dropLast())
        if core.first == "第" { core = trimmed(core.dropFirst()) }
        return numbers[String(core)] ?? decimal(String(core))
    }

    private static let marks = "，、；,;.".unicodeScalars

    /// 1.0, 1.00 and 1.: what a program writes of a whole number.
    private static func decimal(_ text: String) -> Grade? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }),
            let grade = numbers[String(parts[0])], parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return grade
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar.properties.isWhitespace
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
            if number <= financial.count { forms[financial[number - 1]] = grade }
            // Ⅰ, ⅰ, ① and ㈠, as one character.
            for (before, last) in Self.characters where number <= last {
                if let scalar = Unicode.Scalar(before + UInt32(number)) { forms[String(scalar)] = grade }
            }
        }
        return forms
    }()

    /// The characters in front of Ⅰ, ⅰ, ① and ㈠, and how many follow them.
    private static let characters: [(before: UInt32, last: Int)] = [
        (0x215F, 12), (0x216F, 12), (0x245F, 20), (0x321F, 10),
    ]
    private static let financial = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"]

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
