import GradeModel
import SystemSupport
import TabularText

extension CellFlag.Kind {
    /// Why a cell can't be trusted.
    ///
    /// - Parameter cell: as a person finds it, like `D7`.
    func words(of cell: String, in language: Language) -> Sentence {
        switch self {
        case .formulaWithoutValue:
            language.pick(
                zh: "\(cell)是公式，没有存结果；请在电子表格中重新计算并保存",
                en: "\(cell) is a formula without a saved value; recalculate and save it in the spreadsheet")
        case .longNumber:
            language.pick(
                zh: "\(cell)的代码存成了数字，超过15位的部分已丢失；请改为文本格式后重新录入",
                en:
                    "the code in \(cell) was stored as a number and has lost its digits beyond 15; make the cell text and enter it again"
            )
        case .binary: language.pick(zh: "\(cell)是二进制数据", en: "\(cell) is binary data")
        case .cut:
            language.pick(
                zh: "\(cell)的文字被字段长度截断，末尾不全；请按原始资料补全，或加长字段后重新导出",
                en:
                    "\(cell) was cut by the length of its field and is not whole; complete it, or export it with a longer field"
            )
        case .errorValue, .formula: language.pick(zh: "\(cell)是错误值", en: "\(cell) is an error value")
        }
    }
}

extension NoParcel: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .blank: language.pick(zh: "空行", en: "an empty row")
        case .total: language.pick(zh: "合计行，不是地块", en: "a total, no parcel")
        case .footer: language.pick(zh: "表尾，不是地块", en: "a line below the table, no parcel")
        case .header: language.pick(zh: "重复的表头，不是地块", en: "the header again, no parcel")
        case .heading:
            language.pick(zh: "标题行（表名或分组标题），不是地块", en: "a title or the heading of a group, no parcel")
        case .instructions: language.pick(zh: "填写要求，不是地块", en: "what has to be filled in, no parcel")
        case .numbers: language.pick(zh: "栏次，不是地块", en: "the numbers of the columns, no parcel")
        case .units: language.pick(zh: "各栏的单位，不是地块", en: "the units of the columns, no parcel")
        }
    }
}

extension ParcelIDFault: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .scientific:
            language.pick(
                zh: "宗地代码已被电子表格改成数字，末几位已丢失",
                en: "parcel id: a spreadsheet has made a number of it; its last digits are lost")
        case .number:
            language.pick(
                zh: "宗地代码已被程序当作数字（带小数点、千分位、百分号等）；请按原代码以文本重新录入",
                en:
                    "parcel id: a program has made a number of it, with a point, commas or a mark; enter it again as text"
            )
        case .date:
            language.pick(
                zh: "宗地代码已被程序当作日期；请按原代码以文本重新录入",
                en: "parcel id: a program has made a date of it; enter it again as text")
        case .errorValue: language.pick(zh: "宗地代码是错误值", en: "parcel id: an error value")
        case .truthValue: language.pick(zh: "宗地代码是真假值", en: "parcel id: a truth value")
        case .invisible:
            language.pick(zh: "宗地代码含有不可见字符", en: "parcel id: has characters that cannot be seen")
        case .replaced:
            language.pick(
                zh: "宗地代码中有替换字符（U+FFFD、??、锟斤拷）：转换编码时丢了字符",
                en: "parcel id: has U+FFFD, ?? or 锟斤拷, which programs put where they could not read a character")
        case .tooLong:
            language.pick(
                zh: "宗地代码超过\(ParcelIDFault.longest)个字符",
                en: "parcel id: longer than \(ParcelIDFault.longest) characters")
        }
    }
}
