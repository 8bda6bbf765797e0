/// Text that is safe on a terminal, in a log and on a page. Its literals are constants of the program; every value that
/// is put in is escaped unless it is itself a `Sentence` or a number. There is no other way to make one.
///
///     let path = "a\u{1B}[2Jb"
///     let sentence: Sentence = "\(path): \(3) rows"    // a\x1b[2Jb: 3 rows
///
/// `\(excerpt: text)` puts in the beginning of a text that may be long, `\(quoted: text)` the same in quotation marks.
public struct Sentence: ExpressibleByStringInterpolation, Hashable, Sendable, CustomStringConvertible {
    /// As a program says it on a terminal.
    public private(set) var text: String
    private var elsewhere = Elsewhere.same

    /// The whole text where it is not read on a terminal. Boxed: nearly every sentence is the same everywhere.
    private indirect enum Elsewhere: Hashable {
        case same
        case texts(page: String, interface: String)
    }

    /// A static string: a value from outside can't be passed off as a literal.
    public init(stringLiteral literal: StaticString) { text = literal.description }

    public init(stringInterpolation: Interpolation) { self = stringInterpolation.sentence }

    /// What a person can do, in the words of each surface: an option of a command, a field of a page, a parameter of the
    /// interface for programs.
    public init(command: Sentence, page: Sentence, interface: Sentence) {
        text = command.text
        elsewhere = .texts(page: page.text, interface: interface.text)
    }

    public func text(on surface: Surface) -> String {
        switch (elsewhere, surface) {
        case (.same, _), (.texts, .command): text
        case (.texts(let page, _), .page): page
        case (.texts(_, let interface), .interface): interface
        }
    }

    public var description: String { text }

    public var isEmpty: Bool { text.isEmpty }

    public static func + (first: Sentence, second: Sentence) -> Sentence {
        var sum = first
        sum += second
        return sum
    }

    public static func += (first: inout Sentence, second: Sentence) {
        if first.elsewhere != .same || second.elsewhere != .same {
            first.elsewhere = .texts(
                page: first.text(on: .page) + second.text(on: .page),
                interface: first.text(on: .interface) + second.text(on: .interface))
        }
        first.text += second.text
    }

    fileprivate mutating func append(_ part: String) {
        if case .texts(let page, let interface) = elsewhere {
            elsewhere = .texts(page: page + part, interface: interface + part)
        }
        text += part
    }

    public struct Interpolation: StringInterpolationProtocol, Sendable {
        fileprivate var sentence: Sentence = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            sentence.text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { sentence.append(String(decoding: $0, as: UTF8.self)) }
        }

        public mutating func appendInterpolation(_ part: Sentence) { sentence += part }

        public mutating func appendInterpolation(_ number: Int) { sentence.append(String(number)) }

        public mutating func appendInterpolation(_ raw: String) { sentence.append(EscapedText(raw).text) }

        /// The description of the value, escaped.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            sentence.append(EscapedText(value.description).text)
        }

        /// - Parameter characters: a longer text is cut there and ends with `…`.
        public mutating func appendInterpolation(excerpt raw: String, characters: Int = 80) {
            sentence.append(EscapedText(raw, characters: characters).text)
        }

        /// Cut where it is wider than `limit`, in the units of `width`.
        package mutating func appendInterpolation(_ raw: String, limit: Int, width: (String) -> Int) {
            sentence.append(EscapedText(raw, limit: limit, width: width).text)
        }

        /// On one line: line ends stand as spaces.
        public mutating func appendInterpolation(line raw: String) { sentence.append(EscapedText(Self.line(raw)).text) }

        /// As `excerpt`, on one line: a header that is broken into lines.
        public mutating func appendInterpolation(excerptLine raw: String, characters: Int = 80) {
            sentence.append(EscapedText(Self.line(raw.replacing("\r\n", with: "\n")), characters: characters).text)
        }

        /// At most 60 characters, on one line.
        public mutating func appendInterpolation(quoted raw: String) {
            sentence.append("\"" + EscapedText(Self.line(raw), characters: 60).text + "\"")
        }

        private static func line(_ raw: String) -> String {
            String(String.UnicodeScalarView(raw.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
        }

        /// - Parameter then: put in where `condition` holds.
        public mutating func appendInterpolation(if condition: Bool, _ then: @autoclosure () -> Sentence) {
            if condition { sentence += then() }
        }
    }
}

/// Where a sentence is read: beside a command, on a page, in an answer of the interface for programs.
public enum Surface: Hashable, Sendable {
    case command, page, interface
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
