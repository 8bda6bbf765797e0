public import SystemSupport

/// An http or https address in the narrow form that we ask for and follow: no user, no fragment, nothing that two
/// readers could read in two ways.
struct HTTPAddress: Hashable, Sendable {
    let isSecure: Bool
    /// Lower-case; an IPv6 address with its brackets.
    let host: String
    let port: Int
    /// From the first `/`, without the query.
    let path: String
    let query: String?

    var scheme: String { isSecure ? "https" : "http" }

    /// Where credentials may go: scheme, host and port.
    var origin: String { "\(scheme)://\(host)" + (port == (isSecure ? 443 : 80) ? "" : ":\(port)") }

    /// As it is asked for.
    var text: String { origin + path + (query.map { "?" + $0 } ?? "") }

    /// As it is shown: a query can carry a secret.
    var shown: String { origin + path + (query == nil ? "" : "?…") }

    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// - Throws: `AddressFault`, the first thing that is wrong.
    init(_ text: String) throws(AddressFault) {
        for byte in text.utf8 {
            guard byte < 0x80 else { throw .notASCII }
            guard byte > 0x20, byte != 0x7F else { throw .control }
            guard byte != UInt8(ascii: "\\") else { throw .backslash }
        }
        var rest: Substring
        if let secure = Self.rest(of: text, after: "https://") {
            (isSecure, rest) = (true, secure)
        } else if let plain = Self.rest(of: text, after: "http://") {
            (isSecure, rest) = (false, plain)
        } else {
            throw .scheme
        }
        guard !rest.contains("#") else { throw .fragment }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw .user }
        (host, port) = try Self.hostAndPort(authority, isSecure: isSecure)
        rest = rest.dropFirst(authority.count)
        let path = rest.prefix { $0 != "?" }
        try Self.checkEscapes(rest)
        try Self.checkSegments(path)
        self.path = path.isEmpty ? "/" : String(path)
        query = path.count == rest.count ? nil : String(rest.dropFirst(path.count + 1))
    }

    private init(_ base: HTTPAddress, path: String) {
        (isSecure, host, port, query) = (base.isSecure, base.host, base.port, nil)
        self.path = path
    }

    /// Text behind text, and nothing cleverer: `path` is one of ours.
    func appending(_ path: SourcePath) -> HTTPAddress { HTTPAddress(self, path: self.path + path.description) }

    private static func rest(of text: String, after scheme: String) -> Substring? {
        text.prefix(scheme.count).lowercased() == scheme ? text.dropFirst(scheme.count) : nil
    }

    private static func hostAndPort(
        _ authority: Substring, isSecure: Bool
    ) throws(AddressFault) -> (String, Int) {
        var host = authority, digits: Substring?
        let end = authority.first == "[" ? authority.firstIndex(of: "]") : authority.startIndex
        guard let end else { throw .host }
        if let colon = authority[end...].firstIndex(of: ":") {
            (host, digits) = (authority[..<colon], authority[authority.index(after: colon)...])
        }
        let name = host.first == "[" ? host.dropFirst().dropLast() : host
        let isName = name.utf8.allSatisfy { byte in
            let letter = byte | 0x20
            return (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
                || (host.first == "["
                    ? byte == UInt8(ascii: ":") : byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
        }
        guard !name.isEmpty, isName, host.first != "[" || host.last == "]" else { throw .host }
        var port = isSecure ? 443 : 80
        if let digits {
            guard let number = wholeNumber(digits.utf8, digits: 5), (1...65_535).contains(number) else {
                throw .port
            }
            port = number
        }
        return (host.lowercased(), port)
    }

    /// Each `%` has its two digits, and none of them hides a control character.
    private static func checkEscapes(_ text: Substring) throws(AddressFault) {
        var rest = text.utf8[...]
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            let digits = rest[rest.index(after: percent)...].prefix(2)
            guard digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                let value = UInt8(String(digits)!, radix: 16)  // two ASCII digits
            else { throw .escape }
            guard value >= 0x20, value != 0x7F else { throw .control }
            rest = rest[digits.endIndex...]
        }
    }

    /// `.` and `..` would be resolved on the way, so that we would ask for another path than the one that we show.
    private static func checkSegments(_ path: Substring) throws(AddressFault) {
        for segment in path.split(separator: "/") {
            let plain = segment.lowercased().split(separator: "%2e", omittingEmptySubsequences: false)
                .joined(separator: ".")
            guard plain != ".", plain != ".." else { throw .dots }
        }
    }
}

/// Why an address is refused.
public enum AddressFault: Error, Hashable, Sendable {
    case notASCII
    /// A blank or a control character, as it is or as `%0d`.
    case control
    case backslash
    /// Neither http nor https.
    case scheme
    case user
    case host
    case port
    case query
    case fragment
    case escape
    /// `.` or `..` in the path.
    case dots
    /// A source that does not end in `/`.
    case noSlash
}

extension AddressFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .notASCII:
            language.pick(
                zh: "网址只能使用 ASCII 字符（主机名请写成 xn--…）",
                en: "an address has plain ASCII characters only (write a host name as xn--…)")
        case .control: language.pick(zh: "网址中有空格或控制字符", en: "a blank or a control character in the address")
        case .backslash: language.pick(zh: "网址中有反斜杠", en: "a backslash in the address")
        case .scheme: language.pick(zh: "只接受 http:// 和 https://", en: "only http:// and https:// are taken")
        case .user:
            language.pick(
                zh: "网址中不能有用户名或密码，请写在设置里",
                en: "a user name or password in the address; it belongs into the settings")
        case .host: language.pick(zh: "主机名不正确", en: "not a host name")
        case .port: language.pick(zh: "端口应为 1 至 65535", en: "not a port from 1 to 65535")
        case .query: language.pick(zh: "网址中不能有查询部分（?…）", en: "a query (?…) in the address")
        case .fragment: language.pick(zh: "网址中不能有片段（#…）", en: "a fragment (#…) in the address")
        case .escape: language.pick(zh: "% 后面应有两位十六进制数字", en: "a % without its two hex digits")
        case .dots: language.pick(zh: "路径中不能有“.”或“..”", en: "\".\" or \"..\" in the path")
        case .noSlash: language.pick(zh: "发布源的网址应以 / 结尾", en: "the address of a source ends in /")
        }
    }
}
