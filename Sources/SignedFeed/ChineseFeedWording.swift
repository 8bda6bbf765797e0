import StrictJSON
import SystemSupport

public struct ChineseFeedWording: FeedWording {
    public init() {}

    public func sentence(_ error: SignatureError) -> String {
        switch error {
        case .empty: "文件是空的"
        case .notSigned(let isPage):
            "没有签名：文件开头不是 SSH 签名" + (isPage ? "；看起来是一个网页（上网认证页面或服务器的错误页）" : "")
        case .tooLarge(let limit): "文件超过 \(limit >> 20) MiB"
        case .tooManyBlocks(let limit): "签名超过 \(limit) 个"
        case .blockTooLarge(let block, let limit): "第\(block)个签名超过 \(limit >> 10) KiB"
        case .truncated(let block): "文件不完整：在第\(block)个签名中间就结束了"
        case .armor(let line, let fault): "第\(line)行：签名文本已损坏：\(sentence(fault))"
        case .blob(let block, let fault): "第\(block)个签名：\(sentence(fault))"
        case .key(let fault): sentence(fault)
        case .namespace(let expected, let found):
            "签名用途不符：应为 \(expected.rawValue)，实为 \(excerpt(found))"
        case .wrongSignature(let fingerprint): "密钥 \(fingerprint) 的签名与内容不符：内容被改动过"
        case .lineEndings(let fingerprint):
            "密钥 \(fingerprint) 的签名与内容不符：换行符在传输中被改动（LF 变成了 CRLF），请以二进制方式传输"
        case .unknownKey(let fingerprint): "签名所用的密钥不认识：\(fingerprint)"
        case .threshold(let found, let needed): "需要发布源的 \(needed) 个密钥签名，只有 \(found) 个签了名"
        }
    }

    private func sentence(_ fault: ArmorFault) -> String {
        switch fault {
        case .blankLine: "有空行"
        case .character: "有 base64 以外的字符"
        case .base64: "base64 不是规范写法"
        case .noText: "首行与末行之间没有内容"
        }
    }

    private func sentence(_ fault: BlobFault) -> String {
        switch fault {
        case .tooLong(let limit): "超过 \(limit >> 10) KiB"
        case .noSSHSignature: "不是 SSH 签名"
        case .version(let number): "签名版本为 \(number)，只能读取版本 1"
        case .cutShort: "某个字段不完整"
        case .trailing: "最后一个字段之后还有内容"
        case .key(let fault): sentence(fault)
        case .reserved: "保留字段不为空"
        case .hash(let name): "散列算法为“\(name)”，只接受 sha512 和 sha256"
        case .signatureType(let name): "签名类型为“\(name)”，只接受 ssh-ed25519"
        case .signatureLength(let count): "Ed25519 签名应为 64 字节，实为 \(count) 字节"
        }
    }

    public func sentence(_ error: KeyFault) -> String {
        switch error {
        case .line: "不是 .pub 文件中的公钥（ssh-ed25519 AAAA…）"
        case .type(let type): "密钥类型为 \(type)，只接受 ssh-ed25519（ssh-keygen -t ed25519）"
        case .length(let count): "Ed25519 密钥应为 32 字节，实为 \(count) 字节"
        case .notCanonical: "Ed25519 密钥不是规范写法"
        case .lowOrder: "低阶的 Ed25519 密钥，任何签名都能通过，不予接受"
        }
    }

    public func sentence(_ error: PayloadFault) -> String {
        switch error {
        case .tooLarge(let limit): "内容超过 \(limit >> 10) KiB"
        case .json(let error): "第\(error.line)行第\(error.column)字节处不符合 JSON 格式"
        case .notObject: "内容不是 JSON 对象"
        case .format(let found, let reads): "格式为“\(excerpt(found))”，本版本只能读取 \(reads)，请更新程序"
        case .clientTooOld(let needs, let has): "需要 \(needs) 或更高版本，本程序为 \(has)，请更新程序"
        case .missing(let member): "缺少 \(excerpt(member))"
        case .value(let member, let found, _): "\(excerpt(member)) 的值不合规定：\(excerpt(found))"
        case .unknownMember(let member): "\(excerpt(member)) 不是已知字段"
        }
    }

    public func sentence(_ error: ManifestError) -> String {
        switch error {
        case .payload(let fault): sentence(fault)
        case .tooManyEditions(let count, let limit): "列有 \(count) 个成果版本，最多 \(limit) 个"
        case .editionTwice(let id): "成果版本 \(id) 列了两次"
        case .otherCounty(let id, let county): "成果版本 \(id) 列在另一个县 \(excerpt(county)) 名下"
        }
    }

    public func sentence(_ error: KeySetError) -> String {
        switch error {
        case .payload(let fault): sentence(fault)
        case .key(let index, let error): "keys[\(index)]：\(sentence(error))"
        case .tooManyKeys(let count, let limit): "有 \(count) 个密钥，最多 \(limit) 个"
        case .keyTwice(let fingerprint): "密钥 \(fingerprint) 列了两次"
        case .threshold(let threshold, let keys):
            "签名个数要求为 \(threshold)，密钥为 \(keys) 个；要求至少为 1，不超过密钥个数，且不超过 \(KeySet.highestThreshold)"
        case .signature(let error): sentence(error)
        case .noPin: "没有指定受信任的密钥"
        case .pinDidNotSign(let fingerprint): "受信任的密钥 \(fingerprint) 没有在上面签名"
        case .pinNotInSet(let fingerprint): "受信任的密钥 \(fingerprint) 不在密钥集中"
        case .version(let expected, let found): "密钥集版本应为 \(expected)，实为 \(found)"
        case .otherSource(let expected, let found): "发布源不符：应为 \(excerpt(expected))，实为 \(excerpt(found))"
        case .otherPayload: "密钥集不是从这个文件读出的"
        }
    }
}
