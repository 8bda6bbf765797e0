/// The encodings a list may be written in. GBK and GB2312 are parts of GB18030.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "utf-8"
    case gb18030
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// Accepts the usual names and numbers, whatever their case and signs: `utf8`, `UTF-8`, `65001`, `CP65001`, `GBK`,
    /// `gb2312`, `cp936`, `936`, `ANSI 936`, `utf-16le` …
    public init?(name: String) {
        let letters = name.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
        switch String(String.UnicodeScalarView(letters)) {
        case "utf8", "65001", "cp65001", "windows65001", "utf8bom", "utf8sig": self = .utf8
        case "gb18030", "gbk", "gb2312", "eucgb2312", "euccn", "gb231280", "936", "cp936", "ms936", "windows936",
            "ansi936", "oem936", "54936", "cp54936", "windows54936":
            self = .gb18030
        case "utf16le", "utf16", "1200", "cp1200": self = .utf16LittleEndian
        case "utf16be", "1201", "cp1201": self = .utf16BigEndian
        default: return nil
        }
    }

    /// U+FEFF as this encoding writes it.
    public var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// The encoding of the bytes in a `RecordBlock`: UTF-16 is rewritten as UTF-8 on its way in, the others stay.
    public var inMemory: TextEncoding { self == .gb18030 ? .gb18030 : .utf8 }

    public var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// Text as `inMemory` writes it.
    public func bytes(of text: String) -> [UInt8] {
        self == .gb18030 ? GB18030.encode(text) : Array(text.utf8)
    }

    /// Like `bytes(of:)`, but appends to `bytes`.
    public func append(_ text: String, to bytes: inout [UInt8]) {
        if self == .gb18030 { return bytes += GB18030.encode(text) }
        var text = text
        text.withUTF8 { bytes += $0 }
    }
}

/// What stands between two fields.
public enum Delimiter: String, CaseIterable, Hashable, Sendable {
    case comma = ","
    case tab = "\t"
    case semicolon = ";"
    case fullWidthComma = "，"

    /// Accepts the character itself and the words `comma`, `tab`, `semicolon`, `full-width-comma`.
    public init?(word: String) {
        switch word {
        case "comma": self = .comma
        case "tab", "\\t": self = .tab
        case "semicolon": self = .semicolon
        case "full-width-comma": self = .fullWidthComma
        default: self.init(rawValue: word)
        }
    }

    public var word: String {
        switch self {
        case .comma: "comma"
        case .tab: "tab"
        case .semicolon: "semicolon"
        case .fullWidthComma: "full-width-comma"
        }
    }

    /// The one character it is.
    public var scalar: Unicode.Scalar {
        switch self {
        case .comma: ","
        case .tab: "\t"
        case .semicolon: ";"
        case .fullWidthComma: "，"
        }
    }

    /// As it stands in a `RecordBlock` of that encoding.
    public func bytes(in encoding: TextEncoding) -> [UInt8] {
        switch self {
        case .comma: [0x2C]
        case .tab: [0x09]
        case .semicolon: [0x3B]
        case .fullWidthComma: encoding == .gb18030 ? [0xA3, 0xAC] : [0xEF, 0xBC, 0x8C]
        }
    }
}

extension TextEncoding {
    /// Length of the character at `position` in text of this `inMemory` encoding; 0 where the bytes are none.
    public func characterLength(_ bytes: ArraySlice<UInt8>, at position: Int) -> Int {
        let next = Array(bytes[position...].prefix(4))
        return self == .gb18030
            ? GB18030Check.length(in: next.span.bytes, at: 0, end: next.count)
            : UTF8Check.length(in: next.span.bytes, at: 0, end: next.count)
    }
}
