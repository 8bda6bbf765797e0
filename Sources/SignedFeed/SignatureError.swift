public import SystemSupport

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

extension SignatureError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .empty: language.pick(zh: "文件是空的", en: "the file is empty")
        case .notSigned(let isPage):
            language.pick(
                zh: "没有签名：文件开头不是 SSH 签名" + (isPage ? "；看起来是一个网页（上网认证页面或服务器的错误页）" : ""),
                en: "not signed: the file does not begin with an SSH signature"
                    + (isPage ? "; it looks like a web page (a login portal, or an error page of the server)" : ""))
        case .tooLarge(let limit): language.pick(zh: "文件超过 \(limit >> 20) MiB", en: "larger than \(limit >> 20) MiB")
        case .tooManyBlocks(let limit): language.pick(zh: "签名超过 \(limit) 个", en: "more than \(limit) signatures")
        case .blockTooLarge(let block, let limit):
            language.pick(
                zh: "第\(block)个签名超过 \(limit >> 10) KiB",
                en: "signature \(block) is longer than \(limit >> 10) KiB")
        case .truncated(let block):
            language.pick(zh: "文件不完整：在第\(block)个签名中间就结束了", en: "truncated: the file ends inside signature \(block)")
        case .armor(let line, let fault):
            language.pick(
                zh: "第\(line)行：签名文本已损坏：\(fault.sentence(in: language))",
                en: "line \(line): broken signature armor: \(fault.sentence(in: language))")
        case .blob(let block, let fault):
            language.pick(
                zh: "第\(block)个签名：\(fault.sentence(in: language))",
                en: "signature \(block): \(fault.sentence(in: language))")
        case .key(let fault): fault.sentence(in: language)
        case .namespace(let expected, let found):
            language.pick(
                zh: "签名用途不符：应为 \(expected.rawValue)，实为 \(excerpt: found)",
                en: "the signature is for another purpose: \(excerpt: found) instead of \(expected.rawValue)")
        case .wrongSignature(let fingerprint):
            language.pick(
                zh: "密钥 \(fingerprint) 的签名与内容不符：内容被改动过",
                en: "the signature by \(fingerprint) does not fit the contents: something was changed")
        case .lineEndings(let fingerprint):
            language.pick(
                zh: "密钥 \(fingerprint) 的签名与内容不符：换行符在传输中被改动（LF 变成了 CRLF），请以二进制方式传输",
                en:
                    "the signature by \(fingerprint) does not fit the contents: line endings were changed in transit (LF to CRLF); transfer the file as binary"
            )
        case .unknownKey(let fingerprint):
            language.pick(zh: "签名所用的密钥不认识：\(fingerprint)", en: "unknown key \(fingerprint)")
        case .threshold(let found, let needed):
            language.pick(
                zh: "需要发布源的 \(needed) 个密钥签名，只有 \(found) 个签了名",
                en: "signed by \(found) of the source's keys, \(needed) are needed")
        }
    }
}

extension ArmorFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .blankLine: language.pick(zh: "有空行", en: "a blank line")
        case .character: language.pick(zh: "有 base64 以外的字符", en: "a character that is not base64")
        case .base64: language.pick(zh: "base64 不是规范写法", en: "the base64 is not as it is canonically written")
        case .noText: language.pick(zh: "首行与末行之间没有内容", en: "nothing between its first line and its last")
        }
    }
}

extension BlobFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .tooLong(let limit): language.pick(zh: "超过 \(limit >> 10) KiB", en: "longer than \(limit >> 10) KiB")
        case .noSSHSignature: language.pick(zh: "不是 SSH 签名", en: "not an SSH signature")
        case .version(let number):
            language.pick(zh: "签名版本为 \(number)，只能读取版本 1", en: "signature version \(number), only 1 is read")
        case .cutShort: language.pick(zh: "某个字段不完整", en: "it ends inside a field")
        case .trailing: language.pick(zh: "最后一个字段之后还有内容", en: "something follows its last field")
        case .key(let fault): fault.sentence(in: language)
        case .reserved: language.pick(zh: "保留字段不为空", en: "the reserved field is not empty")
        case .hash(let name):
            language.pick(
                zh: "散列算法为“\(name)”，只接受 sha512 和 sha256",
                en: "hash algorithm \"\(name)\", only sha512 and sha256 are taken")
        case .signatureType(let name):
            language.pick(
                zh: "签名类型为“\(name)”，只接受 ssh-ed25519",
                en: "signature of type \"\(name)\", only ssh-ed25519 is taken")
        case .signatureLength(let count):
            language.pick(
                zh: "Ed25519 签名应为 64 字节，实为 \(count) 字节",
                en: "an Ed25519 signature of \(count) bytes instead of 64")
        }
    }
}

extension KeyFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .line:
            language.pick(
                zh: "不是 .pub 文件中的公钥（ssh-ed25519 AAAA…）",
                en: "not a public key as a .pub file has it (ssh-ed25519 AAAA…)")
        case .type(let type):
            language.pick(
                zh: "密钥类型为 \(type)，只接受 ssh-ed25519（ssh-keygen -t ed25519）",
                en: "a key of type \(type); only ssh-ed25519 is taken (ssh-keygen -t ed25519)")
        case .length(let count):
            language.pick(zh: "Ed25519 密钥应为 32 字节，实为 \(count) 字节", en: "an Ed25519 key of \(count) bytes instead of 32")
        case .notCanonical:
            language.pick(zh: "Ed25519 密钥不是规范写法", en: "an Ed25519 key that is not written in its canonical form")
        case .lowOrder:
            language.pick(
                zh: "低阶的 Ed25519 密钥，任何签名都能通过，不予接受",
                en: "an Ed25519 key of low order, which any signature fits")
        }
    }
}
