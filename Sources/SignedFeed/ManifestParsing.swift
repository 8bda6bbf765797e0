import GradeModel
import StrictJSON

extension Manifest {
    /// Reads a payload whose signature has been verified.
    ///
    /// Every field must be there; further ones at the top level are passed over, because a later version may add
    /// them; none may be added to an edition. `client` is the version of the program that asks: where it is below
    /// `min_client`, nothing else is judged.
    public init(parsing payload: [UInt8], client: ClientVersion) throws(ManifestError) {
        let fields: Fields
        do throws(PayloadFault) {
            fields = try Fields(payload, client: client)
        } catch {
            throw .payload(error)
        }
        for (id, county) in zip(fields.editions.map(\.id), fields.counties) where id.countyCode != county {
            throw .otherCounty(id: id, county: county)
        }
        try self.init(
            source: fields.source, serial: fields.serial, published: fields.published, expires: fields.expires,
            keysVersion: fields.keysVersion, minClient: fields.minClient, editions: fields.editions)
    }
}

/// The fields of a manifest, each of its own type; what they say about one another is not judged yet.
private struct Fields {
    let source: String
    let serial: Int
    let published: Timestamp
    let expires: Timestamp
    let keysVersion: Int
    let minClient: ClientVersion
    var editions: [ManifestEdition] = []
    var counties: [String] = []

    init(_ payload: [UInt8], client: ClientVersion) throws(PayloadFault) {
        let reader = try PayloadReader(payload, limit: Manifest.largestPayload, format: Manifest.format)
        minClient = try reader.text("min_client", "a version such as 1.0") { ClientVersion($0) }
        guard minClient <= client else { throw .clientTooOld(needs: minClient, has: client) }
        source = try reader.text("source", SourceName.expected) { SourceName.isOne($0) ? $0 : nil }
        serial = try reader.number("serial")
        published = try reader.text("published", Self.time) { Timestamp($0) }
        expires = try reader.text("expires", Self.time) { Timestamp($0) }
        keysVersion = try reader.number("keys_version")
        for (index, element) in try reader.elements("editions").enumerated() {
            try append(PayloadReader(element, path: "editions[\(index)]"))
        }
    }

    private static let time = "a time of the form 2026-02-01T00:00:00Z"

    private mutating func append(_ reader: PayloadReader) throws(PayloadFault) {
        try reader.allow(["id", "county", "size", "sha256"])
        let id = try reader.text("id", "an edition id such as 430624-2025-1") { EditionID($0) }
        counties.append(try reader.text("county", "a county code of six digits") { County.isCode($0) ? $0 : nil })
        let size = try reader.number("size", in: 1...ManifestEdition.largestFile)
        let hash = "a SHA-256 of 64 lower-case hex digits"
        // Only the hash can still be wrong here, the size having been read within its limits.
        editions.append(try reader.text("sha256", hash) { ManifestEdition(id: id, size: size, sha256: $0) })
    }
}
