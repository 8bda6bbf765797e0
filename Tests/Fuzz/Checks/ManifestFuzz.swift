import GradeModel
import SignedFeed

/// What must hold for any payload, as a manifest and as a key set.
func manifestFault(_ payload: [UInt8]) -> String? {
    if let version = ClientVersion("1.0"), let manifest = try? Manifest(parsing: payload, client: version) {
        guard let again = try? Manifest(parsing: manifest.bytes, client: version), again == manifest else {
            return "a manifest does not come back"
        }
        guard again.bytes == manifest.bytes else { return "one manifest, two texts" }
        guard SourceName.isOne(manifest.source), manifest.editions.count <= Manifest.mostEditions else {
            return "a manifest against its own rules"
        }
        for edition in manifest.editions {
            // These become names of files and parts of addresses.
            guard ContentAddress.isOne(edition.sha256), (1...ManifestEdition.largestFile).contains(edition.size),
                edition.id.text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
            else { return "an edition against its own rules: \(edition)" }
        }
    }
    if let set = try? KeySet(parsing: payload) {
        guard let again = try? KeySet(parsing: set.bytes), again == set else { return "a key set does not come back" }
        guard (1...KeySet.highestThreshold).contains(set.threshold), set.threshold <= set.keys.count,
            Set(set.keys).count == set.keys.count, set.keys.count <= KeySet.mostKeys
        else { return "a key set against its own rules" }
    }
    return nil
}
