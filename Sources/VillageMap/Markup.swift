public import SystemSupport

/// XML. Its literals are constants of the program; every value that is put in is escaped unless it is itself a `Markup`
/// or a number. There is no other way to make one, as with `Sentence`.
///
///     let row: Markup = "<td>\(name)</td>"
public struct Markup: ExpressibleByStringInterpolation, Hashable, Sendable {
    public private(set) var text: String

    public init(stringLiteral literal: StaticString) { text = literal.description }

    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    static func += (first: inout Markup, second: Markup) { first.text += second.text }

    /// For a text made of digits, signs and letters by this module, such as the data of a path.
    init(data: String) { text = data }

    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        public mutating func appendInterpolation(_ part: Markup) { text += part.text }
        public mutating func appendInterpolation(_ number: Int) { text += String(number) }

        /// Characters that XML has no way to write stand as a sentence shows them.
        public mutating func appendInterpolation(_ sentence: Sentence) {
            for character in sentence.text.unicodeScalars {
                switch character {
                case "&": text += "&amp;"
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "\"": text += "&quot;"
                case "\u{FFFE}", "\u{FFFF}": text += "\\u{" + String(character.value, radix: 16) + "}"
                default: text.unicodeScalars.append(character)
                }
            }
        }

        public mutating func appendInterpolation(_ raw: String) { appendInterpolation("\(raw)" as Sentence) }
    }
}

extension Sequence<Markup> {
    func joined() -> Markup { reduce(into: "") { $0 += $1 } }
}
