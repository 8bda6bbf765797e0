import CExpat
import TabularText

/// What an `XMLStream` tells while it reads. Names come without their namespace prefix.
package protocol XMLHandling: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws
    func end(_ name: XMLName) throws
    /// A piece of text between tags; a text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// Reads XML piece by piece with expat, which resolves nothing from outside. A document type is refused before anything
/// it defines is used, and so are deep nesting and endless tags.
package final class XMLStream {
    package static let maximumDepth = 64
    /// The longest tag, comment or the like, which has to be held whole.
    package static let maximumToken = 1 << 20

    private let name: String
    private let deepest: Int
    private let longestToken: Int
    private let parser: XML_Parser
    private unowned let handler: any XMLHandling
    private var depth = 0
    private var fed = 0
    private var failure: (any Error)?

    /// - Parameters:
    ///   - name: the part's, for messages.
    ///   - depth: how deeply elements may be nested.
    ///   - token: bytes of the longest tag or comment.
    package init(
        _ name: String, _ handler: any XMLHandling, depth: Int = maximumDepth, token: Int = maximumToken
    ) {
        self.name = name
        deepest = depth
        longestToken = token
        self.handler = handler
        // Encodings other than UTF-8 and UTF-16 are no part of the format.
        parser = XML_ParserCreate(nil)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                XMLStream.of(user).told { stream in
                    stream.depth += 1
                    guard stream.depth <= stream.deepest else { throw WorkbookFault.depth(stream.name).error }
                    try stream.handler.start(XMLName(name!), XMLAttributes(attributes!))
                }
            },
            { user, name in
                XMLStream.of(user).told { stream in
                    stream.depth -= 1
                    try stream.handler.end(XMLName(name!))
                }
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            XMLStream.of(user).told { stream in
                let bytes = UnsafeRawPointer(text!).assumingMemoryBound(to: UInt8.self)
                try stream.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            XMLStream.of(user).told { stream in throw WorkbookFault.documentType(stream.name).error }
        }
    }

    deinit { XML_ParserFree(parser) }

    /// expat hands back what it was given.
    private static func of(_ user: UnsafeMutableRawPointer?) -> XMLStream {
        Unmanaged<XMLStream>.fromOpaque(user!).takeUnretainedValue()
    }

    private func told(_ body: (XMLStream) throws -> Void) {
        guard failure == nil else { return }
        do {
            try body(self)
        } catch {
            failure = error
            XML_StopParser(parser, XML_Bool(XML_FALSE))
        }
    }

    /// Reads the next bytes.
    package func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false) throws {
        fed += bytes.count
        let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, text, Int32(bytes.count), isLast ? 1 : 0)
        if let failure { throw failure }
        guard status == XML_STATUS_OK else {
            throw WorkbookFault.markup(name, line: Int(XML_GetCurrentLineNumber(parser))).error
        }
        guard isLast || fed - Int(XML_GetCurrentByteIndex(parser)) <= longestToken else {
            throw WorkbookFault.markup(name, line: Int(XML_GetCurrentLineNumber(parser))).error
        }
    }

    /// Reads a whole part.
    package static func read(_ part: ZipPart, _ handler: any XMLHandling) throws {
        let stream = XMLStream(part.name, handler)
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while true {
                let count = try part.read(into: buffer)
                try stream.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]), isLast: count == 0)
                if count == 0 { return }
            }
        }
    }
}

/// A name as expat has it, good while the handler runs.
package struct XMLName {
    private let text: UnsafePointer<CChar>

    init(_ text: UnsafePointer<CChar>) {
        // Behind the prefix.
        var (local, place) = (text, text)
        while place.pointee != 0 {
            if place.pointee == 0x3A { local = place + 1 }
            place += 1
        }
        self.text = local
    }

    package static func == (name: XMLName, other: StaticString) -> Bool {
        other.withUTF8Buffer { wanted in
            for (index, byte) in wanted.enumerated() where UInt8(bitPattern: name.text[index]) != byte { return false }
            return name.text[wanted.count] == 0
        }
    }

    package var string: String { String(cString: text) }
}

/// The attributes of a start tag: pairs of pointers, good while the handler runs.
package struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

    /// A value's bytes, without the prefix of its name (`r:id` is `id`); nil where there is none.
    package subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        var index = 0
        while let key = pairs[index] {
            if XMLName(key) == name, let value = pairs[index + 1] {
                var count = 0
                while value[count] != 0 { count += 1 }
                let bytes = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
                return UnsafeBufferPointer(start: bytes, count: count)
            }
            index += 2
        }
        return nil
    }

    /// The same as text: expat has checked that it is UTF-8.
    package func string(_ name: StaticString) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }
}
