public import EditionPackage
public import GradeModel
public import GradeStore
public import SignedFeed
import SystemPackage
public import SystemSupport

/// Why a source's editions were not taken over. What the store held before still stands.
public enum PullError: Error, Hashable, Sendable {
    // Reaching the source
    case transfer(TransferError)
    case address(AddressFault)
    case folder(path: String, detail: String)
    /// There is no `current.signed`.
    case unpublished
    /// A file that the list names is not there: it is being published, or was published in part.
    case incomplete(file: String)
    case coolingDown(until: Timestamp)
    case secret(SecretFault)

    // Believing it
    case message(file: String, SignatureError)
    case keySet(file: String, KeySetError)
    case manifest(ManifestError)
    case otherSource(expected: String, found: String)
    case keysVersion(manifest: Int, current: Int)
    /// More key sets than one run follows; the next run continues from there.
    case longChain(reached: Int)
    case rollback(seen: Int, offered: Int)
    /// Two lists under one serial: the hashes of both.
    case equivocation(serial: Int, seen: String, offered: String)
    /// `now` is what was judged by, `system` this machine's clock.
    case fromTheFuture(published: Timestamp, now: Timestamp, system: Timestamp)
    case expired(expires: Timestamp, now: Timestamp, system: Timestamp)
    case noTrust(source: String)
    case badTrust(path: String, TrustFault)
    /// `source add` for a source that is there.
    case known(source: String)
    case unknownSource(String)

    // What it says
    /// Other bytes than the list promises.
    case changedFile(file: String)
    case package(EditionID, PackageError)
    case otherEdition(EditionID, found: EditionID)
    case foreignCounty(EditionID)
    /// Another source publishes this county already.
    case takenCounty(EditionID, by: String)
    case shrunk(EditionID, [Shrinkage])

    case store(StoreError)

    static func writing(_ path: FilePath, _ error: Errno) -> PullError {
        .store(error == .noSpace ? .noSpace(path: path.string) : .notWritable(path: path.string, detail: "\(error)"))
    }
}

public enum TrustFault: Hashable, Sendable {
    case unreadable(String)
    case notRegular
    case notFolder
    case writableByOthers
    case damaged
}

/// Why a password or token can't be used.
public enum SecretFault: Hashable, Sendable {
    case unreadable(path: String, detail: String)
    /// Others may read it.
    case mode(path: String)
    case empty(path: String)
    case unset(variable: String)
}

/// A township that would lose more than three villages in ten.
public struct Shrinkage: Hashable, Sendable {
    public let township: String
    public let before: Int
    public let after: Int
}

/// What a failure is, for the exit status.
public enum PullFailure: Hashable, Sendable {
    case network, trust, contents, storage, busy, other
}

extension PullError {
    public var failure: PullFailure {
        switch self {
        case .transfer(.file), .transfer(.notOurFile): .storage
        case .transfer(.libcurl), .transfer(.libcurlTooOld), .transfer(.credential), .transfer(.cancelled),
            .transfer(.plainAuthentication), .address, .secret, .known, .unknownSource:
            .other
        // A list that is unlike anything signed; what the network did to it is another matter.
        case .transfer(.webPage): .trust
        case .transfer, .folder, .unpublished, .incomplete, .coolingDown: .network
        case .message, .keySet, .manifest, .otherSource, .keysVersion, .longChain, .rollback, .equivocation,
            .fromTheFuture, .expired, .noTrust, .badTrust:
            .trust
        case .changedFile, .package, .otherEdition, .foreignCounty, .takenCounty, .shrunk: .contents
        case .store(.busy): .busy
        case .store: .storage
        }
    }
}

extension PullError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .transfer(let error): error.sentence(in: language)
        case .address(let fault):
            language.pick(
                zh: "地址不可用：\(fault.sentence(in: language))",
                en: "the address is refused: \(fault.sentence(in: language))")
        case .folder(let path, let detail):
            language.pick(zh: "\(path)：\(SystemWords.chinese(detail))", en: "\(path): \(detail)")
        case .unpublished:
            language.pick(
                zh: "该处没有发布内容（缺少 current.signed 或 keys/1.signed）",
                en: "nothing is published there (no current.signed, or no keys/1.signed)")
        case .incomplete(let file):
            language.pick(
                zh: "清单中的 \(file) 不存在：发布不完整，请稍后再试，或告知发布单位",
                en:
                    "\(file) is listed and not there: the publication is incomplete; try again later, or tell the publisher"
            )
        case .coolingDown(let until):
            language.pick(
                zh: "服务器要求在 \(until) 之前不要再连接；加 --now 可立即连接",
                en: "the server asked not to be contacted before \(until); --now asks all the same")
        case .secret(let fault): fault.sentence(in: language)
        case .message(let file, let error):
            language.pick(zh: "\(file)：\(error.sentence(in: language))", en: "\(file): \(error.sentence(in: language))")
        case .keySet(let file, let error):
            language.pick(zh: "\(file)：\(error.sentence(in: language))", en: "\(file): \(error.sentence(in: language))")
        case .manifest(let error):
            language.pick(
                zh: "current.signed：\(error.sentence(in: language))",
                en: "current.signed: \(error.sentence(in: language))")
        case .otherSource(let expected, let found):
            language.pick(
                zh: "发布源不符：这里是 \(found)，应为 \(expected)；请核对地址",
                en: "source mismatch: this is \(found), not \(expected); is the address right?")
        case .keysVersion(let manifest, let current):
            language.pick(
                zh: "清单按第\(manifest)版密钥集签名，现行的是第\(current)版",
                en: "the list is signed under key set \(manifest), and key set \(current) is in force")
        case .longChain(let reached):
            language.pick(
                zh: "密钥集更换次数很多：本次已核对到第\(reached)版，请再运行一次以继续",
                en: "a long chain of key sets: followed up to set \(reached) in this run; run it again for the rest")
        case .rollback(let seen, let offered):
            language.pick(
                zh: "清单序号倒退：已收到过序号 \(seen)，这次给出的是 \(offered)，属于旧清单，不予采用",
                en: "rollback: have \(seen), offered \(offered); an old list was put back")
        case .equivocation(let serial, let seen, let offered):
            language.pick(
                zh: "同一序号 \(serial) 有两份不同的清单（已见 SHA-256 \(seen)，这次 \(offered)），请向发布单位核实",
                en:
                    "equivocation: two different lists with serial \(serial) (SHA-256 \(seen) was seen, \(offered) is offered); ask the publisher which is right"
            )
        case .fromTheFuture(let published, let now, let system):
            language.pick(
                zh: "请检查时钟：清单发布于 \(published)，本机时间为 \(now)\(Self.clock(now, system, in: language))",
                en:
                    "check the clock: the list was published \(published), and it is \(now) here\(Self.clock(now, system, in: language))"
            )
        case .expired(let expires, let now, let system):
            language.pick(
                zh: "清单已于 \(expires) 过期，本机时间为 \(now)\(Self.clock(now, system, in: language))，发布单位需要重新签发",
                en:
                    "the list expired \(expires), and it is \(now) here\(Self.clock(now, system, in: language)); the publisher has to sign again"
            )
        case .noTrust(let source):
            language.pick(
                zh: "数据库中关于 \(source) 的信任记录已丢失，其内容无法确认；请对照纸质指纹后重新设置：source add --replace",
                en:
                    "what was known of \(source) is gone from the store, so nothing it says can be believed; compare the fingerprint on paper and set it up again: source add --replace"
            )
        case .badTrust(let path, let fault):
            language.pick(zh: "\(path)：\(fault.sentence(in: language))", en: "\(path): \(fault.sentence(in: language))")
        case .known(let source):
            language.pick(
                zh: "发布源 \(source) 已经设置；加 --replace 将放弃原有信任记录",
                en: "\(source) is set up already; --replace gives up what is known of it")
        case .unknownSource(let source):
            language.pick(
                zh: "没有设置发布源 \(source)；source list 可列出已设置的发布源",
                en: "no source \(source) is set up; source list names those there are")
        case .changedFile(let file):
            language.pick(zh: "\(file) 的内容与清单不符", en: "\(file) holds other bytes than the list promises")
        case .package(let id, let error):
            language.pick(
                zh: "成果版本 \(id)：\(error.sentence(in: .zh))", en: "edition \(id): \(error.sentence(in: .en))")
        case .otherEdition(let id, let found):
            language.pick(zh: "成果版本 \(id)：数据包实为 \(found)", en: "edition \(id): the package is edition \(found)")
        case .foreignCounty(let id):
            language.pick(
                zh: "成果版本 \(id) 所属的县不从本发布源接收",
                en: "edition \(id) is of a county that is not taken from this source")
        case .takenCounty(let id, let other):
            language.pick(
                zh: "成果版本 \(id)：该县的成果来自 \(other)；如确需改用本发布源，请先移除那一个",
                en:
                    "edition \(id): its county's editions come from \(other); remove that source first if this one is right"
            )
        case .shrunk(let id, let shrinkages):
            language.pick(
                zh:
                    "成果版本 \(id)：\(shrinkages.map { $0.sentence(in: language) }.joined(separator: "，"))；如村庄确已撤销，请加 --accept-shrink",
                en:
                    "edition \(id): \(shrinkages.map { $0.sentence(in: language) }.joined(separator: ", ")); if the villages are really gone, accept it with --accept-shrink"
            )
        case .store(let error): error.sentence(in: language)
        }
    }

    /// By what it was judged, where that is not this machine's clock.
    private static func clock(_ now: Timestamp, _ system: Timestamp, in language: Language) -> Sentence {
        guard now != system else { return "" }
        return language.pick(
            zh: "（按已见的最近签名时间；本机时钟为 \(system)）",
            en: " by the latest signed time seen (this machine's clock says \(system))")
    }
}

extension TrustFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .unreadable(let detail):
            language.pick(zh: "无法读取（\(SystemWords.chinese(detail))）", en: "can't be read (\(detail))")
        case .notRegular: language.pick(zh: "不是普通文件，不予采信", en: "not a regular file; nothing in it is believed")
        case .notFolder: language.pick(zh: "是链接或不是文件夹，不予采信", en: "a link, or no folder; nothing in it is believed")
        case .writableByOthers:
            language.pick(
                zh: "其他用户可以改写，不予采信；请先核对内容，再运行 chmod go-w",
                en: "others can write to it, so nothing in it is believed; compare it first, then chmod go-w")
        case .damaged:
            language.pick(
                zh: "已损坏；请对照纸质指纹后重新设置发布源：source add --replace",
                en: "damaged; compare the fingerprint on paper and set the source up again: source add --replace")
        }
    }
}

extension SecretFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .unreadable(let path, let detail):
            language.pick(zh: "\(path)：无法读取（\(SystemWords.chinese(detail))）", en: "\(path): can't be read (\(detail))")
        case .mode(let path):
            language.pick(
                zh: "\(path)：其他用户可以读取该密码文件，请运行 chmod 600 \(path)",
                en: "\(path): others can read this secret; chmod 600 \(path)")
        case .empty(let path): language.pick(zh: "\(path)：文件中没有一行文字", en: "\(path): no line of text in it")
        case .unset(let variable):
            language.pick(zh: "环境变量 \(variable) 未设置", en: "the environment variable \(variable) is not set")
        }
    }
}

extension Shrinkage: Worded {
    public func sentence(in language: Language) -> Sentence {
        language.pick(
            zh: "\(township)将由 \(before) 个村减为 \(after) 个",
            en: "\(township) would go from \(before) villages to \(after)")
    }
}
