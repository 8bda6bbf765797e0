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
        private let first: UInt32
        private let last: UInt32
        private let left: UInt16
        private let right: UInt16

        /// What a `CellReference` allows: it fits.
        init(_ first: CellReference, _ last: CellReference) {
            (self.first, self.last) = (UInt32(first.row), UInt32(last.row))
            (left, right) = (UInt16(first.column), UInt16(last.column))
        }

        var column: Int { Int(left) }
        var lastColumn: Int { Int(right) }
        var firstRow: Int { Int(first) }
        var lastRow: Int { Int(last) }
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
    static let most = 500_000

    /// - Parameter open: opens the sheet's part at its beginning.
    init(_ open: () throws -> ZipPart) throws {
        let handler = Handler()
        if try !Self.readEnd(of: try open(), handler) {
            // Not written as nearly all are: all of it is read as XML.
            handler.ranges.removeAll()
            try XMLStream.read(try open(), handler, isOneNamespace: true)
        }
        all = handler.ranges
        ranges = all.filter { $0.firstRow < $0.lastRow }
        ranges.sort { $0.firstRow < $1.firstRow }
        let low = all.lazy.filter { $0.column <= $0.lastColumn && $0.lastRow - $0.firstRow < HeaderRows.height }
        spans = low.prefix(Self.mostSpans).map {
            HeaderRows.Span(columns: $0.column...$0.lastColumn, rows: $0.firstRow...$0.lastRow)
        }
    }

    /// Reads what follows the rows, which are passed over as bytes.
    ///
    /// - Returns: false where the end of the rows is not found so, or where no XML follows it.
    private static func readEnd(of part: ZipPart, _ handler: Handler) throws -> Bool {
        // The last bytes of the piece before, in which the end of the rows may have begun.
        var window: [UInt8] = []
        var stream: XMLStream?
        var isXML = true
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while true {
                let count = try part.read(into: buffer)
                let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                if let stream {
                    isXML = isXML && Self.isFed { try stream.feed(piece, isLast: count == 0) }
                } else {
                    window.append(contentsOf: piece)
                    if let (prefix, end) = Self.endOfRows(window) {
                        let rest = XMLStream(part.name, handler, isOneNamespace: true)
                        isXML = Self.isFed {
                            try Array("<\(prefix)worksheet>".utf8).withUnsafeBytes { try rest.feed($0) }
                            try window[end...].withUnsafeBytes { try rest.feed($0) }
                        }
                        stream = rest
                    } else {
                        window.removeFirst(max(window.count - 64, 0))
                    }
                }
                if count == 0 { break }
            }
        }
        return stream != nil && isXML
    }

    private static func isFed(_ feed: () throws -> Void) -> Bool {
        do {
            try feed()
            return true
        } catch { return false }
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
                // The bytes of a name: `</x:cols><x:sheetData>` is no end of rows.
                while open > 0, start - open < 32, isName(bytes[open - 1]) { open -= 1 }
                guard open >= 2, bytes[open - 1] == 0x2F, bytes[open - 2] == 0x3C else { continue }
                let prefix = String(decoding: bytes[open..<start], as: UTF8.self)
                if prefix.isEmpty || prefix.hasSuffix(":") { return (prefix, start + wanted.count) }
            }
            return nil
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...0xFF: true
        default: false
        }
    }

    private final class Handler: XMLHandling {
        var ranges: [Range] = []

        func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
            guard name == "mergeCell", let text = attributes["ref"] else { return }
            if CellReference(text) != nil { return }  // a range of one cell
            guard let (first, last) = CellReference.corners(text) else {
                throw WorkbookFault.reference(String(decoding: text, as: UTF8.self)).error
            }
            guard ranges.count < MergedCells.most else { throw WorkbookFault.tooManyMerges.error }
            ranges.append(Range(first, last))
        }

        func end(_ name: XMLName) {}
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
}
