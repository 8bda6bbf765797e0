import LookupService

/// A `multipart/form-data` upload (RFC 7578), taken apart in place: where the list stands in it, and the short fields.
///
/// Read as programs write it: names with and without quotes, a file's name in any encoding, text before the first part
/// and behind the last, header lines that go on on the next, line ends of LF alone.
struct Multipart {
    /// The part named `list`.
    let list: Range<Int>
    let fields: [(name: String, value: String)]

    /// A part's header, and a field, may have so many bytes.
    private static let shortLimit = 8 << 10

    /// - Parameters:
    ///   - contentType: `multipart/form-data; boundary=…`
    ///   - known: the names of fields that mean something here.
    init(_ spool: Spool, contentType: String, known: Set<String>) throws {
        guard let boundary = Self.boundary(contentType) else { throw Problem.badUpload(.noBoundary) }
        let scan = BoundaryScan(spool, boundary: Array("--\(boundary)".utf8))
        var list: Range<Int>?
        var fields: [(name: String, value: String)] = []
        for part in try scan.parts() {
            let head = try spool.bytes(at: part.lowerBound, min(Self.shortLimit, part.count))
            guard let header = PartHeader(head), let name = header.name else { throw Problem.badUpload(.malformed) }
            guard !header.isEncoded else { throw Problem.badUpload(.encodedPart) }
            let content = part.lowerBound + header.length..<part.upperBound
            if name == "list" {
                guard list == nil else { throw Problem.badUpload(.twoFiles) }
                list = content
            } else {
                guard known.contains(name) else { throw Problem.badUpload(.unknownField(name)) }
                guard content.count <= Self.shortLimit else { throw Problem.badUpload(.fieldTooLong(name)) }
                let bytes = try spool.bytes(at: content.lowerBound, content.count)
                guard let value = String(validating: bytes, as: UTF8.self) else { throw Problem.badEncoding }
                fields.append((name, value))
            }
        }
        guard let list else { throw Problem.badUpload(.noFile) }
        self.list = list
        self.fields = fields
    }

    /// 1 to 70 characters that need no escape anywhere.
    private static func boundary(_ contentType: String) -> String? {
        let parameters = FieldParameters(Array(contentType.utf8)[...])
        guard let bytes = parameters["boundary"] else { return nil }
        let isPlain = bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
        guard (1...70).contains(bytes.count), isPlain, bytes.last != 0x20 else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// Finds the parts of an upload, block by block.
private struct BoundaryScan {
    private let spool: Spool
    /// With the two dashes.
    private let boundary: [UInt8]
    private static let block = 256 << 10
    /// More parts than any form of ours has.
    private static let most = 64
    /// More lines that only begin like a boundary than any list of ours has.
    private static let mostAlike = 10_000
    /// Spaces may stand behind a boundary; more than these don't.
    private static let padding = 64

    init(_ spool: Spool, boundary: [UInt8]) {
        self.spool = spool
        self.boundary = boundary
    }

    /// A line that is a boundary.
    private struct Line {
        /// Where the content before it ends: its line end belongs to the boundary.
        let end: Int
        /// Where what is behind it begins; nil for the last.
        let next: Int?
    }

    /// Each part with its header, in order.
    func parts() throws -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        var isWhole = false
        try eachLine { line in
            if let start {
                guard start <= line.end, parts.count < Self.most else { throw Problem.badUpload(.malformed) }
                parts.append(start..<line.end)
            }
            start = line.next
            isWhole = line.next == nil
            return !isWhole
        }
        guard isWhole else { throw Problem.badUpload(.malformed) }
        return parts
    }

    private func eachLine(_ body: (Line) throws -> Bool) throws {
        var offset = 0
        /// The line end of the first boundary is that of all.
        var isBare: Bool?
        var alike = 0
        if let line = try line(at: 0, end: 0, &isBare), try !body(line) { return }
        while offset < spool.count {
            let block = try spool.bytes(at: offset, Self.block)
            let span = block.span, wanted = boundary.span
            var index = 0
            while index + wanted.count < span.count {
                if span[index] == 0x0A {
                    var length = 0
                    while length < wanted.count, span[index + 1 + length] == wanted[length] { length += 1 }
                    if length == wanted.count {
                        alike += 1
                        guard alike <= Self.mostAlike else { throw Problem.badUpload(.malformed) }
                        let place = offset + index
                        let hasReturn = try place > 0 && spool.bytes(at: place - 1, 1) == [0x0D]
                        if isBare == true || hasReturn || isBare == nil,
                            let line = try line(
                                at: place + 1, end: isBare != true && hasReturn ? place - 1 : place, &isBare),
                            try !body(line)
                        {
                            return
                        }
                    }
                }
                index += 1
            }
            guard block.count == Self.block else { break }
            offset += Self.block - boundary.count
        }
    }

    /// The boundary at an offset; nil where the line goes on, and so is one of the content.
    private func line(at offset: Int, end: Int, _ isBare: inout Bool?) throws -> Line? {
        let bytes = try spool.bytes(at: offset, boundary.count + Self.padding)
        guard bytes.starts(with: boundary) else { return nil }
        let rest = bytes[boundary.count...]
        if rest.starts(with: [0x2D, 0x2D]) { return Line(end: end, next: nil) }
        let behind = rest.drop { $0 == 0x20 || $0 == 0x09 }
        let hasReturn = behind.starts(with: [0x0D, 0x0A])
        guard hasReturn || (behind.first == 0x0A && isBare != false) else { return nil }
        if isBare == nil { isBare = !hasReturn }
        return Line(end: end, next: offset + behind.startIndex + (hasReturn ? 2 : 1))
    }
}
