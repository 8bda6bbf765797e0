public import SystemPackage

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
