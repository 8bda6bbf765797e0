import TabularText

/// What must hold for any bytes given as a dBASE table. The first byte says how they are cut into pieces.
func dbfFault(_ input: [UInt8]) -> String? {
    guard let first = input.first, input.count > 1 else { return nil }
    let bytes = Array(input.dropFirst())
    guard DBFSource.begins(bytes) else { return nil }
    let encoding: TextEncoding? = [nil, .utf8, .gb18030][Int(first) % 3]
    return sourceFault {
        var rest = bytes.dropFirst(min(bytes.count, 32 + Int(first)))
        return try DBFSource(sample: Array(bytes.prefix(32 + Int(first))), encoding: encoding) { buffer in
            let count = min(buffer.count, rest.count, 1 + Int(first))
            buffer.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
    }
}
