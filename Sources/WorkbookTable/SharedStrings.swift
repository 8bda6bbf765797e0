import TabularText

/// The texts that cells refer to by number, in one array.
final class SharedStrings: XMLHandling {
    /// Bytes of the part: what is held of it is less.
    static let limit = 96 << 20
    static let maximumCount = 5_000_000

    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var depthOfPhonetic = 0
    private var inText = false
    private var inItem = false

    init() {}

    init(_ archive: ZipArchive) throws {
        guard archive.has(WorkbookParts.strings) else { return }
        // No more than it says it is, so that the array is not copied as it grows.
        bytes.reserveCapacity(min(archive.size(of: WorkbookParts.strings), Self.limit) / 2)
        try XMLStream.read(try archive.open(WorkbookParts.strings, limit: Self.limit), self)
    }

    var count: Int { ends.count }

    func withText<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[start..<Int(ends[index])])) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if name == "si" {
            inItem = true
            guard ends.count < Self.maximumCount else { throw WorkbookFault.tooManyCells.error }
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
            let start = ends.last.map(Int.init) ?? 0
            guard bytes.count - start <= CellText.longest else {
                throw WorkbookFault.cellTooLong("\(WorkbookParts.strings) \(ends.count)").error
            }
            ends.append(UInt32(bytes.count))
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) { if inText { bytes.append(contentsOf: piece) } }
}
