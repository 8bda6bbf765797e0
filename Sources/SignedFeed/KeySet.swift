import StrictJSON

/// The keys that may sign for a source, and how many of them it takes: the payload of `keys/1.signed`,
/// `keys/2.signed` and so on. Each is signed by its own keys and by those of the one before.
public struct KeySet: Hashable, Sendable {
    /// From 1; the number in the file's name.
    public let version: Int
    public let source: String
    /// How many different keys must sign, at least 1 and at most `highestThreshold`.
    public let threshold: Int
    /// No key twice; at most `mostKeys`.
    public let keys: [Ed25519Key]
    /// Where a manifest with a far too high serial went out, the serial to continue with.
    public let minSerial: Int?

    public static let format = "landgrade.keys/1"
    public static let mostKeys = 8
    /// A rotation needs the threshold of both sets, and a message holds eight signatures.
    public static let highestThreshold = 4
    static let largestPayload = 64 << 10

    /// Throws where a value breaks a rule beside its name.
    public init(
        version: Int, source: String, threshold: Int, keys: [Ed25519Key], minSerial: Int? = nil
    ) throws(KeySetError) {
        for (member, number) in [("version", version), ("min_serial", minSerial ?? 1)]
        where !PayloadReader.numbers.contains(number) {
            throw .payload(
                .value(member: member, found: "\(number)", expected: "a whole number from 1 to 9007199254740991"))
        }
        guard SourceName.isOne(source) else {
            throw .payload(.value(member: "source", found: source, expected: SourceName.expected))
        }
        guard keys.count <= Self.mostKeys else { throw .tooManyKeys(keys.count, limit: Self.mostKeys) }
        var seen: Set<Ed25519Key> = []
        for key in keys where !seen.insert(key).inserted { throw .keyTwice(fingerprint: key.fingerprint) }
        guard threshold >= 1, threshold <= keys.count, threshold <= Self.highestThreshold else {
            throw .threshold(threshold, keys: keys.count)
        }
        self.version = version
        self.source = source
        self.threshold = threshold
        self.keys = keys
        self.minSerial = minSerial
    }

    /// Reads a payload by itself. Whether it is to be believed, `init(first:pinned:)` and `init(next:after:)` say.
    public init(parsing payload: [UInt8]) throws(KeySetError) {
        let fields: Fields
        do throws(PayloadFault) {
            fields = try Fields(payload)
        } catch {
            throw .payload(error)
        }
        var keys: [Ed25519Key] = []
        for (index, line) in fields.keys.enumerated() {
            do throws(SignatureError) {
                let key = try Ed25519Key(openSSH: line)
                guard key.openSSH == line else { throw SignatureError.key(.line) }
                keys.append(key)
            } catch {
                throw .key(index: index, error)
            }
        }
        try self.init(
            version: fields.version, source: fields.source, threshold: fields.threshold, keys: keys,
            minSerial: fields.minSerial)
    }

    /// The payload, in the one way this program writes it.
    public var bytes: [UInt8] {
        var members = [
            JSONMember("format", .string(Self.format)), JSONMember("version", .integer(version)),
            JSONMember("source", .string(source)), JSONMember("threshold", .integer(threshold)),
            JSONMember("keys", .array(keys.map { .string($0.openSSH) })),
        ]
        if let minSerial { members.append(JSONMember("min_serial", .integer(minSerial))) }
        return Array((JSONValue.object(members).text(pretty: true) + "\n").utf8)
    }
}

private struct Fields {
    let version: Int
    let source: String
    let threshold: Int
    var keys: [String] = []
    let minSerial: Int?

    init(_ payload: [UInt8]) throws(PayloadFault) {
        let reader = try PayloadReader(payload, limit: KeySet.largestPayload, format: KeySet.format)
        version = try reader.number("version")
        source = try reader.text("source", SourceName.expected) { SourceName.isOne($0) ? $0 : nil }
        // 0, below 0 and above the number of keys have a message of their own.
        threshold = try reader.number(
            "threshold", in: -PayloadReader.numbers.upperBound...PayloadReader.numbers.upperBound)
        minSerial = reader.value["min_serial"] == nil ? nil : try reader.number("min_serial")
        for (index, element) in try reader.elements("keys").enumerated() {
            guard let line = element.string else {
                throw .value(
                    member: "keys[\(index)]", found: element.text(), expected: "a line such as ssh-ed25519 AAAA…")
            }
            keys.append(line)
        }
    }
}
