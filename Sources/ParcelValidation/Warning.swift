import GradeModel

/// What a person should know of a row beside its verdict, which it does not change.
enum Warning: Hashable, Sendable {
    /// The code begins with another county than the one the place is in.
    case codeCounty(code: String, county: County)
    /// The code's letters say another kind of land.
    case codeFeature(letters: String, landType: LandType)
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

extension NoteLanguage {
    func text(of warning: Warning) -> String {
        switch self {
        case .zh: Self.chinese(warning)
        case .en: Self.english(warning)
        }
    }

    func text(of warnings: [Warning]) -> String {
        warnings.map(text(of:)).joined(separator: self == .zh ? "；" : "; ")
    }

    private static func chinese(_ warning: Warning) -> String {
        switch warning {
        case .codeCounty(let code, let county): "宗地代码前6位为\(code)，不是\(county.name)（\(county.code)）"
        case .codeFeature(let letters, let landType): "宗地代码的特征码\(letters)与\(landType.name)不符"
        case .codeDigits: "19位地块编码末4位都是0，可能曾被电子表格当作数字"
        case .formula(let cell): "\(cell)是公式，用的是所存的结果"
        case .formulaWithoutValue(let cell): "\(cell)是公式，没有存结果"
        case .errorValue(let cell): "\(cell)是错误值"
        case .longNumber(let cell): "\(cell)是超过15位的数字，末几位已丢失"
        case .binary(let cell): "\(cell)是二进制数据"
        case .cut(let cell): "\(cell)的文字被字段长度截断，末尾的半个字符已略去"
        }
    }

    private static func english(_ warning: Warning) -> String {
        switch warning {
        case .codeCounty(let code, let county): "the code begins with \(code), not \(county.code) (\(county.name))"
        case .codeFeature(let letters, let landType): "the code's letters \(letters) contradict \(landType.rawValue)"
        case .codeDigits: "a code of 19 digits ending in 0000: perhaps a spreadsheet took it for a number"
        case .formula(let cell): "\(cell) is a formula: its saved value is taken"
        case .formulaWithoutValue(let cell): "\(cell) is a formula without a saved value"
        case .errorValue(let cell): "\(cell) is an error value"
        case .longNumber(let cell): "\(cell) is a number of more than 15 digits: its last ones are lost"
        case .binary(let cell): "\(cell) is binary data"
        case .cut(let cell): "\(cell) was cut by the length of its field: the half character at its end is left out"
        }
    }
}
