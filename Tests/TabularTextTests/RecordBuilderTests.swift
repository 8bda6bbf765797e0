import SystemSupport
import TabularText
import Testing

/// Cells of every length, put into records and taken out again.
@Suite struct RecordBuilderTests {
    /// As a slow writer quotes them.
    private func written(_ cell: [UInt8]) -> [UInt8] {
        guard cell.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
        return [0x22] + cell.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
    }

    @Test func `cells of every length with any byte anywhere`() throws {
        var cells: [[UInt8]] = [[]]
        for length in 1...40 {
            let plain = (0..<length).map { UInt8(0x2D + ($0 * 37 + length) % 0xD0) }
            cells.append(plain)
            for place in 0..<length {
                for byte: UInt8 in [0x00, 0x0A, 0x0D, 0x20, 0x22, 0x2B, 0x2C, 0x2D, 0x80, 0xFF] {
                    var cell = plain
                    cell[place] = byte
                    cells.append(cell)
                }
            }
        }
        var builder = RecordBuilder(format: .records(in: .utf8))
        var block = RecordBlock()
        // Twice, so that the second time a used block's room is written to.
        for turn in 1...2 {
            builder.begin(firstRow: turn)
            for cell in cells {
                for (column, isNumber) in [(0, false), (1, true), (2, false)] {
                    #expect(builder.fieldCount == column)
                    // A copy of its own: what follows a cell must not matter.
                    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: cell.count, alignment: 1)
                    defer { copy.deallocate() }
                    copy.copyBytes(from: cell)
                    builder.append(UnsafeRawBufferPointer(copy), isNumber: isNumber)
                }
                try builder.endRecord(at: Remark(zh: "", en: ""))
            }
            builder.finish(.more, into: &block)
            let expected = cells.map { cell in
                Array([written(cell), written(cell), written(cell)].joined(separator: [0x2C])) + [0x0A]
            }
            #expect(block.recordCount == cells.count)
            #expect(block.firstRow == turn)
            #expect(Array(block.bytes[..<block.byteCount]) == Array(expected.joined()))
            for (index, cell) in cells.enumerated() {
                let entry = block.entries[index]
                #expect(entry.isSound == !cell.contains(0))
                var start = Int(entry.start)
                for field in 0..<3 {
                    let end = block.fieldEnds[Int(entry.firstField) + field]
                    #expect(Array(block.content(start: start, end: end)) == cell)
                    #expect(end.isQuoted == (written(cell) != cell))
                    #expect(end.isNumber == (field == 1))
                    start = end.position + 1
                }
                #expect(start == Int(entry.end) + 1)
            }
        }
    }

    @Test func `a record is bounded while it is put together`() throws {
        let cell = [UInt8](repeating: 0x22, count: 300_000)
        var builder = RecordBuilder(format: .records(in: .utf8))
        builder.begin(firstRow: 0)
        // Doubled by their quotes, two of them are too many already; the others are not taken at all.
        for _ in 0..<1000 { cell.withUnsafeBytes { builder.append($0) } }
        #expect(builder.byteCount < 3 << 20)
        #expect(throws: TableError.self) { try builder.endRecord(at: Remark(zh: "第 1 行", en: "row 1")) }
    }
}
