import HTTPTypes
import HummingbirdCore
import LookupService

/// Which `Host` a request may name. A page of another site can make a browser send requests here under a name of its
/// own that it lets point to 127.0.0.1 (DNS rebinding); such a name is not in this list. An IP address in `Host` can't be
/// had that way, so all of them are taken.
struct HostCheck: Sendable {
    private let names: Set<String>

    init(allowed: [String]) { names = Set(["localhost"] + allowed.map { $0.lowercased() }) }

    func check(_ request: Request) throws(Problem) {
        guard allows(request.head) else { throw .foreignHost }
    }

    func allows(_ request: HTTPRequest) -> Bool {
        // The first `Host` is the authority; a second one stays among the fields.
        guard let authority = request.authority, !request.headerFields.contains(.secondHost),
            let host = Self.parts(authority)?.host
        else { return false }
        return Self.isAddress(host) || names.contains(host.lowercased())
    }

    /// The host, and the port if one is named; nil where it is neither name nor name and port.
    static func parts(_ authority: String) -> (host: Substring, port: Substring?)? {
        var end = authority.utf8.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
        if authority.utf8.first == UInt8(ascii: "[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            end = authority.index(after: bracket)
        }
        guard end > authority.startIndex, isPort(authority[end...]) else { return nil }
        let port = authority[end...].dropFirst()
        return (authority[..<end], port.isEmpty ? nil : port)
    }

    private static func isPort(_ text: Substring) -> Bool {
        guard !text.isEmpty else { return true }
        let digits = text.utf8.dropFirst()
        return text.utf8.first == UInt8(ascii: ":") && (1...5).contains(digits.count)
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `127.0.0.1` or `[::1]`: four numbers, or what an address of IPv6 is made of.
    private static func isAddress(_ host: Substring) -> Bool {
        var bytes = host.utf8
        if bytes.first == UInt8(ascii: "[") {
            return bytes.dropFirst().dropLast().allSatisfy {
                (0x30...0x3A).contains($0) || (0x61...0x66).contains($0 | 0x20) || $0 == 0x2E
            }
        }
        var numbers = 0
        while true {
            let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
            guard (1...3).contains(digits) else { return false }
            numbers += 1
            bytes = bytes.dropFirst(digits)
            guard let next = bytes.popFirst() else { return numbers == 4 }
            guard next == UInt8(ascii: ".") else { return false }
        }
    }
}
