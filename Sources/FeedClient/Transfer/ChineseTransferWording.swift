public struct ChineseTransferWording: TransferWording {
    public init() {}

    public func sentence(_ error: TransferError) -> String {
        switch error {
        case .libcurlTooOld(let found, let needed): "libcurl \(found) 版本过低，需要 \(needed) 或更高版本"
        case .libcurl(let code, let detail): "libcurl 不接受设置：\(detail)（\(code)）"
        case .credential: "用户名、密码或令牌为空，或含有无法发送的字符"
        case .plainAuthentication(let url): "\(url)：密码和令牌不经明文 http 发送，请改用 https，或明确允许"
        case .transport(let url, let code, let detail): "\(url)：网络错误：\(detail)（libcurl \(code)）"
        case .tls(let url, let code, let detail): "\(url)：无法建立可信连接：\(detail)（libcurl \(code)）"
        case .proxy(let url, let status, let detail):
            "\(url)：" + (status.map { "代理服务器拒绝，状态码 \($0)" + hint($0) } ?? "代理服务器不可用：\(detail)")
        case .status(let url, let status, let after):
            "\(url)：服务器返回状态码 \(status)" + hint(status) + (after.map { "；要求\($0)秒后再来" } ?? "")
        case .missing(let url, let status): "\(url)：发布源列出了此文件，服务器上却没有（状态码 \(status)），发布不完整"
        case .redirect(let url, let fault): "\(url)：不接受重定向：\(sentence(fault))"
        case .notModifiedUnasked(let url): "\(url)：服务器称“未修改”，但本地没有旧内容"
        case .noHTTP(let url): "\(url)：对方的应答不是 HTTP"
        case .headersTooLong(let url, let limit): "\(url)：响应头超过 \(limit >> 10) KiB"
        case .encoding(let url): "\(url)：服务器对文件做了传输压缩（Transfer-Encoding），本程序没有要求这样做"
        case .tooLarge(let url, let limit): "\(url)：超过 \(limit) 字节"
        case .tooShort(let url, let expected, let found): "\(url)：应为 \(expected) 字节，只收到 \(found) 字节"
        case .wrongHash(let url, let expected, let found):
            "\(url)：内容与发布的不符（SHA-256 为 \(found)，发布的为 \(expected)）"
        case .webPage(let url): "\(url)：收到的是网页而不是文件（可能是上网认证页面）"
        case .file(let path, let error): "\(path)：\(error)"
        case .notOurFile(let path): "\(path)：已被不是本程序的文件占用"
        case .cancelled: "已停止"
        case .deadline(let seconds): "\(seconds) 秒内没有完成；已收到的部分保留，下次运行时继续（可用 --deadline 延长）"
        }
    }

    private func hint(_ status: Int) -> String {
        switch status {
        case 401: "（要求用户名和密码或令牌）"
        case 403: "（拒绝访问）"
        case 404, 410: "（没有此文件）"
        case 407: "（要求用户名和密码）"
        case 429: "（请求过多）"
        case 511: "（须先登录网络）"
        default: ""
        }
    }

    private func sentence(_ fault: RedirectFault) -> String {
        switch fault {
        case .noTarget(let status): "状态码 \(status)，但没有目标地址"
        case .tooMany(let limit): "连续超过 \(limit) 次"
        case .loop(let target): "\(target) 已经访问过，陷入循环"
        case .downgrade(let target): "从 https 转到 \(target)"
        case .schemeRelative: "目标地址没有协议（//…）"
        case .address(let target, let fault): "\(target)：\(sentence(fault))"
        }
    }

    public func sentence(_ fault: AddressFault) -> String {
        switch fault {
        case .notASCII: "网址只能使用 ASCII 字符（主机名请写成 xn--…）"
        case .control: "网址中有空格或控制字符"
        case .backslash: "网址中有反斜杠"
        case .scheme: "只接受 http:// 和 https://"
        case .user: "网址中不能有用户名或密码，请写在设置里"
        case .host: "主机名不正确"
        case .port: "端口应为 1 至 65535"
        case .query: "网址中不能有查询部分（?…）"
        case .fragment: "网址中不能有片段（#…）"
        case .escape: "% 后面应有两位十六进制数字"
        case .dots: "路径中不能有“.”或“..”"
        case .noSlash: "发布源的网址应以 / 结尾"
        }
    }
}
