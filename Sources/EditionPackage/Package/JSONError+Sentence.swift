import StrictJSON
import SystemSupport

/// StrictJSON knows no languages.
extension JSONError {
    func sentence(in language: Language) -> Sentence {
        language.pick(zh: "第\(line)行第\(column)字节：\(chinese)", en: "\(description)")
    }

    private var chinese: Sentence {
        switch reason {
        case .unexpectedEnd: "内容不完整，在一项中间结束"
        case .unexpected(let what): "此处不应有\(what.replacing("byte ", with: "字节"))"
        case .trailing: "内容结束后还有别的东西"
        case .duplicateKey(let key): "“\(excerpt: key)”写了两次"
        case .notWhole(let number): "\(number)不是整数（须写阿拉伯数字）"
        case .numberTooLarge(let number): "\(number)过大"
        case .badEscape: "不认识的转义"
        case .loneSurrogate: "代理对不完整"
        case .controlCharacter: "字符串中有控制字符"
        case .invalidUTF8: "不是 UTF-8"
        case .tooDeep(let limit): "嵌套超过\(limit)层"
        }
    }
}
