#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import TabularText

/// The merged ranges of a sheet. They stand behind its rows, so the sheet is run through once for them before its rows
/// are read; the checksum of all of it is proven on the way.
struct MergedCells {
    struct Range: Hashable {
        let column: Int
        let lastColumn: Int
        let firstRow: Int
        let lastRow: Int
    }

    /// Those of more than one row, by their first row.
    private(set) var ranges: [Range] = []
    /// All of them, as the sheet has them.
    private(set) var all: [Range] = []
    /// Those that are no higher than a header.
    private(set) var spans: [HeaderRows.Span] = []
    /// So many of them are held: a list has few, but merged cells beside its rows may be many.
    private static let mostSpans = 4096
    /// More are no list of parcels.
    static let most = 1_000_000

    init(_ part: ZipPart) throws {
        let handler = Handler()
        // The last bytes of the piece before, in which the end of the rows may have begun.
        var window: [UInt8] = []
        var stream: XMLStream?
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while true {
                let count = try part.read(into: buffer)
                let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                if let stream {
                    try stream.feed(piece, isLast: count == 0)
                } else {
                    window.append(contentsOf: piece)
                    if let (prefix, end) = Self.endOfRows(window) {
                        let rest = XMLStream(part.name, handler)
                        try Array("<\(prefix)worksheet>".utf8).withUnsafeBytes { try rest.feed($0) }
                        try window[end...].withUnsafeBytes { try rest.feed($0) }
                        stream = rest
                    } else {
                        window.removeFirst(max(window.count - 64, 0))
                    }
                }
                if count == 0 { break }
            }
        }
        all = handler.ranges
        ranges = all.filter { $0.firstRow < $0.lastRow }.sorted { $0.firstRow < $1.firstRow }
        let low = all.lazy.filter { $0.column <= $0.lastColumn && $0.lastRow - $0.firstRow < HeaderRows.height }
        spans = low.prefix(Self.mostSpans).map {
            HeaderRows.Span(columns: $0.column...$0.lastColumn, rows: $0.firstRow...$0.lastRow)
        }
    }

    /// Where `</sheetData>` ends, and the prefix of its name (`x:` or nothing). Nil where it is not there.
    private static func endOfRows(_ bytes: [UInt8]) -> (prefix: String, end: Int)? {
        let wanted = Array("sheetData>".utf8)
        return bytes.withUnsafeBytes { bytes in
            var from = 0
            // The one rare letter of it, and so the quickest to look for.
            while from < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + from, 0x44, bytes.count - from)
            {
                let letter = base.distance(to: UnsafeRawPointer(found))
                from = letter + 1
                let start = letter - 5
                guard start >= 2, start + wanted.count <= bytes.count,
                    bytes[start..<start + wanted.count].elementsEqual(wanted)
                else { continue }
                var open = start
                while open > 0, start - open < 32, bytes[open - 1] != 0x2F { open -= 1 }
                guard open >= 2, bytes[open - 1] == 0x2F, bytes[open - 2] == 0x3C else { continue }
                let prefix = String(decoding: bytes[open..<start], as: UTF8.self)
                if prefix.isEmpty || prefix.hasSuffix(":") { return (prefix, start + wanted.count) }
            }
            return nil
        }
    }

    private final class Handler: XMLHandling {
        var ranges: [Range] = []

        func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
            guard name == "mergeCell", let text = attributes["ref"] else { return }
            let corners = text.split(separator: 0x3A).map { CellReference($0) }
            guard corners.count == 2, let first = corners[0], let last = corners[1], first.row <= last.row,
                first.column <= last.column, ranges.count < MergedCells.most
            else {
                if corners.count == 1, corners[0] != nil { return }
                throw WorkbookFault.reference(String(decoding: text, as: UTF8.self)).error
            }
            ranges.append(
                Range(column: first.column, lastColumn: last.column, firstRow: first.row, lastRow: last.row))
        }

        func end(_ name: XMLName) {}
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
}
