import Testing

@testable import FuzzChecks

@testable import TabularText

@Suite struct UTF16Tests {
    private func utf16(_ units: [UInt16], little: Bool) -> [UInt8] {
        units.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return little ? [low, high] : [high, low]
        }
    }

    @Test(arguments: [true, false])
    func `a list in UTF-16 has the records of the same list in UTF-8`(little: Bool) throws {
        let text = "乡镇,村\r\n金龙镇,\"𠮷\n村\"\r\nx,y"
        let encoding = little ? TextEncoding.utf16LittleEndian : .utf16BigEndian
        let bytes = encoding.byteOrderMark + utf16(Array(text.utf16), little: little)
        let format = try ListFormat.detect(sample: bytes, isWhole: true)
        #expect(format.encoding == encoding)
        let plain = fastRead(Array(text.utf8), format: ListFormat(encoding: .utf8, delimiter: .comma), chunk: 1000)
        for chunk in 1...20 { #expect(fastRead(bytes, format: format, chunk: chunk) == plain) }
    }

    @Test(arguments: [true, false])
    func `a lone surrogate is a wrong byte of its row, placed in the input, and comes back as it was`(little: Bool) {
        let units: [UInt16] = Array("a,b\n村,".utf16) + [0xD842, 0x78, 0xDFB7] + Array("\nx,𠮷\ny,".utf16) + [0xD842]
        let encoding = little ? TextEncoding.utf16LittleEndian : .utf16BigEndian
        let bytes = encoding.byteOrderMark + utf16(units, little: little)
        let format = ListFormat(encoding: encoding, delimiter: .comma, prologue: encoding.byteOrderMark)
        for chunk in 1...20 {
            let result = fastRead(bytes, format: format, chunk: chunk)
            #expect(
                result.records.map(\.fault) == [
                    nil, LocatedFault(fault: .wrongBytes, column: 2, offset: 14), nil,
                    LocatedFault(fault: .wrongBytes, column: 2, offset: 36),
                ])
            var back: [UInt8] = []
            UTF16Transcoder.encode(result.records.flatMap(\.bytes)[...], isLittleEndian: little, into: &back)
            #expect(encoding.byteOrderMark + back == bytes)
        }
    }

    @Test func `half a code unit at the end stops the reading`() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62]
        let format = ListFormat(encoding: .utf16LittleEndian, delimiter: .comma, prologue: [0xFF, 0xFE])
        for chunk in 1...8 {
            let result = fastRead(bytes, format: format, chunk: chunk)
            #expect(result.records.map(\.bytes) == [[0x61, 0x0A]])
            #expect(result.ending == .stopped(.halfCodeUnit(offset: 6)))
        }
    }
}
