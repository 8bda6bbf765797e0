import TestSupport
import Testing

@Suite struct LayerDamageTests {
    @Test func everyKeptDamageIsRefusedOrReadWhole() throws {
        let damage = try LayerDamage()
        #expect(damage.fault([]) == nil)
        let inputs = try Corpus.files(of: "layer")
        #expect(inputs.count >= 12)
        for (name, bytes) in inputs { #expect(damage.fault(bytes) == nil, "\(name)") }
    }

    /// Much of what stands at the beginning of each page, and some of all the rest.
    @Test func aByteInEveryPartOfTheFileMayBeAnyOther() throws {
        let damage = try LayerDamage()
        for place in 0..<damage.good.count where place % 512 < 24 ? place % 5 == 0 : place % 61 == 0 {
            let input = [
                UInt8(place >> 16), UInt8(place >> 8 & 0xFF), UInt8(place & 0xFF), UInt8(place * 37 % 255 + 1),
            ]
            let fault = damage.fault(input)
            #expect(fault == nil, "page \(place / 512 + 1), byte \(place % 512): \(damage.good[place]) ^ \(input[3])")
        }
    }
}
