extension ListFormat {
    /// How many bytes a caller should read before asking.
    public static let sampleSize = 1 << 20

    /// Finds encoding and delimiter: a byte-order mark decides, else strict UTF-8, else strict GB18030. The caller can
    /// give either.
    ///
    /// - Parameters:
    ///   - sample: the list's first `sampleSize` bytes, or all of it.
    ///   - isWhole: the sample is the whole list.
    public static func detect(
        sample: [UInt8], isWhole: Bool, encoding told: TextEncoding? = nil, delimiter: Delimiter? = nil
    ) throws(FormatError) -> ListFormat {
        guard !sample.isEmpty else { throw .empty }
        let marked = try markedEncoding(of: sample)
        if let told, let marked, told != marked { throw .otherByteOrderMark(found: marked, told: told) }
        let known = marked ?? told
        let encoding = if let known { known } else { try strictEncoding(of: sample, isWhole: isWhole) }
        var prologue = marked.map(\.byteOrderMark) ?? []
        while marked != nil, sample[prologue.count...].starts(with: encoding.byteOrderMark) {
            prologue += encoding.byteOrderMark
        }
        let separator = try SeparatorLine(sample: sample, from: prologue.count, encoding: encoding)
        if let separator { prologue = Array(sample[..<separator.end]) }
        // Some programs write a mark before text that has one.
        while marked != nil || separator != nil, sample[prologue.count...].starts(with: encoding.byteOrderMark) {
            prologue += encoding.byteOrderMark
        }
        guard prologue.count < sample.count else { throw .empty }
        func format(_ delimiter: Delimiter) -> ListFormat {
            ListFormat(
                encoding: encoding, delimiter: delimiter, prologue: prologue,
                prologueLines: separator == nil ? 0 : 1,
                isASCII: !encoding.isUTF16 && !sample.contains { $0 >= 0x80 })
        }
        if let delimiter = delimiter ?? separator?.delimiter { return format(delimiter) }
        return format(try DelimiterGuess(sample: sample, format: format).delimiter())
    }

    /// The encoding of a whole text: its byte-order mark decides, else strict UTF-8, else strict GB18030.
    public static func encoding(ofText text: [UInt8]) throws(FormatError) -> TextEncoding {
        guard !text.isEmpty else { throw .empty }
        if let marked = try markedEncoding(of: text) { return marked }
        return try strictEncoding(of: text, isWhole: true)
    }

    private static func markedEncoding(of sample: [UInt8]) throws(FormatError) -> TextEncoding? {
        if sample.starts(with: [0xFF, 0xFE, 0, 0]) || sample.starts(with: [0, 0, 0xFE, 0xFF]) { throw .utf32 }
        return TextEncoding.allCases.first { sample.starts(with: $0.byteOrderMark) }
    }

    private static func strictEncoding(of sample: [UInt8], isWhole: Bool) throws(FormatError) -> TextEncoding {
        var zeros = 0
        for byte in sample where byte == 0 { zeros += 1 }
        guard zeros * 4 < sample.count else { throw .notText }
        let utf8 = firstFault(in: sample, isWhole: isWhole, UTF8Check.length)
        guard let utf8 else { return .utf8 }
        guard zeros < 2 || !isUTF16WithoutMark(sample) else { throw .notText }
        let gb18030 = firstFault(in: sample, isWhole: isWhole, GB18030Check.length)
        guard let gb18030 else { return .gb18030 }
        throw .undecodable(utf8Offset: utf8, gb18030Offset: gb18030)
    }

    /// Whether this is text in UTF-16 that lacks its mark: its NUL bytes all have even places, or all odd ones, but for those
    /// of ideographs such as 一 (U+4E00) and of the ideographic space (U+3000); and one of them makes a line end with the byte
    /// beside it. Asked only of what is no UTF-8; a stray NUL byte in a list is a fault of its row.
    private static func isUTF16WithoutMark(_ sample: [UInt8]) -> Bool {
        let zeros = sample.indices.filter { sample[$0] == 0 }
        func other(_ zero: Int) -> UInt8 { sample.indices.contains(zero ^ 1) ? sample[zero ^ 1] : 0 }
        return [0, 1].contains { high in
            var hasLineEnd = false
            for zero in zeros {
                switch other(zero) {
                case 0x0A, 0x0D: hasLineEnd = hasLineEnd || zero % 2 == high
                case 0x30, 0x4E...0x9F: continue
                default: break
                }
                guard zero % 2 == high else { return false }
            }
            return hasLineEnd
        }
    }

    /// The sample may cut its last character in two where the list continues.
    private static func firstFault(
        in sample: [UInt8], isWhole: Bool, _ length: (RawSpan, Int, Int) -> Int
    ) -> Int? {
        let bytes = sample.span.bytes
        var position = 0
        while position < sample.count {
            let step = length(bytes, position, sample.count)
            guard step > 0 else { return !isWhole && position + 4 > sample.count ? nil : position }
            position += step
        }
        return nil
    }
}

/// `sep=;`, the line Excel reads before a header.
private struct SeparatorLine {
    let delimiter: Delimiter
    /// One behind its line end, in the sample.
    let end: Int

    init?(sample: [UInt8], from start: Int, encoding: TextEncoding) throws(FormatError) {
        let width = encoding.isUTF16 ? 2 : 1
        let low = encoding == .utf16BigEndian ? 1 : 0
        func ascii(_ index: Int) -> UInt8? {
            let position = start + index * width
            guard position + width <= sample.count else { return nil }
            if width == 2, sample[position + 1 - low] != 0 { return nil }
            return sample[position + low]
        }
        let word: [UInt8] = [0x73, 0x65, 0x70, 0x3D]
        guard (0..<4).allSatisfy({ index in ascii(index).map { $0 | 0x20 } == word[index] | 0x20 }) else { return nil }
        var length = 4
        while let unit = Self.unit(sample, start + length * width, width), unit != 0x0A, unit != 0x0D { length += 1 }
        let range = (start + 4 * width)..<min(start + length * width, sample.count)
        let name = Self.text(Array(sample[range]), encoding)
        guard let delimiter = Delimiter(rawValue: name) else { throw .unknownSeparator(name) }
        let isPair = ascii(length) == 0x0D && ascii(length + 1) == 0x0A
        self.delimiter = delimiter
        end = min(start + (length + (isPair ? 2 : 1)) * width, sample.count)
    }

    /// The byte at `position` if it is ASCII, 1 for anything else, nil at the end.
    private static func unit(_ sample: [UInt8], _ position: Int, _ width: Int) -> UInt8? {
        guard position + width <= sample.count else { return nil }
        if width == 1 { return sample[position] }
        let (first, second) = (sample[position], sample[position + 1])
        return first == 0 ? second : second == 0 ? first : 1
    }

    private static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
        var utf8 = bytes
        if encoding == .gb18030 { utf8 = GB18030.decode(bytes) ?? bytes }
        if encoding.isUTF16 {
            var transcoder = UTF16Transcoder(isLittleEndian: encoding == .utf16LittleEndian)
            utf8 = [UInt8](repeating: 0, count: UTF16Transcoder.room(for: bytes.count))
            utf8.removeLast(utf8.count - transcoder.transcode(bytes[...], into: &utf8, at: 0))
        }
        return String(validating: utf8, as: UTF8.self) ?? ""
    }
}

/// Which delimiter the first records are written with.
private struct DelimiterGuess {
    let sample: [UInt8]
    let format: (Delimiter) -> ListFormat

    /// The only one that cuts the header; among several the only one that cuts the first rows into as many fields as
    /// the header. One column and nothing to cut is a comma list.
    func delimiter() throws(FormatError) -> Delimiter {
        let all = Delimiter.allCases.map { ($0, fieldCounts($0)) }
        let counts = all.filter { ($0.1.first ?? 0) > 1 }
        guard counts.count > 1 else {
            let below = all.filter { Self.cutsBelowTitles($0.1) }
            let isEven = counts.first.map { first in first.1.allSatisfy { $0 == first.1[0] } } ?? false
            return !isEven && below.count == 1 ? below[0].0 : counts.first?.0 ?? .comma
        }
        let even = counts.filter { candidate in candidate.1.allSatisfy { $0 == candidate.1[0] } }
        guard even.count == 1 else {
            throw .delimiterUnclear(counts.map { DelimiterCount(delimiter: $0.0, columns: $0.1[0]) })
        }
        return even[0].0
    }

    /// Whether the first record is a title that it does not cut, or not as it cuts the header and the rows, which have one
    /// number of fields.
    private static func cutsBelowTitles(_ counts: [Int]) -> Bool {
        guard let first = counts.indices.prefix(31).dropFirst().first(where: { counts[$0] > 1 && counts[0] == 1 })
        else {
            return false
        }
        return counts.count > first + 1 && counts[(first + 1)...].allSatisfy { $0 == counts[first] }
    }

    /// Numbers of fields of the header and up to 100 rows behind it.
    private func fieldCounts(_ delimiter: Delimiter) -> [Int] {
        var block = RecordBlock()
        var reader = RecordReader(format: format(delimiter), sample: sample, chunk: 1 << 16)
        reader.next(&block) { _ in 0 }
        return block.entries[..<min(block.recordCount, 101)].map { Int($0.fieldCount) }
    }
}
