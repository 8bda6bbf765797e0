import TestSupport
import Testing

@testable import FuzzChecks

@Suite struct GenerationDamageTests {
    @Test func `a good generation is read as it was written`() throws {
        #expect(try GenerationDamage().fault([]) == nil)
    }

    @Test func `a bit in every part of the file may be flipped`() throws {
        let damage = try GenerationDamage()
        // Each of the first hundred bytes, and every 97th of the others; the last of them are cuts.
        for place in Array(0..<100) + Array(stride(from: 100, to: 400_000, by: 97)) {
            let fault = damage.fault(ByteChanges.one(at: place, flipping: UInt8(1 << (place % 8))))
            #expect(fault == nil, "\(place)")
        }
    }
}
