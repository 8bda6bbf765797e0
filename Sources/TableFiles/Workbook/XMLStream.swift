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
    /// How deep within an element of another namespace.
    private var foreignDepth = 0
    /// Nil: elements of every namespace are told.
    private var namespace: XMLNamespace?
    /// Waits for `resume`.
    private(set) var isPaused = false
    private var fed = 0
    private var failure: (any Error)?

    /// - Parameters:
    ///   - name: the part's, for messages.
    ///   - depth: how deeply elements may be nested.
    ///   - token: bytes of the longest tag or comment.
    ///   - isOneNamespace: elements of other namespaces than the root's, and all that is in them, are left out.
    package init(
        _ name: String, _ handler: any XMLHandling, depth: Int = maximumDepth, token: Int = maximumToken,
        isOneNamespace: Bool = false
    ) {
        self.name = name
        deepest = depth
        longestToken = token
        namespace = isOneNamespace ? XMLNamespace() : nil
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
                    let attributes = XMLAttributes(attributes!)
                    guard stream.namespace != nil else {
                        return try stream.handler.start(XMLName(behindPrefix: name!), attributes)
                    }
                    if stream.depth == 1 { stream.namespace = XMLNamespace(ofRoot: name!, attributes) }
                    guard stream.foreignDepth == 0, let name = stream.namespace?.name(name!, attributes) else {
                        stream.foreignDepth += 1
                        return
                    }
                    try stream.handler.start(name, attributes)
                }
            },
            { user, name in
                XMLStream.of(user).told { stream in
                    stream.depth -= 1
                    guard stream.foreignDepth == 0 else {
                        stream.foreignDepth -= 1
                        return
                    }
                    try stream.handler.end(XMLName(behindPrefix: name!))
                }
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            XMLStream.of(user).told { stream in
                guard stream.foreignDepth == 0 else { return }
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

    /// Called by the handler at an end tag: what is read behind it waits for `resume`.
    func pause() {
        if XML_StopParser(parser, XML_Bool(XML_TRUE)) == XML_STATUS_OK { isPaused = true }
    }

    /// Goes on behind a pause.
    func resume() throws {
        isPaused = false
        try check(XML_ResumeParser(parser))
    }

    private func check(_ status: XML_Status) throws {
        if let failure { throw failure }
        guard status == XML_STATUS_OK || (status == XML_STATUS_SUSPENDED && isPaused) else {
            throw WorkbookFault.markup(name, line: Int(XML_GetCurrentLineNumber(parser))).error
        }
    }

    /// Reads the next bytes, or as many as come before a pause; expat keeps the others.
    package func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false) throws {
        fed += bytes.count
        let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        // Pieces of 64 KiB, far below what an Int32 holds.
        try check(XML_Parse(parser, text, Int32(bytes.count), isLast ? 1 : 0))
        guard isLast || fed - Int(XML_GetCurrentByteIndex(parser)) <= longestToken else {
            throw WorkbookFault.markup(name, line: Int(XML_GetCurrentLineNumber(parser))).error
        }
    }

    /// Reads a whole part.
    package static func read(
        _ part: ZipPart, _ handler: any XMLHandling, isOneNamespace: Bool = false
    ) throws {
        let stream = XMLStream(part.name, handler, isOneNamespace: isOneNamespace)
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            while true {
                let count = try part.read(into: buffer)
                try stream.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]), isLast: count == 0)
                if count == 0 { return }
            }
        }
    }
}

/// Which names are of the namespace of the root. Where nothing is declared, those with the root's prefix or none.
private struct XMLNamespace {
    /// With their colons.
    private var prefixes: [[CChar]] = []
    private var uri: [UInt8]?

    init() {}

    init(ofRoot name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        let prefix = Array(UnsafeBufferPointer(start: name, count: XMLName.prefixLength(name)))
        let declared = attributes.namespaces
        uri = declared.first { $0.prefix == prefix }?.uri
        prefixes = [prefix] + declared.filter { $0.uri == uri && $0.prefix != prefix }.map(\.prefix)
    }

    /// Nil for a name of another namespace.
    func name(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) -> XMLName? {
        let length = XMLName.prefixLength(name)
        let isOurs = prefixes.contains { prefix in
            prefix.count == length && (0..<length).allSatisfy { prefix[$0] == name[$0] }
        }
        // The namespace of names without a prefix can be declared anew, as extensions do.
        if length == 0, let other = attributes["xmlns"], let uri {
            return other.elementsEqual(uri) ? XMLName(name) : nil
        }
        return isOurs ? XMLName(name + length) : nil
    }
}

/// A name without its prefix, good while the handler runs.
package struct XMLName {
    private let text: UnsafePointer<CChar>

    fileprivate init(_ text: UnsafePointer<CChar>) { self.text = text }

    fileprivate init(behindPrefix text: UnsafePointer<CChar>) { self.text = text + Self.prefixLength(text) }

    /// Of the prefix with its colon.
    fileprivate static func prefixLength(_ text: UnsafePointer<CChar>) -> Int {
        var position = 0
        while text[position] != 0 {
            if text[position] == 0x3A { return position + 1 }
            position += 1
        }
        return 0
    }

    package static func == (name: XMLName, other: StaticString) -> Bool { isEqual(name.text, other) }

    package var string: String { String(cString: text) }

    fileprivate static func isEqual(_ text: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
        other.withUTF8Buffer { wanted in
            for (index, byte) in wanted.enumerated() where UInt8(bitPattern: text[index]) != byte { return false }
            return text[wanted.count] == 0
        }
    }
}

/// The attributes of a start tag: pairs of pointers, good while the handler runs.
package struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

    /// The bytes of the attribute of this name; where there is none, of the one that has it behind a prefix (`r:id`).
    package subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        value { XMLName.isEqual($0, name) } ?? value { XMLName.isEqual($0 + XMLName.prefixLength($0), name) }
    }

    /// The same as text: expat has checked that it is UTF-8.
    package func string(_ name: StaticString) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }

    /// What the tag declares: `xmlns` for no prefix, `xmlns:x` for `x:`.
    fileprivate var namespaces: [(prefix: [CChar], uri: [UInt8])] {
        var found: [(prefix: [CChar], uri: [UInt8])] = []
        var index = 0
        while let key = pairs[index], let value = pairs[index + 1] {
            let name = String(cString: key)
            if name == "xmlns" {
                found.append(([], Array(Self.bytes(value))))
            } else if name.hasPrefix("xmlns:") {
                found.append(((name.dropFirst(6) + ":").utf8.map { CChar(bitPattern: $0) }, Array(Self.bytes(value))))
            }
            index += 2
        }
        return found
    }

    private func value(_ isWanted: (UnsafePointer<CChar>) -> Bool) -> UnsafeBufferPointer<UInt8>? {
        var index = 0
        while let key = pairs[index], let value = pairs[index + 1] {
            if isWanted(key) { return Self.bytes(value) }
            index += 2
        }
        return nil
    }

    private static func bytes(_ value: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        while value[count] != 0 { count += 1 }
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: count)
    }
}
