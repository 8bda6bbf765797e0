/// Why bytes are not JSON as we take it, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case unexpectedEnd
        case unexpected(String)
        case trailing
        case duplicateKey(String)
        case notWhole(String)
        case numberTooLarge(String)
        case badEscape
        case loneSurrogate
        case controlCharacter
        case invalidUTF8
        case tooDeep(limit: Int)
    }

    public let reason: Reason
    /// From 1.
    public let line: Int
    /// From 1, in bytes.
    public let column: Int

    public var description: String { "line \(line), column \(column): \(sentence)" }

    private var sentence: String {
        switch reason {
        case .unexpectedEnd: "the text ends inside a value"
        case .unexpected(let what): "unexpected \(what)"
        case .trailing: "something follows the value"
        case .duplicateKey(let key): "the key \"\(key)\" stands twice"
        case .notWhole(let number): "\(number) is not a whole number in plain digits"
        case .numberTooLarge(let number): "\(number) is too large"
        case .badEscape: "unknown escape"
        case .loneSurrogate: "half of a surrogate pair"
        case .controlCharacter: "control character in a string"
        case .invalidUTF8: "not UTF-8"
        case .tooDeep(let limit): "nested deeper than \(limit)"
        }
    }
}
