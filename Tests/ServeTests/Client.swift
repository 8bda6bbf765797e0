import Dispatch
import StrictJSON
import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Blocking work on a thread that Swift's tasks don't need.
func apart<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { waiting in
        DispatchQueue.global().async { waiting.resume(with: Result(catching: work)) }
    }
}

func apart<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { waiting in DispatchQueue.global().async { waiting.resume(returning: work()) } }
}

struct Request: Sendable {
    let method: String
    let bytes: [UInt8]

    init(_ method: String, _ target: String, _ fields: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        var all = ["Host": "localhost"].merging(fields) { $1 }
        if !body.isEmpty { all["Content-Length"] = "\(body.count)" }
        let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
        bytes = Array("\(method) \(target) HTTP/1.1\r\n\(lines)\r\n".utf8) + body
    }
}

struct Response: Sendable {
    let status: Int
    let fields: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    var json: JSONValue { get throws { try JSONValue(parsing: body) } }

    subscript(name: String) -> String? { fields[name.lowercased()] }

    /// The last word of a problem's type.
    var problem: String? {
        get throws { try json["type"]?.string.map { String($0.split(separator: ":").last ?? "") } }
    }
}

/// A socket that sends what it is given, byte for byte: no library would send most of it.
final class Connection: @unchecked Sendable {  // each is used by one thread at a time
    private let socket: Int32
    private var received: [UInt8] = []

    /// - Parameter seconds: how long a read may wait.
    /// - Parameter window: how many bytes the system may take for it before it reads them; nil: as many as it likes.
    init(port: UInt16, seconds: Int = 60, window: Int32? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var window { setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &window, socklen_t(MemoryLayout<Int32>.size)) }
        var wait = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Errno(rawValue: errno) }
    }

    deinit { close(socket) }

    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Errno(rawValue: errno) }
            rest = rest.dropFirst(count)
        }
    }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Five bytes a second, one by one; true if the other side took them all.
    func drip(_ bytes: [UInt8]) -> Bool {
        for byte in bytes {
            guard (try? write([byte])) != nil else { return false }
            usleep(200_000)
        }
        return true
    }

    /// False at the end of the connection.
    private func more(_ most: Int = 1 << 16) throws -> Bool {
        var block = [UInt8](repeating: 0, count: most)
        let count = recv(socket, &block, block.count, 0)
        if count < 0, errno == ECONNRESET { return false }
        guard count >= 0 else { throw Errno(rawValue: errno) }
        received += block[..<count]
        return count > 0
    }

    /// At most so many of the next bytes; none at the end of the connection.
    func some(_ count: Int) throws -> [UInt8] {
        while received.count < count, try more(count - received.count) {}
        defer { received.removeFirst(min(count, received.count)) }
        return Array(received.prefix(count))
    }

    /// Bytes that were read are read once more.
    func putBack(_ bytes: [UInt8]) { received = bytes + received }

    /// Sends no more, and waits for what comes.
    func endSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// Everything up to the end of the connection.
    func rest() throws -> [UInt8] {
        while try more() {}
        defer { received = [] }
        return received
    }

    /// The next response, whole; nil where the connection ends before it.
    func response(toHead: Bool = false) throws -> Response? {
        var end: Int?
        while end == nil {
            end = find("\r\n\r\n", from: 0)
            if end == nil, try !more() { return nil }
        }
        let head = String(decoding: received[..<(end ?? 0)], as: UTF8.self)
        received.removeSubrange(..<((end ?? 0) + 4))
        let lines = head.split(separator: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            fields[pair[0].lowercased()] = pair.count > 1 ? String(pair[1].drop { $0 == " " }) : ""
        }
        let status = Int(lines[0].split(separator: " ")[1]) ?? 0
        var body: [UInt8] = []
        if toHead || status == 304 {
            body = []
        } else if let length = fields["content-length"].flatMap({ Int($0) }) {
            while received.count < length, try more() {}
            body = Array(received.prefix(length))
            received.removeSubrange(..<body.count)
        } else if fields["transfer-encoding"] == "chunked" {
            guard let whole = try chunks() else { return nil }
            body = whole
        }
        return Response(status: status, fields: fields, body: body)
    }

    private func chunks() throws -> [UInt8]? {
        var body: [UInt8] = []
        while true {
            var end = find("\r\n", from: 0)
            while end == nil {
                guard try more() else { return nil }
                end = find("\r\n", from: 0)
            }
            let line = String(decoding: received[..<(end ?? 0)], as: UTF8.self)
            let size = Int(line, radix: 16) ?? 0
            let start = (end ?? 0) + 2
            while received.count < start + size + 2 { guard try more() else { return nil } }
            body += received[start..<start + size]
            received.removeSubrange(..<(start + size + 2))
            if size == 0 { return body }
        }
    }

    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard received.count >= wanted.count else { return nil }
        return (start...(received.count - wanted.count)).first { received[$0...].starts(with: wanted) }
    }
}

/// `金龙镇` → `%E9%87%91…`
func encoded(_ text: String) -> String {
    text.utf8.map { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
            ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
}
