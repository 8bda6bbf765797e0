import Crypto
import SystemSupport

/// The name of a feed's file: the SHA-256 of its bytes as 64 lower-case hex digits.
public enum ContentAddress {
    public static func of(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

    public static func isOne(_ text: String) -> Bool { isSHA256(text.utf8) }
}
