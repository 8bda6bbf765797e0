import GradeModel
import SystemSupport

/// What a person should know of a row beside its verdict, which it does not change.
enum Warning: Hashable, Sendable {
    /// The code begins with another county than the one the place is in.
    case codeCounty(code: String, county: County)
    /// The code's letters say another kind of land.
    case codeFeature(letters: String, landType: LandType)
    /// The code has white space in front of it or behind it.
    case codeSpace
    /// 19 digits that end in 0000, as a spreadsheet leaves them that took the code for a number.
    case codeDigits
    /// A cell, `D5`, holds a formula; its saved value was taken.
    case formula(String)
    case formulaWithoutValue(String)
    case errorValue(String)
    /// A number of more digits than a spreadsheet keeps.
    case longNumber(String)
    case binary(String)
    /// A text that was cut off in the middle of a character.
    case cut(String)
}

extension Warning: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .codeCounty(let code, let county):
            language.pick(
                zh: "宗地代码前6位为\(code)，不是\(county.name)（\(county.code)）",
                en: "the code begins with \(code), not \(county.code) (\(county.name))")
        case .codeFeature(let letters, let landType):
            language.pick(
                zh: "宗地代码的特征码\(letters)与\(landType.name)不符",
                en: "the code's letters \(letters) contradict \(landType.rawValue)")
        case .codeSpace:
            language.pick(
                zh: "宗地代码前后有空白字符（制表符、空格等），核对时不计",
                en: "the code has white space (a tab, a blank …) in front of it or behind it, which does not count")
        case .codeDigits:
            language.pick(
                zh: "19位地块编码末4位都是0，可能曾被电子表格当作数字",
                en: "a code of 19 digits ending in 0000: perhaps a spreadsheet took it for a number")
        case .formula(let cell):
            language.pick(zh: "\(cell)是公式，用的是所存的结果", en: "\(cell) is a formula: its saved value is taken")
        case .formulaWithoutValue(let cell):
            language.pick(zh: "\(cell)是公式，没有存结果", en: "\(cell) is a formula without a saved value")
        case .errorValue(let cell): language.pick(zh: "\(cell)是错误值", en: "\(cell) is an error value")
        case .longNumber(let cell):
            language.pick(
                zh: "\(cell)是超过15位的数字，末几位已丢失",
                en: "\(cell) is a number of more than 15 digits: its last ones are lost")
        case .binary(let cell): language.pick(zh: "\(cell)是二进制数据", en: "\(cell) is binary data")
        case .cut(let cell):
            language.pick(
                zh: "\(cell)的文字被字段长度截断，末尾的半个字符已略去",
                en: "\(cell) was cut by the length of its field: the half character at its end is left out")
        }
    }
}

extension [Warning] {
    func sentence(in language: Language) -> Sentence {
        map { $0.sentence(in: language) }.joined(separator: language.pick(zh: "；", en: "; "))
    }
}
