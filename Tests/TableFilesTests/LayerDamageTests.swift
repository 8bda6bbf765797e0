import TestSupport
import Testing

@testable import FuzzChecks

@Suite struct LayerDamageTests {
    @Test func `a good database is read whole`() throws { #expect(try LayerDamage().fault([]) == nil) }

    /// Much of what stands at the beginning of each page, and some of all the rest.
    @Test func `a byte in every part of the file may be any other`() throws {
        let damage = try LayerDamage()
        for place in 0..<damage.good.count where place % 512 < 24 ? place % 5 == 0 : place % 61 == 0 {
            let bits = UInt8(place * 37 % 255 + 1)
            let fault = damage.fault(ByteChanges.one(at: place, flipping: bits))
            #expect(fault == nil, "page \(place / 512 + 1), byte \(place % 512): \(damage.good[place]) ^ \(bits)")
        }
    }
}
