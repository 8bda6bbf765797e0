/// How the numbers of each style are to be read; by a style's index, as cells give it.
struct CellStyles {
    enum Reading: Equatable {
        case number
        case date, time, dateAndTime
        /// A format of so many zeros, as codes have it, 201 shown as 0201; with digits or letters of its own in front,
        /// 1 shown as 430624001.
        case padded(Int, behind: [UInt8] = [])
    }

    fileprivate(set) var readings: [Reading] = []
    /// Beside `readings`: how numbers are shown; `general` where that is as they are.
    fileprivate(set) var formats: [NumberFormat] = []

    /// Units that formats show behind numbers.
    fileprivate(set) var units: [FormatUnit] = []
    /// Beside `readings`: one more than an index in `units`, or 0.
    fileprivate var unitNumbers: [UInt8] = []

    func unit(_ index: Int) -> Int { unitNumbers.indices.contains(index) ? Int(unitNumbers[index]) : 0 }

    fileprivate mutating func append(_ unit: FormatUnit?) {
        guard let unit else { return unitNumbers.append(0) }
        let index = units.firstIndex(of: unit) ?? units.count
        // There are not so many spellings of units.
        guard index < Int(UInt8.max) else { return unitNumbers.append(0) }
        if index == units.count { units.append(unit) }
        unitNumbers.append(UInt8(index + 1))
    }

    func format(_ index: Int) -> NumberFormat { formats.indices.contains(index) ? formats[index] : .general }

    subscript(index: Int) -> Reading { readings.indices.contains(index) ? readings[index] : .number }

    /// By the format's number, where it is one of the fixed ones; the Chinese ones among them (27–31, 50–58).
    static func reading(ofNumber number: Int) -> Reading {
        switch number {
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 18...21, 32...35, 45...47, 55, 56: .time
        case 22: .dateAndTime
        default: .number
        }
    }

    /// By the format's own code.
    static func reading(ofCode code: String) -> Reading {
        var isQuoted = false, isEscaped = false, inBrackets = false
        var letters: [Unicode.Scalar] = [], front: [Unicode.Scalar] = []
        var bracketed: [Unicode.Scalar] = []
        for scalar in code.unicodeScalars {
            if isEscaped {
                isEscaped = false
                if letters.isEmpty { front.append(scalar) }
            } else if isQuoted {
                isQuoted = scalar != "\""
                if isQuoted, letters.isEmpty { front.append(scalar) }
            } else if inBrackets {
                inBrackets = scalar != "]"
                // [h] counts hours beyond a day; anything else in brackets is a colour, a condition or a language.
                if inBrackets {
                    bracketed.append(scalar)
                } else if bracketed.allSatisfy({ "hmsHMS".unicodeScalars.contains($0) }) {
                    letters += bracketed
                }
            } else if scalar == ";" {
                break  // what follows is for negative numbers
            } else if scalar == "\\" || scalar == "_" || scalar == "*" {
                isEscaped = true
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "[" {
                inBrackets = true
                bracketed.removeAll()
            } else {
                letters.append(scalar)
            }
        }
        if !letters.isEmpty, letters.allSatisfy({ $0 == "0" }) {
            let text = String(String.UnicodeScalarView(front)).utf8
            let isCode = text.contains { (0x30...0x39).contains($0) }
            return letters.count > 1 || isCode ? .padded(letters.count, behind: isCode ? Array(text) : []) : .number
        }
        let text = String(String.UnicodeScalarView(letters)).lowercased()
        // 0.00E+00 and General have letters of dates in them.
        if text.contains("general") || text.contains("e+") || text.contains("#") || text.contains("0") {
            return text.contains("ss.0") || text.contains("yy") ? .dateAndTime : .number
        }
        let hasDay =
            text.contains { $0 == "y" || $0 == "d" || $0 == "e" }
            || (text.contains("m") && !text.contains { $0 == "h" || $0 == "s" })
        let hasTime = text.contains { $0 == "h" || $0 == "s" }
        return hasDay && hasTime ? .dateAndTime : hasDay ? .date : hasTime ? .time : .number
    }
}

/// Reads `xl/styles.xml`.
final class StylesHandler: XMLHandling {
    private(set) var styles = CellStyles()
    private var codes: [Int: (reading: CellStyles.Reading, format: NumberFormat?, unit: FormatUnit?)] = [:]
    private var inCellFormats = false
    /// Excel allows 65,490.
    private static let most = 1 << 17

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt", let id = attributes.string("numFmtId").flatMap({ Int($0) }), codes.count < Self.most {
            let code = attributes.string("formatCode") ?? ""
            codes[id] = (CellStyles.reading(ofCode: code), NumberFormat(code: code), FormatUnit(code: code))
        } else if name == "cellXfs" {
            inCellFormats = true
        } else if inCellFormats, name == "xf", styles.readings.count < Self.most {
            let id = attributes.string("numFmtId").flatMap { Int($0) } ?? 0
            let own = codes[id]
            styles.readings.append(own?.reading ?? CellStyles.reading(ofNumber: id))
            styles.formats.append((own.map { $0.format } ?? NumberFormat(number: id)) ?? .general)
            styles.append(own?.unit)
        }
    }

    func end(_ name: XMLName) { if name == "cellXfs" { inCellFormats = false } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
