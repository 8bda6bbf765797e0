internal import CCurl
import SystemPackage

extension CurlHandle {
    /// Everything that does not change from one request to the next.
    ///
    /// - Parameters:
    ///   - onlySecure: the source is reached by https, so nothing else is spoken.
    ///   - withCredential: it is the source's own origin.
    convenience init(
        _ settings: TransferSettings, onlySecure: Bool, withCredential: Bool
    ) throws(TransferError) {
        try self.init()
        let protocols = onlySecure ? "https" : "http,https"
        try set(CURLOPT_PROTOCOLS_STR, text: protocols)
        try set(CURLOPT_REDIR_PROTOCOLS_STR, text: protocols)
        // We follow redirects ourselves: to refuse http after https, to look at the address, to drop credentials.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_UNRESTRICTED_AUTH, 0)
        try set(CURLOPT_AUTOREFERER, 0)
        try set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)

        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let file = settings.authorityFile { try set(CURLOPT_CAINFO, text: file.string) }

        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        try set(CURLOPT_HTTP09_ALLOWED, 0)
        // Bodies as they are: hashes and limits are of raw bytes.
        try set(CURLOPT_ACCEPT_ENCODING, text: nil)
        // The status decides, and its Retry-After is wanted.
        try set(CURLOPT_FAILONERROR, 0)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_USERAGENT, text: "landgrade/\(settings.version) libcurl/\(Libcurl.version)")

        try set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(settings.limits.connect))
        try set(CURLOPT_LOW_SPEED_LIMIT, settings.limits.slowestRate)
        try set(CURLOPT_LOW_SPEED_TIME, settings.limits.slowSeconds)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_NOPROGRESS, 0)

        if let proxy = settings.proxy { try set(CURLOPT_PROXY, text: proxy) }
        if let hosts = settings.noProxy { try set(CURLOPT_NOPROXY, text: hosts) }
        try setCredential(settings, isSent: withCredential)
    }

    private func setCredential(_ settings: TransferSettings, isSent: Bool) throws(TransferError) {
        let usesNetrc = isSent && settings.usesNetrc
        try set(CURLOPT_NETRC, Int(usesNetrc ? CURL_NETRC_OPTIONAL.rawValue : CURL_NETRC_IGNORED.rawValue))
        if usesNetrc, let file = settings.netrcFile { try set(CURLOPT_NETRC_FILE, text: file.string) }
        switch isSent ? settings.credential : .none {
        case .none:
            // What netrc finds goes out as Basic.
            try set(CURLOPT_HTTPAUTH, usesNetrc ? landgrade_curl_auth_basic : landgrade_curl_auth_none)
        case .basic(let user, let password):
            try set(CURLOPT_HTTPAUTH, landgrade_curl_auth_basic)
            try set(CURLOPT_USERNAME, text: user)
            try set(CURLOPT_PASSWORD, text: password)
        case .bearer(let token):
            try set(CURLOPT_HTTPAUTH, landgrade_curl_auth_bearer)
            try set(CURLOPT_XOAUTH2_BEARER, text: token)
        }
    }

    /// What belongs to one request.
    ///
    /// - Parameters:
    ///   - offset: the first byte that is wanted. With `RESUME_FROM` and not `RANGE`: a server that ignores or
    ///     misplaces the range then gives an error, not its bytes.
    ///   - limit: bytes; refuses an answer that announces more. What it does not announce is counted as it comes.
    func setRequest(_ address: HTTPAddress, offset: Int, limit: Int, seconds: Double) throws(TransferError) {
        try set(CURLOPT_URL, text: address.text)
        try set(CURLOPT_RESUME_FROM_LARGE, size: offset)
        // A short error page or redirect is no reason to miss what it says.
        try set(CURLOPT_MAXFILESIZE_LARGE, size: max(limit, Exchange.unwantedLimit))
        try set(CURLOPT_TIMEOUT_MS, Self.milliseconds(seconds))
    }

    private static func milliseconds(_ seconds: Double) -> Int { max(1, Int(seconds * 1000)) }

    func set(_ option: CURLoption, _ value: Int) throws(TransferError) {
        try Self.check(landgrade_curl_set_long(easy, option, value))
    }

    func set(_ option: CURLoption, size: Int) throws(TransferError) {
        try Self.check(landgrade_curl_set_size(easy, option, curl_off_t(size)))
    }

    func set(_ option: CURLoption, text: String?) throws(TransferError) {
        try Self.check(landgrade_curl_set_text(easy, option, text))
    }

    func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer) throws(TransferError) {
        try Self.check(landgrade_curl_set_pointer(easy, option, pointer))
    }

    static func check(_ code: CURLcode) throws(TransferError) {
        guard code == CURLE_OK else {
            throw .libcurl(code: Int(code.rawValue), detail: String(cString: curl_easy_strerror(code)))
        }
    }

    // What is known after a transfer; 0 and nil where nothing is.

    var status: Int { number(CURLINFO_RESPONSE_CODE) }
    /// Of a proxy's answer to CONNECT.
    var connectStatus: Int { number(CURLINFO_HTTP_CONNECTCODE) }

    /// In seconds.
    var retryAfter: Int {
        var value: curl_off_t = 0
        return landgrade_curl_get_size(easy, CURLINFO_RETRY_AFTER, &value) == CURLE_OK ? Int(value) : 0
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        return landgrade_curl_get_long(easy, info, &value) == CURLE_OK ? value : 0
    }
}
