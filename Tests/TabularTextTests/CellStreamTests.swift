import TabularText
import Testing

@Suite struct CellStreamTests {
    @Test(arguments: ["0", "-1", "12.50", "0.001", "123456789012345", "-0.5"])
    func `a plain number`(text: String) { #expect(CellStream.isPlainNumber(Array(text.utf8)[...])) }

    @Test(arguments: [
        "", "-", "01", "0201", "1.", ".5", "1.2.3", "+1", "1e3", "1234567890123456", "１", "1,000", "--1", "0x1", " 1",
    ])
    func `no plain number`(text: String) { #expect(!CellStream.isPlainNumber(Array(text.utf8)[...])) }

    @Test func `whole rows are taken and the rest is left`() throws {
        var rows: [[String]] = []
        let bytes = Array("Ta\0N1\0fok\0T\0Tb".utf8)
        let taken = try CellStream.rows(in: bytes[...], width: 2) { cells in
            rows.append(cells.map { String(decoding: $0.text, as: UTF8.self) })
        }
        #expect(rows == [["a", "1"], ["ok", ""]])
        #expect(Array(bytes[taken...]) == Array("Tb".utf8))
        #expect(throws: CellStream.Broken.self) { try CellStream.rows(in: Array("xa\0".utf8)[...], width: 1) { _ in } }
    }
}
