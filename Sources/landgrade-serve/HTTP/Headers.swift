import HTTPTypes
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The headers that every response has.
struct Headers: Sendable {
    // All of these are tokens, which is what makes a name of a field.
    static let contentSecurityPolicy = HTTPField.Name("content-security-policy")!
    static let referrerPolicy = HTTPField.Name("referrer-policy")!
    static let fetchSite = HTTPField.Name("sec-fetch-site")!
    static let retryAfter = HTTPField.Name("retry-after")!
    static let generation = HTTPField.Name("landgrade-generation")!
    static let listEncoding = HTTPField.Name("landgrade-list-encoding")!
    static let listDelimiter = HTTPField.Name("landgrade-list-delimiter")!
    static let listFirstRow = HTTPField.Name("landgrade-list-first-row")!
    static let listColumns = HTTPField.Name("landgrade-list-columns")!
    static let stale = HTTPField.Name("landgrade-stale")!

    /// Nothing in the answer may load or run anything.
    private static let dataPolicy = "default-src 'none'; frame-ancestors 'none'"
    /// A page's own files and nothing else; no script or style inside the page.
    private static let pagePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    private let date = DateLine()

    func complete(_ reply: Reply, length: Int?) -> HTTPFields {
        var fields = reply.fields
        fields.reserveCapacity(fields.count + 8)
        fields[.contentType] = reply.contentType
        if let length { fields[.contentLength] = String(length) }
        if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
        fields[.xContentTypeOptions] = "nosniff"
        if fields[Self.contentSecurityPolicy] == nil {
            let isPage = reply.contentType.hasPrefix("text/html")
            fields[Self.contentSecurityPolicy] = isPage ? Self.pagePolicy : Self.dataPolicy
            // With `no-referrer` a browser would send a form of ours as one from nowhere (`Origin: null`).
            if isPage { fields[Self.referrerPolicy] = "same-origin" }
        }
        fields[.date] = date.now
        return fields
    }
}

/// The value of `Date`, made once a second.
private final class DateLine: Sendable {
    private let last = Mutex<(second: Int, text: String)>((0, ""))

    var now: String {
        var second = time(nil)
        return last.withLock { last in
            if last.second == second { return last.text }
            var parts = tm()
            gmtime_r(&second, &parts)
            last = (second, Self.text(parts))
            return last.text
        }
    }

    /// `Tue, 24 Nov 2026 22:05:01 GMT`
    private static func text(_ parts: tm) -> String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
            + "\(parts.tm_year + 1900) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
