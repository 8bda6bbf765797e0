import TabularText
import TestSupport

@testable import ParcelValidation

/// What must hold for the rows of any list.
///
/// The first byte of the input chooses columns, encoding and chunk size; the rows are the rest.
func validatorFault(_ input: [UInt8]) -> String? {
    guard let choice = input.first else { return nil }
    let encoding = [TextEncoding.utf8, .gb18030][Int(choice & 1)]
    let header = ["乡镇,村,地类,级别,宗地代码\n", "坐落,地类,级别\n"][Int(choice >> 1 & 1)]
    let bytes = encoding.bytes(of: header) + input.dropFirst()
    var options = ValidationOptions()
    options.county = Xiangyin.county
    options.chunk = [1, 7, 64, 1 << 18][Int(choice >> 2 & 3)]
    options.threads = 1 + Int(choice >> 4 & 1)
    options.memoLimit = choice & 0x20 == 0 ? 3 : 100
    options.onlyProblems = choice & 0x40 != 0
    guard
        let format = try? ListFormat.detect(sample: bytes, isWhole: true, encoding: encoding, delimiter: .comma)
    else { return nil }
    let found = Result { try validate(bytes, format, Counties.xiangyin, options) }
    guard case .success(let result) = found else { return nil }  // refused, or stopped at an open quote
    guard let expected = try? SlowValidator(counties: .xiangyin, options: options).validate(bytes, format) else {
        return "the slow validator refuses the list"
    }
    guard result.output == expected.output else {
        return "the validators differ:\n\(result.output)\n\(expected.output)"
    }
    return equalRowsFault(input.dropFirst(), header, encoding, options)
}

/// Rows that are the same, wherever in a block they stand, come out the same.
private func equalRowsFault(
    _ input: ArraySlice<UInt8>, _ header: String, _ encoding: TextEncoding, _ options: ValidationOptions
) -> String? {
    let row = input.prefix { $0 != 0x0A && $0 != 0x0D }
    guard !row.isEmpty, !row.contains(0x22) else { return nil }
    // Of bytes that are no text, NUL among them, the note says where in the list they stand.
    guard !row.contains(0) else { return nil }
    var place = row.startIndex
    while place < row.endIndex {
        let length = encoding.characterLength(row, at: place)
        guard length > 0 else { return nil }
        place += length
    }
    let rows = 40
    let bytes = encoding.bytes(of: header) + (0..<rows).flatMap { _ in Array(row) + [0x0A] }
    guard
        let format = try? ListFormat.detect(sample: bytes, isWhole: true, encoding: encoding, delimiter: .comma),
        let result = try? validate(bytes, format, Counties.xiangyin, options)
    else { return nil }
    let lines = result.output.split(separator: 0x0A).dropFirst().map { Array($0) }
    guard lines.count == rows || options.onlyProblems && lines.isEmpty else {
        return "\(rows) equal rows come out as \(lines.count)"
    }
    return lines.allSatisfy { $0 == lines.first } ? nil : "equal rows come out differently"
}
