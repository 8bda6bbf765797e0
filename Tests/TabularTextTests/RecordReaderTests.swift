import Testing

@testable import FuzzChecks

@testable import TabularText

/// xorshift64*: the same inputs on every run.
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

@Suite struct RecordReaderTests {
    private func format(_ delimiter: Delimiter = .comma, _ encoding: TextEncoding = .utf8) -> ListFormat {
        ListFormat(encoding: encoding, delimiter: delimiter)
    }

    /// Where contents are compared, a faulty record's are not: nobody reads them.
    private func comparable(_ result: ReadResult) -> ReadResult {
        var result = result
        for index in result.records.indices where result.records[index].fault != nil {
            result.records[index].contents = []
        }
        return result
    }

    @Test(arguments: Delimiter.allCases, [TextEncoding.utf8, .gb18030])
    func `agrees with the slow reader on random bytes, whatever the chunk size`(
        delimiter: Delimiter, encoding: TextEncoding
    ) {
        let format = format(delimiter, encoding)
        let comma = delimiter.bytes(in: encoding)
        let village = encoding.bytes(of: "村"), rare = encoding.bytes(of: "𠮷")
        let pieces: [[UInt8]] = [
            comma, comma, comma, [0x22], [0x22], [0x22, 0x22], [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x61, 0x62],
            village, village, rare, [0x20], [0x3B], [0x2C], [0x09], [0], [0xFF], [0x81], [0xA3], [0xAC], [0xEF, 0xBC],
            [0x30], [0x40], comma + [0x22], [0x22] + comma,
        ]
        var random = FixedRandom(state: 0x1234_5678 + UInt64(comma[0]) * 7 + (encoding == .utf8 ? 1 : 0))
        var block = RecordBlock()
        for round in 0..<400 {
            var bytes: [UInt8] = []
            // The last eight pieces but two are faults: leave them out of half of the rounds.
            let kinds = round % 2 == 0 ? pieces.count : 15
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                bytes += pieces[Int.random(in: 0..<kinds, using: &random)]
            }
            let expected = comparable(SlowReader(bytes, format: format).read())
            for chunk in Array(1...9) + [13, 64, 1000] {
                let sample = round % 3 == 0 ? Int.random(in: 0...bytes.count, using: &random) : 0
                let found = comparable(
                    fastRead(bytes, format: format, chunk: chunk, sample: sample, block: &block))
                guard found == expected else {
                    Issue.record("chunk \(chunk), \(bytes):\n\(found)\nexpected\n\(expected)")
                    return
                }
            }
        }
    }

    @Test func `gives every byte back in order`() {
        let text = "a,村\r\n\"x\ny\",\"\"\"\"\r\r\n,\n\nlast"
        for chunk in 1...30 {
            let result = fastRead(Array(text.utf8), format: format(), chunk: chunk)
            #expect(result.records.flatMap(\.bytes) == Array(text.utf8))
            #expect(result.records.map(\.line) == [1, 2, 4, 5, 6, 7])
            #expect(result.records.map(\.row) == Array(0..<6))
        }
    }

    @Test func `more rows and fields than there were places for at first are all found`() {
        let line = Array(repeating: "1", count: 900).joined(separator: ",") + "\n"
        let text = String(repeating: line, count: 40) + String(repeating: "\n", count: 6_000)
        let result = fastRead(Array(text.utf8), format: format(), chunk: 1 << 16)
        #expect(result.records.count == 6_040)
        #expect(result.records[..<40].allSatisfy { $0.fields.count == 900 })
        #expect(result.records[40...].allSatisfy { $0.fields == [[]] })
    }

    @Test func `a row of 1025 columns is at fault and the others are not`() {
        let text = "a\n" + String(repeating: ",", count: 1023) + "\n" + String(repeating: ",", count: 1024) + "\nb\n"
        for delimiter in ["，", ","] {
            let bytes = Array(String(text.map { $0 == "," ? Character(delimiter) : $0 }).utf8)
            let format = format(delimiter == "," ? .comma : .fullWidthComma)
            let result = fastRead(bytes, format: format, chunk: 999)
            let agrees = comparable(result) == comparable(SlowReader(bytes, format: format).read())
            #expect(agrees)
            #expect(result.records.map(\.fields.count) == [1, 1024, 1024, 1])
            #expect(result.records.map { $0.fault?.fault } == [nil, nil, .tooManyColumns, nil])
        }
    }

    @Test(arguments: [1000, 1 << 18, 1 << 22])
    func `a record of 1 MiB is read, one byte more stops the reading`(chunk: Int) {
        let most = [UInt8](repeating: 0x61, count: RecordBlock.maximumRecord)
        for end in ["\r\n", ""] {
            let fine = fastRead(Array("h\n".utf8) + most + Array(end.utf8), format: format(), chunk: chunk)
            #expect(fine.records.count == 2)
            #expect(fine.ending == .finished)
            let long = fastRead(Array("h\n".utf8) + most + Array("a\(end)".utf8), format: format(), chunk: chunk)
            #expect(long.records.count == 1)
            #expect(long.ending == .stopped(.recordTooLong(row: 1, line: 2, offset: 2, quote: nil)))
        }
    }

    @Test(arguments: [1000, 1 << 18, 1 << 22])
    func `a quote that is never closed stops the reading and says where it opened`(chunk: Int) {
        var text = "a,b\n1,2\n\"x\ny\",\"open\n"
        let quote = QuotePlace(line: 4, column: 2, offset: 14)
        let short = fastRead(Array(text.utf8), format: format(), chunk: chunk)
        #expect(short.records.count == 2)
        #expect(short.ending == .stopped(.unclosedQuote(row: 2, quote: quote)))
        text += String(repeating: "1,2\n", count: 300_000)
        let long = fastRead(Array(text.utf8), format: format(), chunk: chunk)
        #expect(long.records.count == 2)
        #expect(long.ending == .stopped(.recordTooLong(row: 2, line: 3, offset: 8, quote: quote)))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a thousand rows in blocks have the numbers and lines they have in one`(end: String) {
        let text = (0..<1000).map { "\($0),\"a\(end)b\"\(end)" }.joined()
        let result = fastRead(Array(text.utf8), format: format(), chunk: 100)
        #expect(result.records.map(\.row) == Array(0..<1000))
        #expect(result.records.map(\.line) == (0..<1000).map { 1 + 2 * $0 })
    }

    @Test func `rethrows what the closure throws`() {
        struct Broken: Error {}
        var reader = RecordReader(format: format(), sample: [])
        var block = RecordBlock()
        #expect(throws: Broken.self) { try reader.next(&block) { _ throws(Broken) in throw Broken() } }
    }
}
