import HTTPTypes
import Hummingbird
import HummingbirdCore

/// The header fields that every answer has, beside `Date`, which `Application` sets.
struct AnswerHeaders: Sendable {
    private static let noStore = HTTPField(name: .cacheControl, value: "no-store")
    private static let noSniffing = HTTPField(name: .xContentTypeOptions, value: "nosniff")
    /// Nothing in the answer may load or run anything.
    private static let dataPolicy = HTTPField(
        name: .contentSecurityPolicy, value: "default-src 'none'; frame-ancestors 'none'")
    /// A page's own files and nothing else; no script or style inside the page.
    private static let pagePolicy = HTTPField(
        name: .contentSecurityPolicy,
        value: "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    /// With `no-referrer` a browser would send a form of ours as one from nowhere (`Origin: null`).
    private static let pageReferrer = HTTPField(name: .referrerPolicy, value: "same-origin")

    /// Those that depend on nothing but the answer; a known one may have them already.
    static func add(to headers: inout HTTPFields) {
        if headers.contains(.xContentTypeOptions) { return }
        var isPage = false
        var saysHowLong = false
        var hasPolicy = false
        for field in headers {
            switch field.name {
            case .contentType: isPage = field.value == MediaType.page
            case .cacheControl: saysHowLong = true
            case .contentSecurityPolicy: hasPolicy = true
            default: break
            }
        }
        if !saysHowLong { headers.append(Self.noStore) }
        headers.append(Self.noSniffing)
        if !hasPolicy {
            headers.append(isPage ? Self.pagePolicy : Self.dataPolicy)
            if isPage { headers.append(Self.pageReferrer) }
        }
    }

    func complete(_ headers: inout HTTPFields, _ status: HTTPResponse.Status, to request: HTTPRequest) {
        Self.add(to: &headers)
        // What of a refused body is not read yet is not worth waiting for. `DeadlineKeeper` ends the connection.
        let isRefusal = status.code >= 400 && request.hasBody
        if isRefusal || request.headerFields[.connection] == "close" { headers[.connection] = "close" }
    }
}
