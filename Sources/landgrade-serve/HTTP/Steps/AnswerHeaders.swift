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
    static func add(to response: inout Response) {
        if response.headers.contains(.xContentTypeOptions) { return }
        var isPage = false
        var saysHowLong = false
        var hasPolicy = false
        for field in response.headers {
            switch field.name {
            case .contentType: isPage = field.value == MediaType.page
            case .cacheControl: saysHowLong = true
            case .contentSecurityPolicy: hasPolicy = true
            default: break
            }
        }
        if !saysHowLong { response.headers.append(Self.noStore) }
        response.headers.append(Self.noSniffing)
        if !hasPolicy {
            response.headers.append(isPage ? Self.pagePolicy : Self.dataPolicy)
            if isPage { response.headers.append(Self.pageReferrer) }
        }
    }

    func complete(_ response: inout Response, to request: Request) {
        Self.add(to: &response)
        // What of a refused body is not read yet is not worth waiting for. `DeadlineKeeper` ends the connection.
        let isRefusal = response.status.code >= 400 && request.hasBody
        if isRefusal || request.headers[.connection] == "close" {
            response.headers[.connection] = "close"
        }
        // The router answers HEAD by the route of GET; what no route answers comes here with a body.
        if request.method == .head { response = response.createHeadResponse() }
    }
}
