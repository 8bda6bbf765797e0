/// JSON in the form this project publishes, signs and answers in: members keep their order, a key stands once in an
/// object, numbers are whole. Anything else is refused with its line and column, never repaired.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Another number that JSON has, as it is written: `12.5`, `1e3`. Only from a reading that asks for them.
    case otherNumber(String)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])

    /// The value of a member, nil where this is no object or has no such member.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    public var integer: Int? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    public var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    public var members: [JSONMember]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// `.string`, or `.null` where there is no text.
    public static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// `.integer`, or `.null` where there is no number.
    public static func number(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
}

/// One `"key": value` of an object.
public struct JSONMember: Hashable, Sendable {
    public let key: String
    public let value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
        self.key = key
        self.value = value
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// `["outcome": .string("found")]`: an object with its members in the order written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { JSONMember($0.0, $0.1) })
    }
}
