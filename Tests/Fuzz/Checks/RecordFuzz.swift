@testable import TabularText

/// What must hold for any list.
///
/// The first byte of the input chooses encoding, delimiter and chunk size; the list is the rest.
func recordFault(_ input: [UInt8]) -> String? {
    guard let choice = input.first else { return nil }
    let bytes = Array(input.dropFirst())
    let encoding = TextEncoding.allCases[Int(choice & 3)]
    let delimiter = Delimiter.allCases[Int(choice >> 2 & 3)]
    let chunk = [1, 2, 3, 5, 8, 13, 64, 1000, 3, 1, 4, 7, 16, 17, 100, 1 << 18][Int(choice >> 4)]
    _ = try? ListFormat.detect(sample: bytes, isWhole: true)
    _ = try? ListFormat.detect(sample: bytes, isWhole: false, encoding: encoding)
    let format = ListFormat(encoding: encoding, delimiter: delimiter)
    let found = fastRead(bytes, format: format, chunk: chunk, sample: bytes.count / 3)
    if encoding.isUTF16 {
        guard found.ending == .finished else { return nil }
        var back: [UInt8] = []
        let utf8 = found.records.flatMap(\.bytes)
        UTF16Transcoder.encode(utf8[...], isLittleEndian: encoding == .utf16LittleEndian, into: &back)
        return back == bytes ? nil : "UTF-16 does not come back"
    }
    var expected = SlowReader(bytes, format: format).read()
    var comparable = found
    for index in found.records.indices where found.records[index].fault != nil {
        comparable.records[index].contents = []
        if index < expected.records.count { expected.records[index].contents = [] }
    }
    return comparable == expected ? nil : "the readers differ:\n\(comparable)\n\(expected)"
}
