import TabularText
import Testing

@testable import GradeModel
@testable import ParcelValidation

@Suite struct AmountTailTests {
    @Test func `an amount is written as its decimal text, behind the delimiter`() {
        let numbers: [UInt64] =
            (0...2000).map { $0 } + [
                9999, 10_000, 99_999, 100_000, 999_999_999, 1_000_000_000, 9_999_999_998, 9_999_999_999,
            ]
        for (delimiter, width) in [(0x2C as UInt64, 1), (0x8CEF_BC, 3)] {
            for fen in numbers + [PlainAmount.none] {
                let amount = PlainAmount(delimiter: delimiter, width: width, fen: fen)
                var bytes = [UInt8](repeating: 0x23, count: PlainAmount.mostBytes + 8)
                var position = 0
                do {
                    var output = bytes.mutableSpan
                    amount.write(&output, &position)
                }
                let front = (0..<width).map { UInt8(truncatingIfNeeded: delimiter >> ($0 * 8)) }
                let text = fen == PlainAmount.none ? "" : "\(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100)"
                #expect(Array(bytes[..<position]) == front + Array(text.utf8))
            }
        }
    }
}
