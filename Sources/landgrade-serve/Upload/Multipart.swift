import LookupService

/// A `multipart/form-data` upload (RFC 7578), taken apart in place: where the list stands in it, and the short fields.
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
        let scan = BoundaryScan(spool, delimiter: Array("\r\n--\(boundary)".utf8))
        let starts = try scan.positions()
        // The first has no line end in front of it: its position is -2. Behind the last stands "--".
        guard starts.first == -2, starts.count >= 2,
            try scan.text(at: starts[starts.count - 1] + scan.length, 2) == "--"
        else { throw Problem.badUpload(.malformed) }
        var list: Range<Int>?
        var fields: [(name: String, value: String)] = []
        for (start, end) in zip(starts, starts.dropFirst()) {
            let head = start + scan.length
            let text = try scan.text(at: head, min(Self.shortLimit, end - head)) ?? ""
            guard text.utf8.starts(with: "\r\n".utf8), let blank = Self.blankLine(text) else {
                throw Problem.badUpload(.malformed)
            }
            let content = head + blank..<end
            guard content.lowerBound <= content.upperBound, let name = Self.name(text.utf8.prefix(blank)) else {
                throw Problem.badUpload(.malformed)
            }
            if name == "list" {
                guard list == nil else { throw Problem.badUpload(.twoFiles) }
                list = content
            } else {
                guard known.contains(name) else { throw Problem.badUpload(.unknownField(name)) }
                guard content.count <= Self.shortLimit else { throw Problem.badUpload(.fieldTooLong(name)) }
                guard let value = try scan.text(at: content.lowerBound, content.count) else {
                    throw Problem.badEncoding
                }
                fields.append((name, value))
            }
        }
        guard let list else { throw Problem.badUpload(.noFile) }
        self.list = list
        self.fields = fields
    }

    /// 1 to 70 characters that need no escape anywhere.
    private static func boundary(_ contentType: String) -> String? {
        for part in contentType.split(separator: ";").dropFirst() {
            let part = part.drop { $0 == " " }
            guard part.lowercased().hasPrefix("boundary=") else { continue }
            var text = part.dropFirst("boundary=".count)
            while text.last == " " { text = text.dropLast() }
            if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
            let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
            return (1...70).contains(text.utf8.count) && isPlain ? String(text) : nil
        }
        return nil
    }

    /// Where a part's content begins, behind its header.
    private static func blankLine(_ text: String) -> Int? {
        let bytes = Array(text.utf8), mark = Array("\r\n\r\n".utf8)
        return bytes.indices.first { bytes[$0...].starts(with: mark) }.map { $0 + mark.count }
    }

    /// `Content-Disposition: form-data; name="list"; filename="…"`: the file's name is nothing to us.
    private static func name(_ head: some Collection<UInt8>) -> String? {
        for line in String(decoding: Array(head), as: UTF8.self).split(separator: "\r\n") {
            let lower = line.lowercased()
            guard lower.hasPrefix("content-disposition:"), lower.contains("form-data") else { continue }
            for part in line.split(separator: ";").dropFirst() {
                let part = part.drop { $0 == " " }
                guard part.hasPrefix("name=\""), part.hasSuffix("\""), part.count > 7 else { continue }
                return String(part.dropFirst(6).dropLast())
            }
        }
        return nil
    }
}

/// Finds a delimiter in a spool, block by block.
private struct BoundaryScan {
    private let spool: Spool
    private let delimiter: [UInt8]
    private static let block = 256 << 10
    /// More parts than any form of ours has.
    private static let most = 64

    init(_ spool: Spool, delimiter: [UInt8]) {
        self.spool = spool
        self.delimiter = delimiter
    }

    var length: Int { delimiter.count }

    /// Where each delimiter begins; -2 for one at the very beginning, whose line end is the end of the request's header.
    func positions() throws -> [Int] {
        var found: [Int] = []
        if try bytes(at: 0, delimiter.count - 2).elementsEqual(delimiter.dropFirst(2)) { found.append(-2) }
        var offset = 0
        while offset < spool.count {
            let block = try bytes(at: offset, Self.block)
            let span = block.span, wanted = delimiter.span
            var index = 0
            while index + wanted.count <= span.count {
                if span[index] == 0x0D {
                    var length = 1
                    while length < wanted.count, span[index + length] == wanted[length] { length += 1 }
                    if length == wanted.count {
                        found.append(offset + index)
                        guard found.count <= Self.most else { throw Problem.badUpload(.malformed) }
                    }
                }
                index += 1
            }
            guard block.count == Self.block else { break }
            offset += Self.block - (delimiter.count - 1)
        }
        return found
    }

    private func bytes(at offset: Int, _ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let more = try bytes.withUnsafeMutableBytes { buffer in
                try spool.read(at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            }
            guard more > 0 else { break }
            filled += more
        }
        return Array(bytes[..<filled])
    }

    /// Nil where the bytes are no UTF-8 or end early.
    func text(at offset: Int, _ count: Int) throws -> String? {
        let bytes = try bytes(at: offset, count)
        // A part's header is short, and the content cut off behind it may end inside a character.
        guard bytes.count == count else { return nil }
        return String(validating: bytes, as: UTF8.self) ?? headerText(bytes)
    }

    /// The bytes up to the blank line, where those are text.
    private func headerText(_ bytes: [UInt8]) -> String? {
        let mark = Array("\r\n\r\n".utf8)
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return nil }
        return String(validating: bytes[..<(end + mark.count)], as: UTF8.self)
    }
}
