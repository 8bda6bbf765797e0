/// Writes CSV: LF line ends, quotes only where RFC 4180 needs them.
///
///     var text = CSVText()
///     text.append(["village", "note"])
///     text.append(["芙蓉村", "a \"b\", c"])
///     // village,note
///     // 芙蓉村,"a ""b"", c"
public struct CSVText: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Adds one record. A record of one empty field is written as `""`: many readers drop an empty line.
    public mutating func append(_ fields: [String]) {
        precondition(!fields.isEmpty, "a record has at least one field")
        if fields == [""] {
            bytes.append(contentsOf: [0x22, 0x22])
        } else {
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(field)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(_ field: String) {
        // The first field of a file must not be taken for its byte-order mark.
        let isMark = bytes.isEmpty && field.utf8.starts(with: [0xEF, 0xBB, 0xBF])
        guard isMark || field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(0x22)
        for byte in field.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
