import TabularText

/// The texts that cells refer to by number.
final class SharedStrings: XMLHandling {
    /// Bytes of the part; and of the texts in it, which are held.
    static let limit = 96 << 20
    static let mostText = 48 << 20
    static let maximumCount = 4_000_000

    private var bytes = ChunkedArray<UInt8>()
    /// Where each text ends: `mostText` fits.
    private var ends = ChunkedArray<UInt32>()
    private var depthOfPhonetic = 0
    private var inText = false
    private var inItem = false
    private var text: [UInt8] = []

    init() {}

    init(_ archive: ZipArchive) throws {
        guard archive.has(WorkbookParts.strings) else { return }
        try XMLStream.read(try archive.open(WorkbookParts.strings, limit: Self.limit), self, isOneNamespace: true)
    }

    var count: Int { ends.count }

    /// Nil where there is none of this number.
    subscript(index: Int) -> [UInt8]? {
        guard index >= 0, index < ends.count else { return nil }
        return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if name == "si" {
            inItem = true
            guard ends.count < Self.maximumCount else { throw WorkbookFault.tooMuchText.error }
        } else if name == "rPh" {
            depthOfPhonetic += 1
        } else if name == "t" {
            inText = inItem && depthOfPhonetic == 0
        }
    }

    func end(_ name: XMLName) throws {
        if name == "t" {
            inText = false
        } else if name == "rPh" {
            depthOfPhonetic -= 1
        } else if name == "si" {
            inItem = false
            guard bytes.count + text.count <= Self.mostText else { throw WorkbookFault.tooMuchText.error }
            bytes.append(text)
            ends.append([UInt32(bytes.count)])
            text.removeAll(keepingCapacity: true)
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
        guard inText else { return }
        guard text.count + piece.count <= CellText.longest else {
            throw WorkbookFault.cellTooLong("\(WorkbookParts.strings) \(ends.count)").error
        }
        text.append(contentsOf: piece)
    }
}

/// An array in pieces: to grow it copies nothing, so it is never there twice.
struct ChunkedArray<Element> {
    private static var size: Int { 1 << 16 }
    private var chunks: [[Element]] = []
    private(set) var count = 0

    mutating func append(_ elements: [Element]) {
        var rest = elements[...]
        while !rest.isEmpty {
            if count == chunks.count * Self.size {
                chunks.append([])
                chunks[chunks.count - 1].reserveCapacity(Self.size)
            }
            let taken = rest.prefix(chunks.count * Self.size - count)
            chunks[chunks.count - 1].append(contentsOf: taken)
            count += taken.count
            rest = rest.dropFirst(taken.count)
        }
    }

    subscript(index: Int) -> Element { chunks[index / Self.size][index % Self.size] }

    subscript(range: Range<Int>) -> [Element] {
        guard !range.isEmpty else { return [] }
        let (first, last) = (range.lowerBound / Self.size, (range.upperBound - 1) / Self.size)
        if first == last {
            return Array(chunks[first][(range.lowerBound % Self.size)...((range.upperBound - 1) % Self.size)])
        }
        var elements: [Element] = []
        elements.reserveCapacity(range.count)
        for chunk in first...last {
            let start = chunk == first ? range.lowerBound % Self.size : 0
            let end = chunk == last ? (range.upperBound - 1) % Self.size + 1 : Self.size
            elements.append(contentsOf: chunks[chunk][start..<end])
        }
        return elements
    }
}
