import GradeModel
import Testing

@Suite struct DecimalPartsTests {
    private func readings(_ text: String) -> (plain: DecimalParts.Reading, padded: DecimalParts.Reading) {
        let front = Array(",9".utf8), cell = Array(text.utf8)
        // What is behind a cell in a list must not count.
        let bytes = front + cell + Array(",7.5\r\n12345678901234567890".utf8)
        return (
            DecimalParts.read(cell.span.bytes, 0, cell.count),
            DecimalParts.readPadded(bytes.span.bytes, front.count, front.count + cell.count)
        )
    }

    @Test(arguments: [
        "", "0", "7", "12", "12.5", "12.", ".5", ".", "0.05", "007", "00.10", "12345678", "123456789", "12345678.",
        "12345678.9",
        "123456789.5", "1.12345678", "1.123456789", "99999999.99999999", "1,234.5", "1234,5", "12 ", " 12", "-1", "+1",
        "1e5", "１２", "1.2.3", "12..5", "1:2", "1/2", "٣", "\u{0}1", "1\u{80}",
    ])
    func `a text with room behind it is read as one without`(text: String) {
        let (plain, padded) = readings(text)
        #expect(plain == padded)
    }

    @Test(arguments: ["0,333", "00,333", "000,000,001", "0,045.5", "01,234"])
    func `no thousand begins with a zero`(text: String) { #expect(readings(text).plain == .unreadable) }

    @Test func `random texts are read the same both ways`() {
        var random = SystemRandomNumberGenerator()
        let letters = Array("0123456789012345678901234567890123456789.....,- e:/")
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 0...20, using: &random)).map { _ in letters.randomElement(using: &random)! })
            let (plain, padded) = readings(text)
            #expect(plain == padded, "\(text)")
        }
    }

    @Test func `a number becomes its digits and comes back from them`() {
        var numbers: [UInt64] = Array(0...1100)
        for power in [1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000] as [UInt64] {
            numbers += (1...9).flatMap { [power * $0 - 1, power * $0, power * $0 + 1] }
        }
        numbers += (0..<20_000).map { _ in UInt64.random(in: 0..<100_000_000) }
        for number in numbers where number < 100_000_000 {
            let digits = EightDigits.digits(of: number)
            let text = String(number)
            let padded = String(repeating: "0", count: 8 - text.utf8.count) + text
            let bytes = (0..<8).map { UInt8(truncatingIfNeeded: EightDigits.text(of: digits) >> ($0 * 8)) }
            #expect(bytes == Array(padded.utf8))
            #expect(EightDigits.number(of: digits) == number)
            #expect(EightDigits.leadingZeros(digits) == padded.prefix { $0 == "0" }.count)
        }
    }
}
