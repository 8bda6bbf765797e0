import Crypto
import SystemSupport

/// The name of a feed's file: the SHA-256 of its bytes as 64 lower-case hex digits.
public enum ContentAddress {
    public static func of(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

    public static func isOne(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
