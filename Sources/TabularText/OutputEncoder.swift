import SystemSupport

/// Writes the bytes of blocks in the encoding asked for.
public struct OutputEncoder: Sendable {
    public let from: TextEncoding
    public let to: TextEncoding

    /// - Parameter from: the list's encoding; what is encoded is its `inMemory` form.
    public init(from: TextEncoding, to: TextEncoding) {
        self.from = from
        self.to = to
    }

    /// The bytes can be written as they are.
    public var isIdentity: Bool { keepsBytes && !to.isUTF16 }

    /// Same encoding in and out: every byte comes back, those that are no text too.
    public var keepsBytes: Bool { from == to }

    /// - Parameter bytes: whole characters. Where `keepsBytes` is false, bytes that are no text come out as `\xNN`, so
    ///   that they can't be taken for text.
    public func encode(_ bytes: [UInt8], count: Int, into output: inout [UInt8]) {
        let sound: [UInt8]? = keepsBytes ? nil : shown(bytes, count: count)
        let text = sound.map { $0[...] } ?? bytes[..<count]
        switch (from.inMemory, to) {
        case (.utf8, .utf8), (.gb18030, .gb18030): output.append(contentsOf: text)
        case (.utf8, .gb18030): Self.appendGB18030(text, to: &output)
        case (.gb18030, .utf8): output.append(contentsOf: GB18030.decode(text) ?? [])
        case (let from, _):
            let utf8 = from == .gb18030 ? (GB18030.decode(text) ?? [])[...] : text
            UTF16Transcoder.encode(utf8, isLittleEndian: to == .utf16LittleEndian, into: &output)
        }
    }

    private static func appendGB18030(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var decoder = UTF8()
        var input = text.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&input) { GB18030.append(scalar.value, to: &output) }
    }

    /// Nil where all is text.
    private func shown(_ bytes: [UInt8], count: Int) -> [UInt8]? {
        let span = bytes.span.bytes
        var shown: [UInt8]?
        var position = 0
        while position < count {
            let length =
                from == .gb18030
                ? GB18030Check.length(in: span, at: position, end: count)
                : UTF8Check.length(in: span, at: position, end: count)
            if length > 0 {
                shown?.append(contentsOf: bytes[position..<position + length])
            } else {
                if shown == nil { shown = Array(bytes[..<position]) }
                shown?.append(contentsOf: Self.escaped(bytes[position]))
            }
            position += max(length, 1)
        }
        return shown
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        Array(("\\x" + hex(CollectionOfOne(byte))).utf8)
    }
}
