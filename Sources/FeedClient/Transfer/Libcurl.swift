internal import CCurl

/// The library itself.
public enum Libcurl {
    /// `7.88.1`
    public static var version: String {
        landgrade_curl_version().pointee.version.map { String(cString: $0) } ?? "?"
    }

    /// With its TLS library: `7.88.1 OpenSSL/3.0.19`
    public static var description: String {
        let tls = landgrade_curl_version().pointee.ssl_version.map { " " + String(cString: $0) }
        return version + (tls ?? "")
    }

    /// The `CURLOPT_…_STR` options are as old as this.
    private static let needed: (number: UInt32, text: String) = (0x075500, "7.85.0")

    private static let started: CURLcode = landgrade_curl_initialize()

    /// A `Location` made absolute. Not from the handle that was redirected (`CURLINFO_REDIRECT_URL`): it puts the user
    /// and password that are set into the address.
    static func resolve(_ location: String, from base: String) -> String? {
        let url = curl_url()
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, base, 0) == CURLUE_OK,
            curl_url_set(url, CURLUPART_URL, location, landgrade_curl_any_scheme) == CURLUE_OK
        else { return nil }
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, CURLUPART_URL, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(validatingCString: text)
    }

    /// Starts the library once for the process. Call it before there are threads.
    ///
    /// - Throws: `libcurlTooOld`, `libcurl`.
    public static func start() throws(TransferError) {
        guard started == CURLE_OK else {
            throw .libcurl(code: Int(started.rawValue), detail: String(cString: curl_easy_strerror(started)))
        }
        guard landgrade_curl_version().pointee.version_num >= needed.number else {
            throw .libcurlTooOld(found: version, needed: needed.text)
        }
    }
}
