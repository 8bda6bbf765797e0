import TestSupport
import Testing

@Suite struct GenerationCorpusTests {
    @Test func everyKeptDamageIsRefusedOrReadToItsEnd() throws {
        let damage = try GenerationDamage()
        #expect(damage.fault([]) == nil)
        let inputs = try Corpus.files(of: "generation")
        #expect(inputs.count >= 5)
        for (name, bytes) in inputs { #expect(damage.fault(bytes) == nil, "\(name)") }
    }

    @Test func aBitInEveryPartOfTheFileMayBeFlipped() throws {
        let damage = try GenerationDamage()
        // Each of the first hundred bytes, and every 97th of the others; the last of them are cuts.
        for place in Array(0..<100) + Array(stride(from: 100, to: 400_000, by: 97)) {
            let input = [UInt8(place >> 16), UInt8(place >> 8 & 0xFF), UInt8(place & 0xFF), UInt8(1 << (place % 8))]
            let fault = damage.fault(input)
            #expect(fault == nil, "\(place)")
        }
    }
}
