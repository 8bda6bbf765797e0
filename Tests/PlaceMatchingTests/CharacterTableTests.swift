import Testing

@testable import PlaceMatching

struct CharacterTableTests {
    @Test(arguments: [CharacterTable.traditional, .readings, .compatibility])
    func `the lines are sorted by code point, each character once and found`(table: CharacterTable) {
        var last: UInt32 = 0
        var unsorted = 0
        var lost = 0
        table.forEachCharacter { value in
            if value <= last { unsorted += 1 }
            if Unicode.Scalar(value).flatMap(table.values(of:)) == nil { lost += 1 }
            last = value
        }
        #expect(last > 0x9F00)
        #expect(unsorted == 0)
        #expect(lost == 0)
    }

    @Test(arguments: [CharacterTable.traditional, .compatibility])
    func `no character stands for one that stands for another in turn`(table: CharacterTable) {
        table.forEachCharacter { value in
            let target = Unicode.Scalar(value).flatMap(table.character(of:))
            #expect(target != nil)
            #expect(target.flatMap(table.character(of:)) == nil)
        }
    }

    @Test func `a standard character is never folded`() {
        for scalar in "乾著台里干后面松范蒙嵩嵒崙線鍾".unicodeScalars {
            #expect(CharacterTable.traditional.character(of: scalar) == nil)
        }
    }

    @Test func `readings are lower-case letters`() {
        CharacterTable.readings.forEachCharacter { value in
            let bytes = Unicode.Scalar(value).flatMap(CharacterTable.readings.values(of:))
            #expect(bytes?.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 } == true)
        }
    }
}
