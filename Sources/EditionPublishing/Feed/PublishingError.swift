public import EditionPackage
public import GradeModel
public import SignedFeed
public import SystemSupport

/// Why a feed can't be made or read.
public enum PublishingError: Error, Hashable, Sendable {
    case unreadable(path: String, detail: String)
    case unwritable(path: String, detail: String)
    /// `feed init` where there is a feed already.
    case exists(path: String)
    /// No `keys/1.signed`.
    case noFeed(path: String)
    case keys(path: String, KeySetError)
    case message(path: String, SignatureError)
    case manifest(path: String, ManifestError)
    case package(path: String, PackageError)
    case editionTwice(EditionID)
    /// ssh-keygen said no, or could not be run.
    case signing(key: String, detail: String)
    /// The signatures made are not those the key set asks for.
    case signatures(SignatureError)
    case serial(previous: Int, offered: Int)
    case expiry(expires: Timestamp, published: Timestamp)
    case form(ManifestError)
    case keySet(KeySetError)
    /// What is published was signed under another key set than the feed's last, which no office takes.
    case keysVersion(published: Int, last: Int)
    case otherSource(published: String, keys: String)
}

extension PublishingError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .unreadable(let path, let detail): "\(path): can't be read (\(detail))"
        case .unwritable(let path, let detail): "\(path): can't be written (\(detail))"
        case .exists(let path): "\(path): there is a feed already; feed rotate changes its keys"
        case .noFeed(let path): "\(path): no feed (keys/1.signed is missing); feed init makes one"
        case .keys(let path, let error): "\(path): \(error.sentence(in: language))"
        case .message(let path, let error): "\(path): \(error.sentence(in: language))"
        case .manifest(let path, let error): "\(path): \(error.sentence(in: language))"
        case .package(let path, let error): "\(path): \(error.sentence(in: language))"
        case .editionTwice(let id): "edition \(id) is given twice"
        case .signing(let key, let detail): "signing with \(key) failed: \(detail)"
        case .signatures(let error): "the signatures are not enough: \(error.sentence(in: language))"
        case .serial(let previous, let offered):
            "serial \(offered) is not above \(previous); offices would take it for a rollback"
        case .expiry(let expires, let published): "it would expire (\(expires)) before it is published (\(published))"
        case .form(let error): error.sentence(in: language)
        case .keySet(let error): error.sentence(in: language)
        case .keysVersion(let published, let last):
            "what is published was published under key set \(published), and the feed is at \(last); publish it again"
        case .otherSource(let published, let keys):
            "what is published is of \(published), and the keys are of \(keys)"
        }
    }
}
