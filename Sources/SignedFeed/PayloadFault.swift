public import StrictJSON
public import SystemSupport

/// Why a payload is not the JSON that its format asks for.
public enum PayloadFault: Error, Hashable, Sendable {
    case tooLarge(limit: Int)
    case json(JSONError)
    case notObject
    /// A format of a later version of the program, or of something else.
    case format(found: String, reads: String)
    case clientTooOld(needs: ClientVersion, has: ClientVersion)
    /// `editions[3].size`
    case missing(String)
    case value(member: String, found: String, expected: String)
    case unknownMember(String)
}

extension PayloadFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .tooLarge(let limit):
            language.pick(zh: "内容超过 \(limit >> 10) KiB", en: "contents of more than \(limit >> 10) KiB")
        case .json(let error): language.pick(zh: "第\(error.line)行第\(error.column)字节处不符合 JSON 格式", en: "\(error)")
        case .notObject: language.pick(zh: "内容不是 JSON 对象", en: "the contents are no JSON object")
        case .format(let found, let reads):
            language.pick(
                zh: "格式为“\(excerpt: found)”，本版本只能读取 \(reads)，请更新程序",
                en: "the format is \"\(excerpt: found)\", this version reads \(reads): update the program")
        case .clientTooOld(let needs, let has):
            language.pick(
                zh: "需要 \(needs) 或更高版本，本程序为 \(has)，请更新程序",
                en: "it needs version \(needs) or later, this is \(has): update the program")
        case .missing(let member): language.pick(zh: "缺少 \(excerpt: member)", en: "\(excerpt: member) is missing")
        case .value(let member, let found, let expected):
            language.pick(
                zh: "\(excerpt: member) 的值不合规定：\(excerpt: found)",
                en: "\(excerpt: member): \(excerpt: found) is not \(expected)")
        case .unknownMember(let member):
            language.pick(zh: "\(excerpt: member) 不是已知字段", en: "\(excerpt: member) is unknown")
        }
    }
}
