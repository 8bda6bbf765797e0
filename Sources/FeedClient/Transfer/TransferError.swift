public import SystemPackage
public import SystemSupport

/// Why a file was not fetched. `url` is the address that was asked, without its query.
public enum TransferError: Error, Hashable, Sendable {
    // Before anything is sent
    /// This libcurl lacks what we can't do without.
    case libcurlTooOld(found: String, needed: String)
    /// libcurl did not start, or refused an option.
    case libcurl(code: Int, detail: String)
    /// A user, password or token that can't be sent: empty, or with control characters (or `:` in the user).
    case credential
    /// A credential is set, the source is reached in the clear, and that is not allowed.
    case plainAuthentication(url: String)

    // The way there
    /// `code` is libcurl's, `detail` its text.
    case transport(url: String, code: Int, detail: String)
    case tls(url: String, code: Int, detail: String)
    /// `status` is the proxy's, where it answered.
    case proxy(url: String, status: Int?, detail: String)

    // The answer
    /// `retryAfter`: the seconds that the server asks us to stay away, at most a day.
    case status(url: String, status: Int, retryAfter: Int?)
    /// A file that the source lists is not there.
    case missing(url: String, status: Int)
    case redirect(url: String, RedirectFault)
    /// 304 though nothing was held.
    case notModifiedUnasked(url: String)
    /// What came does not begin as an answer does.
    case noHTTP(url: String)
    case headersTooLong(url: String, limit: Int)
    /// The body is packed for the way (`Transfer-Encoding: gzip`), which was not asked for.
    case encoding(url: String)

    // The bytes
    case tooLarge(url: String, limit: Int)
    /// Fewer bytes than the file has.
    case tooShort(url: String, expected: Int, found: Int)
    case wrongHash(url: String, expected: String, found: String)
    /// A web page came instead of the file.
    case webPage(url: String)

    // Here
    case file(path: String, Errno)
    /// Something that is no regular file of ours lies where the file is to be written.
    case notOurFile(path: String)
    case cancelled
    /// The run's time has passed.
    case deadline(seconds: Int)
}

/// Why a redirect is not followed. `target` is shown without its query.
public enum RedirectFault: Error, Hashable, Sendable {
    /// No `Location`, or one that is no text.
    case noTarget(status: Int)
    case tooMany(limit: Int)
    case loop(target: String)
    /// From https to http.
    case downgrade(target: String)
    /// `//host/…`, which two readers may take for two things.
    case schemeRelative
    case address(target: String, AddressFault)
}

extension TransferError {
    /// Whether the same request may go well a little later.
    public var isRetryable: Bool {
        switch self {
        case .transport(_, let code, _): TransportCode.isPassing(code)
        case .proxy(_, let status, _): status.map { Self.isPassing(status: $0) } ?? true
        case .status(_, let status, _): Self.isPassing(status: status)
        case .tooShort: true
        case .libcurlTooOld, .libcurl, .credential, .plainAuthentication, .tls, .missing, .redirect,
            .notModifiedUnasked, .noHTTP, .headersTooLong, .encoding, .tooLarge, .wrongHash, .webPage, .file,
            .notOurFile,
            .cancelled, .deadline:
            false
        }
    }

    /// The status of an answer that was none of those looked for.
    public var status: Int? {
        guard case .status(_, let status, _) = self else { return nil }
        return status
    }

    /// What the server asked for, in seconds.
    public var retryAfter: Int? {
        guard case .status(_, _, let seconds) = self else { return nil }
        return seconds
    }

    static func isPassing(status: Int) -> Bool { [408, 425, 429, 500, 502, 503, 504].contains(status) }
}

extension TransferError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .libcurlTooOld(let found, let needed):
            language.pick(
                zh: "libcurl \(found) 版本过低，需要 \(needed) 或更高版本",
                en: "libcurl \(found) is too old, \(needed) or later is needed")
        case .libcurl(let code, let detail):
            language.pick(
                zh: "libcurl 不接受设置：\(detail)（\(code)）",
                en: "libcurl refuses the settings: \(detail) (\(code))")
        case .credential:
            language.pick(
                zh: "用户名、密码或令牌为空，或含有无法发送的字符",
                en: "the user name, password or token is empty or has characters that can't be sent")
        case .plainAuthentication(let url):
            language.pick(
                zh: "\(url)：密码和令牌不经明文 http 发送，请改用 https，或明确允许",
                en: "\(url): a password or token is not sent over plain http; use https, or allow it on purpose")
        case .transport(let url, let code, let detail):
            language.pick(zh: "\(url)：网络错误：\(detail)（libcurl \(code)）", en: "\(url): \(detail) (libcurl \(code))")
        case .tls(let url, let code, let detail):
            language.pick(
                zh: "\(url)：无法建立可信连接：\(detail)（libcurl \(code)）",
                en: "\(url): no trusted connection: \(detail) (libcurl \(code))")
        case .proxy(let url, let status, let detail):
            language.pick(
                zh: "\(url)："
                    + (status.map { "代理服务器拒绝，状态码 \($0)" + Self.hint($0, in: language) } ?? "代理服务器不可用：\(detail)"),
                en: "\(url): the proxy "
                    + (status.map { "refuses with status \($0)" + Self.hint($0, in: language) }
                        ?? "can't be used: \(detail)"))
        case .status(let url, let status, let after):
            language.pick(
                zh: "\(url)：服务器返回状态码 \(status)" + Self.hint(status, in: language)
                    + (after.map { "；要求\($0)秒后再来" } ?? ""),
                en: "\(url): the server answers with status \(status)" + Self.hint(status, in: language)
                    + (after.map { "; it asks to come back in \($0) s" } ?? ""))
        case .missing(let url, let status):
            language.pick(
                zh: "\(url)：发布源列出了此文件，服务器上却没有（状态码 \(status)），发布不完整",
                en:
                    "\(url): the source lists this file and does not have it (status \(status)): its publication is incomplete"
            )
        case .redirect(let url, let fault):
            language.pick(
                zh: "\(url)：不接受重定向：\(fault.sentence(in: language))",
                en: "\(url): the redirect is not followed: \(fault.sentence(in: language))")
        case .notModifiedUnasked(let url):
            language.pick(
                zh: "\(url)：服务器称“未修改”，但本地没有旧内容",
                en: "\(url): the server says \"not modified\" though nothing was held")
        case .noHTTP(let url):
            language.pick(zh: "\(url)：对方的应答不是 HTTP", en: "\(url): what answers there does not speak HTTP")
        case .headersTooLong(let url, let limit):
            language.pick(zh: "\(url)：响应头超过 \(limit >> 10) KiB", en: "\(url): more than \(limit >> 10) KiB of headers")
        case .encoding(let url):
            language.pick(
                zh: "\(url)：服务器对文件做了传输压缩（Transfer-Encoding），本程序没有要求这样做",
                en: "\(url): the server packs the file for the way (Transfer-Encoding), which is not asked for")
        case .tooLarge(let url, let limit):
            language.pick(zh: "\(url)：超过 \(limit) 字节", en: "\(url): larger than \(limit) bytes")
        case .tooShort(let url, let expected, let found):
            language.pick(
                zh: "\(url)：应为 \(expected) 字节，只收到 \(found) 字节",
                en: "\(url): \(found) of \(expected) bytes came")
        case .wrongHash(let url, let expected, let found):
            language.pick(
                zh: "\(url)：内容与发布的不符（SHA-256 为 \(found)，发布的为 \(expected)）",
                en: "\(url): the contents are not those that were published (SHA-256 \(found), published \(expected))")
        case .webPage(let url):
            language.pick(
                zh: "\(url)：收到的是网页而不是文件（可能是上网认证页面）",
                en: "\(url): a web page came instead of the file (a login portal?)")
        case .file(let path, let error):
            language.pick(zh: "\(path)：\(SystemWords.chinese(error))", en: "\(path): \(error)")
        case .notOurFile(let path):
            language.pick(zh: "\(path)：已被不是本程序的文件占用", en: "\(path): something that is no file of ours is in the way")
        case .cancelled: language.pick(zh: "已停止", en: "stopped")
        case .deadline(let seconds):
            language.pick(
                zh: "\(seconds) 秒内没有完成；已收到的部分保留，下次运行时继续（可用 --deadline 延长）",
                en:
                    "not finished within \(seconds) s; what has come is kept, and the next run continues (--deadline allows more)"
            )
        }
    }

    /// What a status means, after its number.
    private static func hint(_ status: Int, in language: Language) -> Sentence {
        switch status {
        case 401: language.pick(zh: "（要求用户名和密码或令牌）", en: " (it asks for a user name and password or a token)")
        case 403: language.pick(zh: "（拒绝访问）", en: " (access is refused)")
        case 404, 410: language.pick(zh: "（没有此文件）", en: " (there is no such file)")
        case 407: language.pick(zh: "（要求用户名和密码）", en: " (it asks for a user name and password)")
        case 429: language.pick(zh: "（请求过多）", en: " (too many requests)")
        case 511: language.pick(zh: "（须先登录网络）", en: " (the network asks for a login first)")
        default: ""
        }
    }
}

extension RedirectFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .noTarget(let status): language.pick(zh: "状态码 \(status)，但没有目标地址", en: "status \(status) without a target")
        case .tooMany(let limit): language.pick(zh: "连续超过 \(limit) 次", en: "more than \(limit) in a row")
        case .loop(let target):
            language.pick(zh: "\(target) 已经访问过，陷入循环", en: "\(target) was asked before, it runs in a circle")
        case .downgrade(let target): language.pick(zh: "从 https 转到 \(target)", en: "from https to \(target)")
        case .schemeRelative: language.pick(zh: "目标地址没有协议（//…）", en: "its target has no scheme (//…)")
        case .address(let target, let fault):
            language.pick(
                zh: "\(target)：\(fault.sentence(in: language))",
                en: "\(target): \(fault.sentence(in: language))")
        }
    }
}
