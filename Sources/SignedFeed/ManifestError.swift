public import GradeModel
public import SystemSupport

/// Why a payload is no manifest this program can go by.
public enum ManifestError: Error, Hashable, Sendable {
    case payload(PayloadFault)
    case tooManyEditions(Int, limit: Int)
    case editionTwice(EditionID)
    case otherCounty(id: EditionID, county: String)
}

extension ManifestError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .payload(let fault): fault.sentence(in: language)
        case .tooManyEditions(let count, let limit):
            language.pick(zh: "列有 \(count) 个成果版本，最多 \(limit) 个", en: "\(count) editions, at most \(limit) are allowed")
        case .editionTwice(let id): language.pick(zh: "成果版本 \(id) 列了两次", en: "edition \(id) is listed twice")
        case .otherCounty(let id, let county):
            language.pick(
                zh: "成果版本 \(id) 列在另一个县 \(excerpt: county) 名下",
                en: "edition \(id) is listed for county \(excerpt: county)")
        }
    }
}
