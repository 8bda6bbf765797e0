public import GradeModel
public import SystemSupport

/// What a cell of a table, or a member of `datapackage.json`, may hold.
public enum ExpectedValue: Hashable, Sendable {
    case text
    case name
    case amount
    case whole(ClosedRange<Int>)
    /// - Parameter example: of the same column.
    case day(example: String)
    case dayFrom(CalendarDate)
    case oneOf([String])
    case tableOrRow
    case tableRow
    case rate
    case erratumID
    case pinyin
    case townshipCode
    case countyCode
    case editionID
    /// The edition's own id, a second time.
    case same(EditionID)
    case profile(String)
    case object
    case hash
}

extension ExpectedValue: Worded {
    /// In English behind ‘is not’, in Chinese behind ‘须为’.
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .text:
            language.pick(
                zh: "一段文字：不超过4000字，不含控制字符，首尾没有空格",
                en: "a text of at most 4000 characters without control characters or outer spaces")
        case .name:
            language.pick(
                zh: "名称：1至40个汉字、字母、数字、（）()、顿号或间隔号，没有空格",
                en: "a name: 1 to 40 letters, ideographs, digits, （）(), 、 or ·, no spaces")
        case .amount:
            language.pick(
                zh: "大于0的金额，写阿拉伯数字，如12.50，小数点前最多九位、后最多四位",
                en:
                    "an amount above 0 in plain digits, as in 12.50, at most nine of them before the point and four behind it"
            )
        case .whole(let range):
            language.pick(
                zh: "\(range.lowerBound)至\(range.upperBound)的整数，写阿拉伯数字",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound) in plain digits")
        case .day(let example):
            language.pick(zh: "形如\(example)的日期", en: "a date of the form \(example)")
        case .dayFrom(let day):
            language.pick(zh: "\(day.description)当天或以后的日期", en: "a day on or after \(day.description)")
        case .oneOf(let values):
            language.pick(
                zh: "以下之一：\(values.joined(separator: "、"))", en: "one of \(values.joined(separator: ", "))")
        case .tableOrRow:
            language.pick(zh: "表或表中的一行，如表1、表2第11行", en: "a table or a row of one, as in 表1 or 表2第11行")
        case .tableRow: language.pick(zh: "表中的一行，如表2第11行", en: "a row of a table, as in 表2第11行")
        case .rate:
            language.pick(
                zh: "带百分号的百分率，如6%、6.25%", en: "a rate in per cent with its sign, as in 6% or 6.25%")
        case .erratumID: language.pick(zh: "勘误编号，如E1", en: "an erratum id such as E1")
        case .pinyin:
            language.pick(
                zh: "小写字母的拼音，不带声调，没有空格", en: "pinyin in lower-case letters without tones or spaces")
        case .townshipCode:
            language.pick(zh: "9位或12位的乡镇代码", en: "a township code of 9 or 12 digits")
        case .countyCode: language.pick(zh: "六位的县代码", en: "a county code of six digits")
        case .editionID:
            language.pick(zh: "成果版本号，如430624-2025-1", en: "an edition id such as 430624-2025-1")
        case .same(let id): language.pick(zh: "本成果的版本号\(id)", en: "the edition's id, \(id)")
        case .profile(let name): "\(name)"
        case .object: language.pick(zh: "JSON 对象", en: "an object")
        case .hash:
            language.pick(
                zh: "sha256: 后接64位小写十六进制数", en: "sha256: and 64 hex digits in lower case")
        }
    }
}
