/// Which `Host` a request may name. A page of another site can make a browser send requests here under a name of its
/// own that it lets point to 127.0.0.1 (DNS rebinding); such a name is not in this list. An IP address in `Host` can't be
/// had that way, so all of them are taken.
struct HostCheck: Sendable {
    private let names: Set<String>

    init(allowed: [String]) { names = Set(["localhost"] + allowed.map { $0.lowercased() }) }

    /// - Parameter authority: host and port of the request; nil: none, or several.
    func allows(_ authority: String?) -> Bool {
        guard let authority, let host = Self.parts(authority)?.host else { return false }
        return names.contains(host) || Self.isAddress(host[...])
    }

    /// The host in lower case, and the port if one is named; nil where it is neither name nor name and port.
    static func parts(_ authority: String) -> (host: String, port: String?)? {
        var end = authority.firstIndex(of: ":") ?? authority.endIndex
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            end = authority.index(after: bracket)
        }
        guard end > authority.startIndex, isPort(authority[end...]) else { return nil }
        let port = authority[end...].dropFirst()
        return (authority[..<end].lowercased(), port.isEmpty ? nil : String(port))
    }

    private static func isPort(_ text: Substring) -> Bool {
        guard !text.isEmpty else { return true }
        let digits = text.dropFirst()
        return text.first == ":" && (1...5).contains(digits.utf8.count)
            && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isAddress(_ host: Substring) -> Bool {
        if host.hasPrefix("[") {
            return host.dropFirst().dropLast().utf8.allSatisfy {
                (0x30...0x3A).contains($0) || (0x61...0x66).contains($0 | 0x20) || $0 == 0x2E
            }
        }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
    }
}
