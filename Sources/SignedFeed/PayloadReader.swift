import StrictJSON

/// An object of a payload and where it stands, for messages: `editions[3]`.
struct PayloadReader {
    let value: JSONValue
    private let path: String

    /// The largest number that every JSON reader takes for itself and not for its neighbour: 2^53 - 1.
    static let numbers = 1...((1 << 53) - 1)

    /// Parses strictly and judges `format` before anything else, so that what a later version wrote is called that.
    init(_ bytes: [UInt8], limit: Int, format: String) throws(PayloadFault) {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        let root: JSONValue
        do throws(JSONError) {
            root = try JSONValue(parsing: bytes, depth: 16)
        } catch {
            throw .json(error)
        }
        guard root.members != nil else { throw .notObject }
        self.init(root, path: "")
        let found = try text("format", "a text") { $0 }
        guard found == format else { throw .format(found: found, reads: format) }
    }

    init(_ value: JSONValue, path: String) {
        self.value = value
        self.path = path
    }

    func elements(_ member: String) throws(PayloadFault) -> [JSONValue] {
        guard let elements = try some(member).array else { throw fault(member, "a list") }
        return elements
    }

    func text<Value>(_ member: String, _ expected: String, _ parse: (String) -> Value?) throws(PayloadFault) -> Value {
        guard let text = try some(member).string, let value = parse(text) else { throw fault(member, expected) }
        return value
    }

    func number(_ member: String, in range: ClosedRange<Int> = numbers) throws(PayloadFault) -> Int {
        guard let number = try some(member).integer, range.contains(number) else {
            throw fault(member, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func allow(_ names: [String]) throws(PayloadFault) {
        for member in value.members ?? [] where !names.contains(member.key) {
            throw .unknownMember(name(member.key))
        }
    }

    func fault(_ member: String, _ expected: String) -> PayloadFault {
        .value(member: name(member), found: value[member]?.text() ?? "", expected: expected)
    }

    private func some(_ member: String) throws(PayloadFault) -> JSONValue {
        guard let found = value[member] else { throw .missing(name(member)) }
        return found
    }

    private func name(_ member: String) -> String { path.isEmpty ? member : "\(path).\(member)" }
}
