/// Text that is safe on a terminal, in a log and on a page. Its literals are constants of the program; every value that
/// is put in is escaped unless it is itself a `Sentence` or a number. There is no other way to make one.
///
///     let path = "a\u{1B}[2Jb"
///     let sentence: Sentence = "\(path): \(3) rows"    // a\x1b[2Jb: 3 rows
///
/// `\(excerpt: text)` puts in the beginning of a text that may be long, `\(quoted: text)` the same in quotation marks.
public struct Sentence: ExpressibleByStringInterpolation, Hashable, Sendable, CustomStringConvertible {
    public private(set) var text: String

    /// A static string: a value from outside can't be passed off as a literal.
    public init(stringLiteral literal: StaticString) { text = literal.description }

    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    public var description: String { text }

    public var isEmpty: Bool { text.isEmpty }

    public static func + (first: Sentence, second: Sentence) -> Sentence {
        var sum = first
        sum += second
        return sum
    }

    public static func += (first: inout Sentence, second: Sentence) { first.text += second.text }

    public struct Interpolation: StringInterpolationProtocol, Sendable {
        fileprivate var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        public mutating func appendInterpolation(_ sentence: Sentence) { text += sentence.text }

        public mutating func appendInterpolation(_ number: Int) { text += String(number) }

        public mutating func appendInterpolation(_ raw: String) { text += EscapedText(raw).text }

        /// The description of the value, escaped.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            text += EscapedText(value.description).text
        }

        /// - Parameter characters: a longer text is cut there and ends with `…`.
        public mutating func appendInterpolation(excerpt raw: String, characters: Int = 80) {
            text += EscapedText(raw, characters: characters).text
        }

        /// Cut where it is wider than `limit`, in the units of `width`.
        package mutating func appendInterpolation(_ raw: String, limit: Int, width: (String) -> Int) {
            text += EscapedText(raw, limit: limit, width: width).text
        }

        /// On one line: line ends stand as spaces.
        public mutating func appendInterpolation(line raw: String) { text += EscapedText(Self.line(raw)).text }

        /// At most 60 characters, on one line.
        public mutating func appendInterpolation(quoted raw: String) {
            text += "\"" + EscapedText(Self.line(raw), characters: 60).text + "\""
        }

        private static func line(_ raw: String) -> String {
            String(String.UnicodeScalarView(raw.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
        }

        /// - Parameter then: put in where `condition` holds.
        public mutating func appendInterpolation(if condition: Bool, _ then: @autoclosure () -> Sentence) {
            if condition { text += then().text }
        }
    }
}

extension Array where Element == Sentence {
    public func joined(separator: Sentence = "") -> Sentence {
        var sum: Sentence = ""
        var isFirst = true
        for sentence in self {
            if !isFirst { sum += separator }
            isFirst = false
            sum += sentence
        }
        return sum
    }
}
