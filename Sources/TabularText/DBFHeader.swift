import SystemSupport

/// What stands before the records of a dBASE table, such as a shapefile's attributes: how long they are and which fields
/// they have. As dBASE III to 7, FoxPro and GIS write it.
struct DBFHeader {
    struct Field: Hashable {
        /// As it stands there.
        let name: [UInt8]
        let type: UInt8
        let start: Int
        let length: Int
        /// Of a number, behind the point; with any, it was a binary number.
        let decimals: UInt8
    }

    let recordCount: Int
    let headerLength: Int
    let recordLength: Int
    /// What the language driver stands for; nil for none or an unknown one.
    let encoding: TextEncoding?
    let fields: [Field]

    static let versions: Set<UInt8> = [
        0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0x8C, 0xCB, 0xF5, 0xFB,
    ]

    /// Whether a file that begins so is one. Text is none: the reserved bytes are NUL.
    static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(bytes.prefix(32))
        guard bytes.count == 32, versions.contains(bytes[0]), bytes[12] == 0, bytes[13] == 0 else { return false }
        let header = Int(bytes[8]) | Int(bytes[9]) << 8, record = Int(bytes[10]) | Int(bytes[11]) << 8
        return header >= 64 && record >= 2 && bytes[2] <= 12 && bytes[3] <= 31
    }

    /// - Parameter bytes: the file's first bytes, at least its header.
    /// - Throws: where the fields don't fill the record.
    init(_ bytes: [UInt8]) throws(TableError) {
        guard Self.begins(bytes[...]) else { throw Self.damaged }
        recordCount = (0..<4).reduce(0) { $0 | Int(bytes[4 + $1]) << (8 * $1) }
        headerLength = Int(bytes[8]) | Int(bytes[9]) << 8
        recordLength = Int(bytes[10]) | Int(bytes[11]) << 8
        encoding = Self.encoding(ofDriver: bytes[29])
        guard bytes.count >= headerLength else { throw Self.damaged }
        // A long text has the high byte of its length where numbers have their decimals; some programs write decimals
        // there for texts too. The length of the record says which it is.
        var (fields, length) = Self.fields(bytes, headerLength, hasLongTexts: true)
        if length != recordLength { (fields, length) = Self.fields(bytes, headerLength, hasLongTexts: false) }
        guard length == recordLength, !fields.isEmpty else { throw Self.damaged }
        guard fields.count <= RecordBlock.maximumColumns else {
            throw TableError(
                zh: "DBF 超过 \(RecordBlock.maximumColumns) 个字段",
                en: "the DBF has more than \(RecordBlock.maximumColumns) fields"
            )
        }
        self.fields = fields
    }

    /// The fields, and how long a record of them is. A CR ends them, or a NUL where a name would begin, or the header.
    private static func fields(
        _ bytes: [UInt8], _ headerLength: Int, hasLongTexts: Bool
    ) -> (fields: [Field], length: Int) {
        var fields: [Field] = []
        var position = 32, start = 1  // a record's first byte says whether it is deleted
        while position + 32 <= headerLength, bytes[position] != 0x0D, bytes[position] != 0 {
            let name = bytes[position..<position + 11].prefix { $0 != 0 }
            var length = Int(bytes[position + 16])
            if hasLongTexts, bytes[position + 11] == 0x43 { length |= Int(bytes[position + 17]) << 8 }
            fields.append(
                Field(
                    name: Array(name), type: bytes[position + 11], start: start, length: length,
                    decimals: bytes[position + 17]))
            start += length
            position += 32
        }
        return (fields, start)
    }

    static var damaged: TableError {
        TableError(zh: "DBF 文件头已损坏：字段与记录长度不符", en: "the DBF's header is damaged: its fields don't make up its records")
    }

    private static func encoding(ofDriver driver: UInt8) -> TextEncoding? {
        switch driver {
        case 0x4D, 0x7A: .gb18030  // code page 936
        case 0xF0: .utf8
        default: nil
        }
    }
}
