public import GradeModel

/// Why a payload is no manifest this program can go by.
public enum ManifestError: Error, Hashable, Sendable {
    case payload(PayloadFault)
    case tooManyEditions(Int, limit: Int)
    case editionTwice(EditionID)
    case otherCounty(id: EditionID, county: String)
}
