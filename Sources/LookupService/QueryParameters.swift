/// The query of a URL, or the body of an HTML form: each name once, in UTF-8. What is no such thing is an error, never
/// repaired: a name that lost a byte on its way would be a question about another place.
public struct QueryParameters: Sendable {
    private var values: [String: String] = [:]

    /// - Parameters:
    ///   - text: `a=1&b=%E9%87%91`, without the question mark; nil and "" are no parameters.
    ///   - known: names that mean something here. Any other is an error, because a misspelt one would change the answer.
    public init(_ text: Substring?, known: Set<String>) throws(Problem) {
        guard let text, !text.isEmpty else { return }
        // Of one type and not of any: another module can't be given a version of its own, and a look-up would spend an
        // eighth of its time here.
        for pair in Array(text.utf8).split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "="))
            let name = try Self.decoded(pair[..<(equals ?? pair.endIndex)], plusIsSpace: true)
            let value = try equals.map { index throws(Problem) in
                try Self.decoded(pair[pair.index(after: index)...], plusIsSpace: true)
            }
            guard known.contains(name) else { throw .unknownParameter(name, known: known.sorted()) }
            guard values.updateValue(value ?? "", forKey: name) == nil else { throw .repeatedParameter(name) }
        }
    }

    /// One more, from elsewhere than the query.
    public mutating func add(_ name: String, _ value: String) throws(Problem) {
        guard values.updateValue(value, forKey: name) == nil else { throw .repeatedParameter(name) }
    }

    public subscript(name: String) -> String? { values[name] }

    public var isEmpty: Bool { values.isEmpty }

    /// A part of a URL with its `%XX` put back. A `%` without two digits and bytes that are no UTF-8 are errors.
    public static func decoded(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false) throws(Problem) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
                    throw .badEncoding
                }
                decoded.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(0x20)
            default: decoded.append(byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .badEncoding }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
