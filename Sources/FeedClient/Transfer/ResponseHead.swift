/// What we keep of an answer's header lines. Those of a new answer (after `100 Continue`) replace the old ones.
struct ResponseHead {
    private(set) var tag: EntityTag?
    private(set) var isPage = false
    /// Another `Transfer-Encoding` than `chunked`.
    private(set) var isPacked = false
    /// As it was sent; nil where there is none or it is not plain ASCII.
    private(set) var location: String?
    /// Bytes of all lines.
    private(set) var size = 0
    private var tags = 0
    private var state = State.before

    private enum State { case before, inside, interim, after }

    /// False where an answer begins with something else than `HTTP/1.1 200`: libcurl would take that for a 200.
    mutating func take(_ line: UnsafeRawBufferPointer) -> Bool {
        size += line.count
        switch state {
        case .before:
            guard Self.isStatusLine(line) else { return false }
            (tag, tags, isPage, location) = (nil, 0, false, nil)
            state = line[9] == UInt8(ascii: "1") ? .interim : .inside
        case .inside, .interim:
            if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
                state = state == .interim ? .before : .after
            } else {
                keep(line)
            }
        case .after: break  // trailers, which may not change what was said before the body
        }
        return true
    }

    private mutating func keep(_ line: UnsafeRawBufferPointer) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon <= 32 else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        guard ["etag", "content-type", "location", "transfer-encoding"].contains(name) else { return }
        let value = Self.text(UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]))
        switch name {
        case "etag":
            tags += 1
            // Two tags for one answer are none.
            tag = tags == 1 ? value.flatMap { EntityTag($0) } : nil
        case "transfer-encoding": isPacked = isPacked || value?.lowercased() != "chunked"
        case "content-type": isPage = value?.lowercased().hasPrefix("text/html") ?? false
        default: location = value
        }
    }

    private static func isStatusLine(_ line: UnsafeRawBufferPointer) -> Bool {
        guard line.starts(with: "HTTP/1.1 ".utf8) || line.starts(with: "HTTP/1.0 ".utf8), line.count > 12 else {
            return false
        }
        return line[9..<12].allSatisfy { (0x30...0x39).contains($0) } && [0x20, 0x0D, 0x0A].contains(line[12])
    }

    /// The value without the blanks around it; nil unless it is printable ASCII.
    private static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return nil }
        let value = bytes[first...last]
        guard value.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return String(decoding: value, as: UTF8.self)
    }
}
