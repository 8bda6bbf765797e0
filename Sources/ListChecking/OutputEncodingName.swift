public import TabularText

/// What `--output-encoding` takes: the names of the encodings, and `utf-8-bom`, without which Excel takes UTF-8 for the
/// encoding of the machine.
public struct OutputEncodingName {
    public let encoding: TextEncoding
    public let hasMark: Bool

    public init?(_ name: String) {
        hasMark = ["utf-8-bom", "utf-8-sig"].contains(name.lowercased())
        guard let encoding = hasMark ? .utf8 : TextEncoding(name: name) else { return nil }
        self.encoding = encoding
    }
}
