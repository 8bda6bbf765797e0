import HTTPTypes
import HummingbirdCore
import LookupService

/// Where a POST may come from: a page of this service, or no page at all. A page of another site can make a browser send
/// one (`mode: "no-cors"`), and what it carries would be read here even where the page never sees the answer.
struct OriginCheck: Sendable {
    /// Names a proxy in front has: with any port, because many pass `Host` on without it.
    private let names: Set<String>
    /// What `--allow-origin` says, for `/reconcile`.
    private let reconciling: String?

    init(allowed: [String], reconciling: String?) {
        names = Set(allowed.map { $0.lowercased() })
        self.reconciling = reconciling
    }

    func check(_ request: Request) throws(Problem) {
        guard request.method != .post || allows(request) else { throw .foreignOrigin }
    }

    private func allows(_ request: Request) -> Bool {
        let origins = request.headers[values: .origin]
        guard origins.count <= 1 else { return false }
        if let reconciling, origins.first == reconciling, request.path.hasPrefix("/reconcile") { return true }
        let site = request.headers[.fetchSite]
        guard site != "cross-site" else { return false }
        // A browser says with every POST where it comes from; a program does not.
        guard let origin = origins.first else { return site != "same-site" }
        return isOwn(origin, request.head.authority ?? "")
    }

    /// `null`, of a page in a sandbox or from a file, belongs to no site.
    private func isOwn(_ origin: String, _ authority: String) -> Bool {
        for (scheme, port) in [("http://", "80" as Substring), ("https://", "443")] where origin.hasPrefix(scheme) {
            guard let own = HostCheck.parts(authority),
                let page = HostCheck.parts(String(origin.dropFirst(scheme.count)))
            else { return false }
            let host = page.host.lowercased()
            if names.contains(host) { return true }
            return host == own.host.lowercased() && page.port ?? port == own.port ?? port
        }
        return false
    }
}
