import Crypto

/// A public Ed25519 key as OpenSSH writes it.
///
///     let key = try Ed25519Key(openSSH: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI… bureau")
///     print(key.fingerprint)
///     // SHA256:OOKZo6kBK/QkF5Qmm82paShd+d/Af+T4xkigq/NcvoY
public struct Ed25519Key: Hashable, Sendable {
    /// 32 bytes.
    public let raw: [UInt8]

    static let type = "ssh-ed25519"

    /// Throws `.key` unless there are 32 bytes, in the one canonical form, of a point that a signature proves
    /// something for: the points of low order "verify" every message.
    public init(raw: [UInt8]) throws(SignatureError) {
        do throws(KeyFault) {
            try self.init(checking: raw)
        } catch {
            throw .key(error)
        }
    }

    /// A line of a `.pub` file: type, base64, and a comment that is not kept. Throws `.key` for other types of key,
    /// which it names, and for anything else.
    public init(openSSH line: String) throws(SignatureError) {
        do throws(KeyFault) {
            try self.init(line: line)
        } catch {
            throw .key(error)
        }
    }

    init(checking raw: [UInt8]) throws(KeyFault) {
        guard raw.count == 32 else { throw .length(raw.count) }
        // The top bit is the sign of x and says nothing about y.
        var y = raw
        y[31] &= 0x7F
        guard !(y[31] == 0x7F && y[1..<31].allSatisfy({ $0 == 0xFF }) && y[0] >= 0xED) else { throw .notCanonical }
        guard !Self.lowOrder.contains(y) else { throw .lowOrder }
        self.raw = raw
    }

    private init(line: String) throws(KeyFault) {
        let ends: [Character] = ["\n", "\r\n"]
        let text = line.last.map(ends.contains) == true ? line.dropLast() : line[...]
        let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, !text.contains(where: \.isNewline) else { throw .line }
        guard words[0] == Self.type else {
            throw Self.isType(words[0]) ? .type(String(words[0])) : .line
        }
        guard let blob = Base64.decode(words[1].utf8) else { throw .line }
        try self.init(blob: blob[...])
    }

    /// The key as it stands inside signatures and `.pub` files: the strings `ssh-ed25519` and 32 bytes.
    init(blob: ArraySlice<UInt8>) throws(KeyFault) {
        let raw: [UInt8]
        do throws(BlobFault) {
            var reader = SSHReader(blob)
            let type = try reader.string()
            guard type.elementsEqual(Self.type.utf8) else { throw .key(.type(shownASCII(type))) }
            raw = Array(try reader.string())
            guard reader.isAtEnd else { throw .trailing }
        } catch {
            if case .key(let fault) = error { throw fault }
            throw .line
        }
        try self.init(checking: raw)
    }

    var blob: [UInt8] { SSHWire.string(Self.type) + SSHWire.string(raw) }

    /// `SHA256:` and base64 without padding: what `ssh-keygen -lf` prints and what is put on paper.
    public var fingerprint: String { "SHA256:" + Base64.encode(Array(SHA256.hash(data: blob)), padded: false) }

    /// `ssh-ed25519 AAAA…`, without a comment.
    public var openSSH: String { "\(Self.type) \(Base64.encode(blob))" }

    /// Whether a text has the form of a fingerprint.
    public static func isFingerprint(_ text: String) -> Bool {
        text.hasPrefix("SHA256:") && Base64.decode(text.utf8.dropFirst(7) + [UInt8(ascii: "=")])?.count == 32
    }

    /// The names of key types that OpenSSH knows have these characters; a private key or a web page has others.
    private static func isType(_ word: Substring) -> Bool {
        (1...64).contains(word.utf8.count) && word.contains("-")
            && word.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-@.".utf8.contains($0)
            } && word.utf8.first != UInt8(ascii: "-")
    }

    /// The y of every point whose order divides 8, sign bit off; those written in another way are not canonical.
    private static let lowOrder: Set<[UInt8]> = [
        Array(repeating: 0, count: 32),
        [1] + Array(repeating: 0, count: 31),
        [0xEC] + Array(repeating: 0xFF, count: 30) + [0x7F],
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5, 0xDF,
            0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F, 0x2A, 0x20,
            0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
    ]
}

/// At most 64 bytes of something that should be ASCII, for a message.
func shownASCII(_ bytes: some Collection<UInt8>) -> String {
    let shown = bytes.prefix(64).map { (0x21...0x7E).contains($0) ? String(UnicodeScalar($0)) : "?" }.joined()
    return bytes.count > 64 ? shown + "…" : shown
}
