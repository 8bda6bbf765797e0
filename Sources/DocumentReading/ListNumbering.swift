import TableFiles

/// Which list a paragraph is numbered by, and at which level from 0.
struct ListNumber: Hashable {
    let list: String
    let level: Int
}

/// The lists of a document, as `word/numbering.xml` has them.
struct ListNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        /// `第%1章`: `%1` stands for the number at the first level.
        var text = ""
    }

    /// Lists have nine levels; what names another is numbered by none.
    static let levels = 0...8

    /// A text around a number. Scalars are counted, because one character can be as long as a part.
    static func shortened(_ text: String) -> String { String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))) }

    /// A number to start with; nil where none that a person would count from is given.
    static func start(_ text: String?) -> Int? {
        text.flatMap { Int($0) }.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    }

    /// Levels of abstract lists, by id.
    var levels: [String: [Int: Level]] = [:]
    /// The abstract list of each list, by id.
    var lists: [String: String] = [:]
    /// First numbers that a list changes.
    var starts: [ListNumber: Int] = [:]
}

/// Counts paragraphs of lists as a word processor does.
struct ListCounters {
    private let numbering: ListNumbering
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<ListNumber> = []

    init(_ numbering: ListNumbering) { self.numbering = numbering }

    /// The number of the next paragraph of that list; nil where it shows none.
    mutating func next(_ number: ListNumber) -> String? {
        guard let abstract = numbering.lists[number.list], let levels = numbering.levels[abstract],
            let level = levels[number.level]
        else { return nil }
        var counts = self.counts[abstract] ?? [:]
        if begun.insert(number).inserted, let start = numbering.starts[number] {
            counts[number.level] = start
        } else {
            counts[number.level] = counts[number.level].map { $0 + 1 } ?? level.start
        }
        for deeper in counts.keys where deeper > number.level { counts[deeper] = nil }
        self.counts[abstract] = counts
        guard level.format != "bullet", level.format != "none" else { return nil }
        var text = ""
        var isPlace = false
        for character in level.text.unicodeScalars {
            if isPlace, let digit = Int(String(character)), (1...9).contains(digit) {
                let value = counts[digit - 1] ?? levels[digit - 1]?.start ?? 1
                text += NumberWords.text(value, levels[digit - 1]?.format ?? "decimal")
                isPlace = false
            } else if character == "%" {
                isPlace = true
            } else {
                text.unicodeScalars.append(character)
                isPlace = false
            }
        }
        return text
    }
}

/// Numbers as lists write them.
enum NumberWords {
    /// - Parameter format: as WordprocessingML names it; what is not listed is written in digits.
    static func text(_ number: Int, _ format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
            "taiwaneseCounting", "taiwaneseCountingThousand", "ideographTraditional":
            chinese(number)
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        case "upperLetter": letter(number, 0x41)
        case "lowerLetter": letter(number, 0x61)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            (1...20).contains(number) ? String(Unicode.Scalar(UInt32(0x2460 + number - 1))!) : String(number)
        case "decimalZero": number < 10 ? "0\(number)" : String(number)
        default: String(number)
        }
    }

    /// Up to 99 in characters.
    static func chinese(_ number: Int) -> String {
        let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (0...99).contains(number) else { return String(number) }
        if number < 10 { return digits[number] }
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        return (tens == 1 ? "" : digits[tens]) + "十" + (ones == 0 ? "" : digits[ones])
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return String(number) }
        let steps = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (number, "")
        for (value, letters) in steps {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }

    /// A, B … Z, AA, BB …
    private static func letter(_ number: Int, _ first: UInt8) -> String {
        guard (1...780).contains(number) else { return String(number) }
        let letter = String(Unicode.Scalar(first + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }
}

/// Reads `word/numbering.xml`.
final class NumberingHandler: XMLHandling {
    private(set) var numbering = ListNumbering()
    private var abstract: String?
    private var list: String?
    private var level: Int?
    /// Of a real document: some hundreds.
    private static let most = 1 << 16

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        let value = attributes.string("val")
        switch name.string {
        case "abstractNum": abstract = attributes.string("abstractNumId")
        case "num": list = attributes.string("numId")
        case "abstractNumId":
            if let list, let value, numbering.lists.count < Self.most { numbering.lists[list] = value }
        case "lvl", "lvlOverride":
            level = attributes.string("ilvl").flatMap { Int($0) }.flatMap {
                ListNumbering.levels.contains($0) ? $0 : nil
            }
        case "startOverride":
            if let list, let level, let value = ListNumbering.start(value), numbering.starts.count < Self.most {
                numbering.starts[ListNumber(list: list, level: level)] = value
            }
        case "start": change { if let value = ListNumbering.start(value) { $0.start = value } }
        case "numFmt": change { if let value { $0.format = value } }
        case "lvlText": change { if let value { $0.text = ListNumbering.shortened(value) } }
        default: break
        }
    }

    private func change(_ body: (inout ListNumbering.Level) -> Void) {
        guard let abstract, let level, list == nil, numbering.levels.count < Self.most else { return }
        body(&numbering.levels[abstract, default: [:]][level, default: ListNumbering.Level()])
    }

    func end(_ name: XMLName) {
        switch name.string {
        case "abstractNum": abstract = nil
        case "num": list = nil
        case "lvl", "lvlOverride": level = nil
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Reads which paragraph styles of `word/styles.xml` are numbered.
final class StyleNumbersHandler: XMLHandling {
    private var own: [String: (list: String?, level: Int)] = [:]
    private var bases: [String: String] = [:]
    private var style: String?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name.string {
        case "style": style = attributes.string("styleId")
        case "basedOn": if let style { bases[style] = attributes.string("val") }
        case "ilvl":
            if let style { own[style, default: (nil, 0)].level = attributes.string("val").flatMap { Int($0) } ?? 0 }
        case "numId": if let style { own[style, default: (nil, 0)].list = attributes.string("val") }
        default: break
        }
    }

    func end(_ name: XMLName) { if name == "style" { style = nil } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// By a style's id; a style has its base's list where it names none.
    var numbers: [String: ListNumber] {
        var numbers: [String: ListNumber] = [:]
        for style in Set(own.keys).union(bases.keys) {
            var (name, steps, level) = (Optional(style), 0, own[style]?.level ?? 0)
            while let known = name, steps < 16 {
                if let found = own[known], let list = found.list {
                    if own[style] == nil { level = found.level }
                    numbers[style] = ListNumber(list: list, level: level)
                    break
                }
                name = bases[known]
                steps += 1
            }
        }
        return numbers
    }
}
