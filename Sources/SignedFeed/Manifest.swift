public import GradeModel
import StrictJSON

/// All that a source publishes at one time: the payload of `current.signed`.
///
/// It is the whole truth of its source: an edition that is not listed is withdrawn.
public struct Manifest: Hashable, Sendable {
    /// `county.example/grades`
    public let source: String
    /// 1 to 2^53 - 1; higher in every manifest that follows.
    public let serial: Int
    public let published: Timestamp
    public let expires: Timestamp
    /// The version of the key set whose keys sign it.
    public let keysVersion: Int
    /// The oldest program that understands what is published.
    public let minClient: ClientVersion
    /// No id twice; at most `mostEditions`.
    public let editions: [ManifestEdition]

    public static let format = "landgrade.manifest/1"
    /// 4 MiB.
    public static let largestPayload = SignedMessage.largestFile
    public static let mostEditions = 4096

    /// Throws where a value breaks a rule of the format, so that what was written can always be read.
    public init(
        source: String, serial: Int, published: Timestamp, expires: Timestamp, keysVersion: Int,
        minClient: ClientVersion, editions: [ManifestEdition]
    ) throws(ManifestError) {
        guard SourceName.isOne(source) else { throw .payload(Self.fault("source", source, SourceName.expected)) }
        for (member, number) in [("serial", serial), ("keys_version", keysVersion)]
        where !PayloadReader.numbers.contains(number) {
            throw .payload(Self.fault(member, "\(number)", "a whole number from 1 to 9007199254740991"))
        }
        guard editions.count <= Self.mostEditions else {
            throw .tooManyEditions(editions.count, limit: Self.mostEditions)
        }
        var ids: Set<EditionID> = []
        for edition in editions where !ids.insert(edition.id).inserted { throw .editionTwice(edition.id) }
        self.source = source
        self.serial = serial
        self.published = published
        self.expires = expires
        self.keysVersion = keysVersion
        self.minClient = minClient
        self.editions = editions
    }

    private static func fault(_ member: String, _ found: String, _ expected: String) -> PayloadFault {
        .value(member: member, found: found, expected: expected)
    }

    /// The payload, in the one way this program writes it: the same manifest, the same bytes.
    public var bytes: [UInt8] {
        let listed = editions.map { edition -> JSONValue in
            [
                "id": .string(edition.id.text), "county": .string(edition.county), "size": .integer(edition.size),
                "sha256": .string(edition.sha256),
            ]
        }
        let root: JSONValue = [
            "format": .string(Self.format), "source": .string(source), "serial": .integer(serial),
            "published": .string(published.description), "expires": .string(expires.description),
            "keys_version": .integer(keysVersion), "min_client": .string(minClient.description),
            "editions": .array(listed),
        ]
        return Array((root.text(pretty: true) + "\n").utf8)
    }
}
