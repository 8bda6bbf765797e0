/// Why a message is not taken for signed, or a key for a key.
public enum SignatureError: Error, Hashable, Sendable {
    // The file
    case empty
    /// It does not begin with a signature. `isPage`: it begins as a web page does (a portal, an error page).
    case notSigned(isPage: Bool)
    case tooLarge(limit: Int)
    case tooManyBlocks(limit: Int)
    case blockTooLarge(block: Int, limit: Int)
    /// The file ends inside a signature.
    case truncated(block: Int)
    /// `line` is a line of the file, from 1.
    case armor(line: Int, ArmorFault)
    case blob(block: Int, BlobFault)
    // A key by itself
    case key(KeyFault)
    // Verification
    case namespace(expected: Namespace, found: String)
    case wrongSignature(fingerprint: String)
    /// As `wrongSignature`, and with CRLF turned into LF it would be right.
    case lineEndings(fingerprint: String)
    /// No signer is among the keys.
    case unknownKey(fingerprint: String)
    case threshold(found: Int, needed: Int)
}

/// What is wrong with the text of a signature block.
public enum ArmorFault: Hashable, Sendable {
    case blankLine
    case character
    /// Not base64 as it is canonically written.
    case base64
    case noText
}

/// What is wrong inside a signature.
public enum BlobFault: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    case noSSHSignature
    case version(UInt32)
    case cutShort
    case trailing
    case key(KeyFault)
    case reserved
    case hash(String)
    case signatureType(String)
    case signatureLength(Int)
}

public enum KeyFault: Error, Hashable, Sendable {
    /// No line of a `.pub` file.
    case line
    /// Of another type than `ssh-ed25519`.
    case type(String)
    case length(Int)
    case notCanonical
    case lowOrder
}
