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
    case nothingPublished(path: String)
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
        case .unreadable(let path, let detail):
            language.pick(zh: "\(path)：无法读取（\(SystemWords.chinese(detail))）", en: "\(path): can't be read (\(detail))")
        case .unwritable(let path, let detail):
            language.pick(
                zh: "\(path)：无法写入（\(SystemWords.chinese(detail))）", en: "\(path): can't be written (\(detail))")
        case .exists(let path):
            language.pick(
                zh: "\(path)：这里已有发布源；更换密钥请用 feed rotate",
                en: "\(path): there is a feed already; feed rotate changes its keys")
        case .noFeed(let path):
            language.pick(
                zh: "\(path)：不是发布源（缺 keys/1.signed）；请先用 feed init 建立",
                en: "\(path): no feed (keys/1.signed is missing); feed init makes one")
        case .nothingPublished(let path):
            language.pick(
                zh: "\(path)：尚未发布任何成果；请用 feed build 发布", en: "\(path): nothing has been published; feed build does it")
        case .keys(let path, let error): language.about(path, error)
        case .message(let path, let error): language.about(path, error)
        case .manifest(let path, let error): language.about(path, error)
        case .package(let path, let error): language.about(path, error)
        case .editionTwice(let id): language.pick(zh: "成果版本 \(id) 给出了两次", en: "edition \(id) is given twice")
        case .signing(let key, let detail):
            language.pick(zh: "用 \(key) 签名失败：\(detail)", en: "signing with \(key) failed: \(detail)")
        case .signatures(let error):
            language.pick(
                zh: "签名不足：\(error.sentence(in: .zh))", en: "the signatures are not enough: \(error.sentence(in: .en))")
        case .serial(let previous, let offered):
            language.pick(
                zh: "序号 \(offered) 不大于上次的 \(previous)；各单位会当作退回旧版",
                en: "serial \(offered) is not above \(previous); offices would take it for a rollback")
        case .expiry(let expires, let published):
            language.pick(
                zh: "有效期（至 \(expires)）早于发布时间（\(published)）",
                en: "it would expire (\(expires)) before it is published (\(published))")
        case .form(let error): error.sentence(in: language)
        case .keySet(let error): error.sentence(in: language)
        case .keysVersion(let published, let last):
            language.pick(
                zh: "现有内容按第 \(published) 组密钥发布，发布源已是第 \(last) 组；请重新发布",
                en:
                    "what is published was published under key set \(published), and the feed is at \(last); publish it again"
            )
        case .otherSource(let published, let keys):
            language.pick(
                zh: "已发布的内容属于 \(published)，密钥属于 \(keys)",
                en: "what is published is of \(published), and the keys are of \(keys)")
        }
    }
}

extension Language {
    fileprivate func about(_ path: String, _ error: some Worded) -> Sentence {
        pick(zh: "\(path)：\(error.sentence(in: .zh))", en: "\(path): \(error.sentence(in: .en))")
    }
}
