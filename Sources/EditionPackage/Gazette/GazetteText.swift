public import SystemPackage

/// The text of a gazette, or of one document, as a converter or a person saved it: UTF-8, table cells apart by tabs.
public struct GazetteText: Hashable, Sendable {
    let lines: [SourceLine]
    /// False where the text stops without a line end, as a file that was cut short does.
    let endsWithLineEnd: Bool

    /// 64 MiB; the whole gazette of a county is under one.
    public static let largestFile = 64 << 20

    /// Throws `GazetteError` for bytes that are not UTF-8 text.
    public init(_ bytes: [UInt8]) throws(GazetteError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw GazetteError(line: Self.firstBadLine(bytes), .notUTF8)
        }
        var lines: [SourceLine] = []
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        for (index, slice) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard !slice.contains(0) else { throw GazetteError(line: index + 1, .notText) }
            // Validated above as a whole and cut only at line feeds.
            let text = String(decoding: slice.last == 0x0D ? slice.dropLast() : slice, as: UTF8.self)
            lines.append(SourceLine(number: index + 1, text: text))
        }
        endsWithLineEnd = body.isEmpty || body.last == 0x0A
        if endsWithLineEnd { lines.removeLast() }
        self.lines = lines
    }

    public init(file: FilePath) throws(GazetteError) {
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try RegularFile.read(file, limit: Self.largestFile, followingLinks: true)
        } catch {
            switch error {
            case .system(let errno): throw GazetteError(line: nil, .unreadable(errno.description))
            case .notRegular: throw GazetteError(line: nil, .notRegularFile)
            case .tooLarge: throw GazetteError(line: nil, .tooLarge(limit: Self.largestFile))
            }
        }
        try self.init(bytes)
    }

    private static func firstBadLine(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}

/// One line of the text.
struct SourceLine: Hashable, Sendable {
    /// From 1.
    let number: Int
    let text: String

    /// Without spaces and without the asterisks some converters put around bold text: they carry no meaning between
    /// Chinese characters.
    var compact: String { compacted(text) }

    var isBlank: Bool { text.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

    /// A line with tabs is a row of a table.
    var isRow: Bool { text.utf8.contains(0x09) }

    /// The cells of a row, outer spaces gone.
    var cells: [String] {
        text.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
            let scalars = Array(cell.unicodeScalars)
            let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
            let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? -1
            var text = String.UnicodeScalarView()
            if first <= last { text.append(contentsOf: scalars[first...last]) }
            return String(text)
        }
    }
}

func compacted(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "*" { out.append(scalar) }
    return String(out)
}
