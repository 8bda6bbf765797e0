import StrictJSON

/// An object of `datapackage.json` and where it stands, for messages: `landgrade.county`.
struct MemberReader {
    let value: JSONValue
    private let path: String

    init(_ root: JSONValue) throws(PackageError) {
        guard root.members != nil else {
            throw PackageError(EditionFiles.descriptor, .value(root.text(), expected: .object))
        }
        self.init(root, path: "")
    }

    init(_ value: JSONValue, path: String) {
        self.value = value
        self.path = path
    }

    func error(_ member: String, _ problem: PackageProblem) -> PackageError {
        PackageError(EditionFiles.descriptor, column: path.isEmpty ? member : "\(path).\(member)", problem)
    }

    func object(_ member: String) throws(PackageError) -> MemberReader {
        guard let inner = value[member], inner.members != nil else { throw error(member, .missingMember) }
        return MemberReader(inner, path: path.isEmpty ? member : "\(path).\(member)")
    }

    /// A misspelt member must not be passed over in silence.
    func allow(_ names: [String]) throws(PackageError) {
        if let stranger = value.members?.first(where: { !names.contains($0.key) }) {
            throw PackageError(EditionFiles.descriptor, column: path, .unknownMember(stranger.key))
        }
    }

    func optional<Value>(
        _ member: String, _ expected: ExpectedValue, _ parse: (String) -> Value?
    ) throws(PackageError) -> Value? {
        switch value[member] {
        case nil, .some(.null): return nil
        case .some(.string(let text)):
            guard let parsed = parse(text) else { throw error(member, .value(text, expected: expected)) }
            return parsed
        case .some(let other): throw error(member, .value(other.text(), expected: expected))
        }
    }

    func text<Value>(_ member: String, _ expected: ExpectedValue, _ parse: (String) -> Value?) throws(PackageError)
        -> Value
    {
        guard let found = try optional(member, expected, parse) else { throw error(member, .missingMember) }
        return found
    }

    func optionalText(_ member: String) throws(PackageError) -> String? {
        try optional(member, .text) { Grammar.isText($0) ? $0 : nil }
    }

    func text(_ member: String) throws(PackageError) -> String {
        try text(member, .text) { Grammar.isText($0) ? $0 : nil }
    }

    func optionalName(_ member: String) throws(PackageError) -> String? {
        try optional(member, .name) { Grammar.isName($0) ? $0 : nil }
    }

    func name(_ member: String) throws(PackageError) -> String {
        try text(member, .name) { Grammar.isName($0) ? $0 : nil }
    }
}
