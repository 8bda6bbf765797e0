import GradeModel
import TestSupport
import Testing

@testable import ParcelValidation

@Suite struct ParcelCodeTests {
    private let xiangyin = Xiangyin.county

    @Test(arguments: [
        "430624", "430624100206J00012", "430624100206JE0012", "43062410020AJE00012", "430624100206JE0001X",
        "430624100206J100012", "430624100206JE00012F0001000", "4306241002060200010", "", "宗地",
    ])
    func `a code of another form is the office's own`(text: String) {
        let code = ParcelCode(text)
        // 19 digits are a form, and say nothing here.
        #expect((code != nil) == (text == "4306241002060200010"))
        #expect(code?.warnings(county: xiangyin, landType: .orchard) ?? [] == [])
    }

    @Test(arguments: [
        ("E", [LandType.orchard, .grassland]), ("F", [.orchard, .forest]),
        ("D", [.forest, .grassland]), ("B", LandType.allCases), ("C", LandType.allCases),
        ("S", LandType.allCases), ("X", LandType.allCases), ("H", LandType.allCases), ("G", LandType.allCases),
        ("A", []), ("L", []), ("N", []), ("W", []), ("Y", []), ("Z", []),
    ])
    func `letters contradict some land types`(letter: String, contradicted: [LandType]) {
        for letters in ["J\(letter)", "G\(letter)", "j\(letter.lowercased())"] {
            for text in ["430624100206\(letters)00012", "430624100206\(letters)00012F00010001"] {
                for landType in LandType.allCases {
                    let warnings = ParcelCode(text)?.warnings(county: xiangyin, landType: landType)
                    let expected: [Warning] =
                        contradicted.contains(landType)
                        ? [.codeFeature(letters: letters.uppercased(), landType: landType)] : []
                    #expect(warnings == expected, "\(text) \(landType)")
                }
            }
        }
    }

    @Test(arguments: ["\t", " ", "\u{A0}", "\u{FEFF}", "\u{3000}", "\t "])
    func `white space around a code is said, and does not count`(space: String) {
        let code = "430681100206JA00012"
        for cell in [space + code, code + space, space + code + space] {
            #expect(
                ParcelCode.warnings(of: cell, county: xiangyin, landType: .forest) == [
                    .codeSpace, .codeCounty(code: "430681", county: xiangyin),
                ])
        }
        #expect(ParcelCode.warnings(of: "\(space)12", county: nil, landType: nil) == [.codeSpace])
        #expect(ParcelCode.warnings(of: code, county: nil, landType: .forest).isEmpty)
        for none in [space, "\(space)/", "\(space)\(space)"] {
            #expect(ParcelCode.warnings(of: none, county: nil, landType: nil).isEmpty)
        }
    }

    @Test func `the county in front and digits that were a number are told`() {
        let other = ParcelCode("430681100206JA00012")
        #expect(other?.warnings(county: xiangyin, landType: .forest) == [.codeCounty(code: "430681", county: xiangyin)])
        #expect(other?.warnings(county: nil, landType: .forest) == [])
        #expect(ParcelCode("4306241002060210000")?.warnings(county: xiangyin, landType: .forest) == [.codeDigits])
        #expect(ParcelCode("4306241002060210001")?.warnings(county: xiangyin, landType: .forest) == [])
        // Letters are no number.
        #expect(ParcelCode("430624100206JA10000")?.warnings(county: xiangyin, landType: .forest) == [])
    }
}
