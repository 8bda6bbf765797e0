import FeedClient
import SystemPackage
import SystemSupport
import Testing

/// Each sentence, in both languages.
@Suite struct WordingTests {
    static let url = "https://county.example/grades/current.signed"

    static let errors: [(TransferError, String, String)] = [
        (
            .libcurlTooOld(found: "7.74.0", needed: "7.85.0"), "libcurl 7.74.0 is too old, 7.85.0 or later is needed",
            "libcurl 7.74.0 版本过低，需要 7.85.0 或更高版本"
        ),
        (
            .libcurl(code: 43, detail: "Bad argument"), "libcurl refuses the settings: Bad argument (43)",
            "libcurl 不接受设置：Bad argument（43）"
        ),
        (
            .credential, "the user name, password or token is empty or has characters that can't be sent",
            "用户名、密码或令牌为空，或含有无法发送的字符"
        ),
        (
            .plainAuthentication(url: url),
            "\(url): a password or token is not sent over plain http; use https, or allow it on purpose",
            "\(url)：密码和令牌不经明文 http 发送，请改用 https，或明确允许"
        ),
        (
            .transport(url: url, code: 6, detail: "Could not resolve host: county.example"),
            "\(url): Could not resolve host: county.example (libcurl 6)",
            "\(url)：网络错误：Could not resolve host: county.example（libcurl 6）"
        ),
        (
            .tls(url: url, code: 60, detail: "certificate has expired"),
            "\(url): no trusted connection: certificate has expired (libcurl 60)",
            "\(url)：无法建立可信连接：certificate has expired（libcurl 60）"
        ),
        (
            .proxy(url: url, status: 407, detail: ""),
            "\(url): the proxy refuses with status 407 (it asks for a user name and password)",
            "\(url)：代理服务器拒绝，状态码 407（要求用户名和密码）"
        ),
        (
            .proxy(url: url, status: nil, detail: "Connection refused"),
            "\(url): the proxy can't be used: Connection refused", "\(url)：代理服务器不可用：Connection refused"
        ),
        (
            .status(url: url, status: 401, retryAfter: nil),
            "\(url): the server answers with status 401 (it asks for a user name and password or a token)",
            "\(url)：服务器返回状态码 401（要求用户名和密码或令牌）"
        ),
        (
            .status(url: url, status: 403, retryAfter: nil),
            "\(url): the server answers with status 403 (access is refused)", "\(url)：服务器返回状态码 403（拒绝访问）"
        ),
        (
            .status(url: url, status: 429, retryAfter: 3_600),
            "\(url): the server answers with status 429 (too many requests); it asks to come back in 3600 s",
            "\(url)：服务器返回状态码 429（请求过多）；要求3600秒后再来"
        ),
        (
            .status(url: url, status: 511, retryAfter: nil),
            "\(url): the server answers with status 511 (the network asks for a login first)",
            "\(url)：服务器返回状态码 511（须先登录网络）"
        ),
        (
            .status(url: url, status: 500, retryAfter: nil), "\(url): the server answers with status 500",
            "\(url)：服务器返回状态码 500"
        ),
        (
            .missing(url: url, status: 404),
            "\(url): the source lists this file and does not have it (status 404): its publication is incomplete",
            "\(url)：发布源列出了此文件，服务器上却没有（状态码 404），发布不完整"
        ),
        (
            .notModifiedUnasked(url: url), "\(url): the server says \"not modified\" though nothing was held",
            "\(url)：服务器称“未修改”，但本地没有旧内容"
        ),
        (.noHTTP(url: url), "\(url): what answers there does not speak HTTP", "\(url)：对方的应答不是 HTTP"),
        (
            .headersTooLong(url: url, limit: 65_536), "\(url): more than 64 KiB of headers",
            "\(url)：响应头超过 64 KiB"
        ),
        (.tooLarge(url: url, limit: 9), "\(url): larger than 9 bytes", "\(url)：超过 9 字节"),
        (
            .tooShort(url: url, expected: 9, found: 8), "\(url): 8 of 9 bytes came",
            "\(url)：应为 9 字节，只收到 8 字节"
        ),
        (
            .wrongHash(url: url, expected: "aa", found: "bb"),
            "\(url): the contents are not those that were published (SHA-256 bb, published aa)",
            "\(url)：内容与发布的不符（SHA-256 为 bb，发布的为 aa）"
        ),
        (
            .webPage(url: url), "\(url): a web page came instead of the file (a login portal?)",
            "\(url)：收到的是网页而不是文件（可能是上网认证页面）"
        ),
        (
            .file(path: "/tmp/x", .noSpace), "/tmp/x: No space left on device", "/tmp/x：磁盘空间不足"
        ),
        (
            .notOurFile(path: "/tmp/x"), "/tmp/x: something that is no file of ours is in the way",
            "/tmp/x：已被不是本程序的文件占用"
        ),
        (.cancelled, "stopped", "已停止"),
    ]

    @Test(arguments: 0..<errors.count)
    func `error`(index: Int) {
        let (error, english, chinese) = Self.errors[index]
        #expect(error.sentence(in: .en).text == english)
        #expect(error.sentence(in: .zh).text == chinese)
    }

    static let redirects: [(RedirectFault, String, String)] = [
        (.noTarget(status: 302), "status 302 without a target", "状态码 302，但没有目标地址"),
        (.tooMany(limit: 5), "more than 5 in a row", "连续超过 5 次"),
        (.loop(target: "x"), "x was asked before, it runs in a circle", "x 已经访问过，陷入循环"),
        (.downgrade(target: "http://x/"), "from https to http://x/", "从 https 转到 http://x/"),
        (.schemeRelative, "its target has no scheme (//…)", "目标地址没有协议（//…）"),
        (
            .address(target: "ftp://x", .scheme), "ftp://x: only http:// and https:// are taken",
            "ftp://x：只接受 http:// 和 https://"
        ),
    ]

    @Test(arguments: 0..<redirects.count)
    func `redirect`(index: Int) {
        let (fault, english, chinese) = Self.redirects[index]
        let error = TransferError.redirect(url: Self.url, fault)
        #expect(error.sentence(in: .en).text == "\(Self.url): the redirect is not followed: \(english)")
        #expect(error.sentence(in: .zh).text == "\(Self.url)：不接受重定向：\(chinese)")
    }

    static let addresses: [(AddressFault, String, String)] = [
        (
            .notASCII, "an address has plain ASCII characters only (write a host name as xn--…)",
            "网址只能使用 ASCII 字符（主机名请写成 xn--…）"
        ),
        (.control, "a blank or a control character in the address", "网址中有空格或控制字符"),
        (.backslash, "a backslash in the address", "网址中有反斜杠"),
        (.scheme, "only http:// and https:// are taken", "只接受 http:// 和 https://"),
        (
            .user, "a user name or password in the address; it belongs into the settings",
            "网址中不能有用户名或密码，请写在设置里"
        ),
        (.host, "not a host name", "主机名不正确"),
        (.port, "not a port from 1 to 65535", "端口应为 1 至 65535"),
        (.query, "a query (?…) in the address", "网址中不能有查询部分（?…）"),
        (.fragment, "a fragment (#…) in the address", "网址中不能有片段（#…）"),
        (.escape, "a % without its two hex digits", "% 后面应有两位十六进制数字"),
        (.dots, "\".\" or \"..\" in the path", "路径中不能有“.”或“..”"),
        (.noSlash, "the address of a source ends in /", "发布源的网址应以 / 结尾"),
    ]

    @Test(arguments: 0..<addresses.count)
    func `address`(index: Int) {
        let (fault, english, chinese) = Self.addresses[index]
        #expect(fault.sentence(in: .en).text == english)
        #expect(fault.sentence(in: .zh).text == chinese)
    }
}
