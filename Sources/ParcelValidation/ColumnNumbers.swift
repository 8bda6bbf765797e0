/// The numbers of a table's columns, which stand in a row below its header: 1, 2, 3 … in any notation, 甲, 乙, 1, 2 … and
/// A, B, C ….
enum ColumnNumbers {
    private enum Notation {
        case digits, chinese
        /// 甲, 乙, 丙 and A, B, C: numbers from 1 may follow, over the columns with figures.
        case stems, letters
    }

    /// The first cell of such a row, where it says what the row is.
    private static let labels: Set<String> = ["栏次", "栏号", "列次", "列号", "栏目", "栏目号"]

    /// Whether the cells, folded and none of them empty, number the columns from the first: three or more, none left out.
    static func areAll(_ keys: [String]) -> Bool {
        var numbers = keys.first.map(labels.contains) == true ? keys.dropFirst() : keys[...]
        // A spreadsheet makes -1, -2 … of (1), (2) ….
        if numbers.allSatisfy({ $0.hasPrefix("-") }) { numbers = ArraySlice(numbers.map { String($0.dropFirst()) }) }
        guard numbers.count >= 3, let first = numbers.first.flatMap(sign), first.number == 1 else { return false }
        var last = first
        for key in numbers.dropFirst() {
            guard let next = sign(key) else { return false }
            let goesOn = next.notation == last.notation && next.number == last.number + 1
            let turns = next.notation == .digits && next.number == 1 && [.stems, .letters].contains(last.notation)
            guard goesOn || turns else { return false }
            last = next
        }
        return true
    }

    /// Whether a row that begins so may be one.
    static func mayBegin(_ key: String) -> Bool {
        let bytes = key.utf8.prefix(2)
        // Most rows begin with a number of their own.
        if let first = bytes.first, (0x30...0x39).contains(first) {
            guard first == 0x31, bytes.count == 1 || !bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
            else {
                return false
            }
        }
        return labels.contains(key) || sign(key.hasPrefix("-") ? String(key.dropFirst()) : key)?.number == 1
    }

    /// Whether a cell, folded, may be one of them or what is left of one without its number: never false where it is.
    static func mayBe(_ key: String) -> Bool {
        var letters = 0
        for scalar in key.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A:
                letters += 1
                if letters > 1 { return false }
            case 0..<0x80: continue
            default: if !signs.contains(scalar) { return false }
            }
        }
        return true
    }

    private static let stems: [Unicode.Scalar] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    private static let chinese: [String: Int] = {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var numbers: [String: Int] = [:]
        for number in 1...99 {
            let tens = number < 20 ? "" : digits[number / 10]
            numbers[tens + (number < 10 ? "" : "十") + digits[number % 10]] = number
        }
        return numbers
    }()
    /// Single characters that are numbers: the first of each row, its number, and how many there are.
    private static let circled: [Unicode.Scalar: Int] = {
        let rows: [(first: UInt32, number: Int, count: Int)] = [
            (0x2460, 1, 20), (0x3251, 21, 15), (0x32B1, 36, 15), (0x2474, 1, 20), (0x2488, 1, 20), (0x2776, 1, 10),
            (0x2160, 1, 12),
        ]
        var numbers: [Unicode.Scalar: Int] = [:]
        for row in rows {
            for step in 0..<row.count { numbers[Unicode.Scalar(row.first + UInt32(step))!] = row.number + step }
        }
        return numbers
    }()

    private static let marks: Set<Unicode.Scalar> = [
        "(", ")", "[", "]", "【", "】", "〔", "〕", ".", "、",
    ]
    private static let words: Set<Unicode.Scalar> = ["第", "栏", "列", "项"]
    private static let operators: Set<Unicode.Scalar> = ["=", "+", "-", "*", "/", "×", "÷", "−", "＝"]
    static let signs: Set<Unicode.Scalar> =
        marks.union(words).union(operators).union(stems).union(circled.keys)
        .union(chinese.keys.joined(separator: "").unicodeScalars).union(labels.joined(separator: "").unicodeScalars)

    /// What number a cell is: 3 of 3, (3), ③, 三, 丙, C, 第3列, 栏3 and of 3=1×2.
    private static func sign(_ key: String) -> (notation: Notation, number: Int)? {
        guard !key.isEmpty, key.utf8.count <= 64, mayBe(key) else { return nil }
        let scalars = Array(key.unicodeScalars)
        // 3=1×2 says what is in the column too.
        let end = scalars.firstIndex { $0 == "=" || $0 == "＝" } ?? scalars.endIndex
        var core = scalars[..<end]
        func isAround(_ scalar: Unicode.Scalar) -> Bool { marks.contains(scalar) || words.contains(scalar) }
        while let first = core.first, isAround(first) { core = core.dropFirst() }
        while let last = core.last, isAround(last) { core = core.dropLast() }
        guard let first = core.first else { return nil }
        if core.count == 1 {
            if let number = circled[first] { return (.digits, number) }
            if let place = stems.firstIndex(of: first) { return (.stems, place + 1) }
            if ("A"..."Z").contains(first) { return (.letters, Int(first.value - 0x40)) }
            if ("a"..."z").contains(first) { return (.letters, Int(first.value - 0x60)) }
        }
        if ("1"..."9").contains(first), core.count <= 4, core.allSatisfy({ ("0"..."9").contains($0) }) {
            return (.digits, core.reduce(0) { $0 * 10 + Int($1.value - 0x30) })
        }
        return chinese[String(String.UnicodeScalarView(core))].map { (.chinese, $0) }
    }
}
