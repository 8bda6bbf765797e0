import GradeModel
import SystemSupport
import TestSupport
import Testing

@testable import ParcelValidation
@testable import TabularText

@Suite struct NoteTests {
    private static let one = Grade(rawValue: 1)!
    private static let two = Grade(rawValue: 2)!
    private static let dispute = Dispute(held: one, printed: two, erratum: "E1")
    private static let near = [
        Suggestion(county: Xiangyin.county, township: "金龙镇", village: "金龙村"),
        Suggestion(county: Xiangyin.county, township: "静河镇", village: nil),
    ]
    private static func fault(_ fault: RecordFault) -> Note {
        .badRecord(LocatedFault(fault: fault, column: 3, offset: 17))
    }

    @Test(
        arguments: [
            (.mismatch(declared: one, official: two), "申报一级，应为二级", "declared 1, official 2"),
            (
                .mismatchDisputed(declared: Grade(rawValue: 3)!, dispute), "申报三级；级别待核（E1）：采用一级，公报文本标为二级",
                "declared 3; in dispute (E1): held 1, printed 2"
            ),
            (
                .disputed(dispute), "级别待核（E1）：采用一级，公报文本标为二级，需人工确认",
                "in dispute (E1): held 1, printed 2: a person has to decide"
            ),
            (
                .filledDisputed(Dispute(held: one, printed: two, erratum: nil)), "级别待核：采用一级，公报文本标为二级",
                "in dispute: held 1, printed 2"
            ),
            (.withdrawn(nil), "该成果已撤回", "the edition was withdrawn"),
            (
                .withdrawn(.mismatch(declared: one, official: two)), "申报一级，应为二级；该成果已撤回",
                "declared 1, official 2; the edition was withdrawn"
            ),
            (.notListed, "该村未列入此类土地的级别表", "the table of this land type does not list the village"),
            (.notPublished, "该成果未公布此类土地的级别", "the edition publishes no grades of this land type"),
            (.noEdition, "当时没有施行的成果", "no edition was in force"),
            (.unreadableGrade(official: nil, nil), "申报级别无法识别", "the declared grade is no grade"),
            (.unreadableGrade(official: two, nil), "申报级别无法识别；应为二级", "the declared grade is no grade; official 2"),
            (
                .unreadableGrade(official: one, dispute), "申报级别无法识别；应为一级；级别待核（E1）：采用一级，公报文本标为二级",
                "the declared grade is no grade; official 1; in dispute (E1): held 1, printed 2"
            ),
            (
                .unknownLandType, "不是 GB/T 21010 或第三次全国国土调查的地类名称或编码",
                "no name or code of GB/T 21010 or of the third national land survey"
            ),
            (
                .landTypeAsNumber,
                "不是地类编码：可能被电子表格当作数字，去掉了前面的 0（0201 成了 201）或加了小数点（0201.0）；请补全编码，以文本存储",
                "no code of a land type: a spreadsheet may have made a number of it, without the 0 in front (201 of 0201) or with a point (0201.0); write the whole code as text"
            ),
            (.noLandType, "没有写地类", "names no land type"),
            (
                .ditto(.township), "乡镇一栏是“同上”之类的记号，指上一行的内容；须填写实际内容",
                "the cell of the township has a mark that stands for the cell above: fill in what it says"
            ),
            (
                .ditto(.landType), "地类一栏是“同上”之类的记号，指上一行的内容；须填写实际内容",
                "the cell of the land type has a mark that stands for the cell above: fill in what it says"
            ),
            (
                .ambiguous(Array(Xiangyin.villages.prefix(2))), "有多处符合：东塘镇东南村、东塘镇东塘镇茶场",
                "fits several places: 东塘镇东南村, 东塘镇东塘镇茶场"
            ),
            (
                .ambiguous([
                    Xiangyin.villages[0],
                    Place(county: County(code: "430681", name: "汨罗市"), township: "东塘镇", village: "东南村", kind: .village),
                ]),
                "有多处符合：湘阴县东塘镇东南村、汨罗市东塘镇东南村", "fits several places: 湘阴县东塘镇东南村, 汨罗市东塘镇东南村"
            ),
            (.unknownTownship(near), "没有此乡镇；相近的有：金龙镇金龙村、静河镇", "no such township; near: 金龙镇金龙村, 静河镇"),
            (.unknownTownship([]), "没有此乡镇", "no such township"),
            (
                .villageOfOther("汨罗市", [near[0]]), "村名后面写着汨罗市，不是本县的；请核实；相近的有：金龙镇金龙村",
                "behind the village another county is named, 汨罗市: find out where it is; near: 金龙镇金龙村"
            ), (.unknownVillage([near[0]]), "没有此村；相近的有：金龙镇金龙村", "no such village; near: 金龙镇金龙村"),
            (
                .landTypeOfEither([.orchard, .forest]), "按不同标准分属园地和林地，请改写为 GB/T 21010 的地类名称或编码",
                "standards put it under 园地 and 林地; write a class of GB/T 21010"
            ),
            (.townshipOnly([near[1]]), "只写了乡镇（静河镇），没有写村", "names a township (静河镇) and no village"),
            (
                .otherTownship("静河镇", [near[0]], inAddress: false), "村一栏写的是静河镇，与乡镇一栏不同；相近的有：金龙镇金龙村",
                "the village's cell names 静河镇, which is not the row's township; near: 金龙镇金龙村"
            ),
            (.unknownCounty, "所写的县不在库中", "names a county that is not in the store"),
            (.otherCounty("湘阴县"), "县一栏写的不是湘阴县", "the county's cell names another county than 湘阴县"),
            (
                .otherTownship("静河镇", [], inAddress: true), "坐落一栏写的是静河镇，与乡镇一栏不同",
                "the address names 静河镇, which is not the row's township"
            ),
            (
                .otherCode("BDCDYH"), "“BDCDYH”一栏的编号已被电子表格改成数字，末几位已丢失",
                "‘BDCDYH’: a spreadsheet has made a number of it; its last digits are lost"
            ),
            (
                .needsCounty, "只写了拼音：库中县多，没有逐县查找；请写明县，或用汉字写乡镇",
                "in pinyin alone, not searched in every county of the store; add the county, or the township in characters"
            ),
            (
                fault(.quoteInField), "第3列，第17字节处：未加引号的字段中有引号；引号前有等号或空格的，请另存为 XLSX，或去掉后再核对",
                "column 3, byte offset 17: quote inside an unquoted field; where an equals sign or a blank stands before it, save the list as XLSX or take that out"
            ),
            (fault(.textAfterQuote), "第3列，第17字节处：右引号后还有文字", "column 3, byte offset 17: text after the closing quote"),
            (fault(.nulByte), "第3列，第17字节处：有 NUL 字节", "column 3, byte offset 17: NUL byte"),
            (fault(.tooManyColumns), "第3列，第17字节处：超过1024列", "column 3, byte offset 17: more than 1024 columns"),
            (
                fault(.wrongBytes), "第3列，第17字节处：有不属于该编码的字节",
                "column 3, byte offset 17: bytes that are no text in the list's encoding"
            ),
            (
                .ragged(found: 4, expected: 3, isEmptyBehind: true),
                "有4个字段，表头有3个，多出的是空的：是行末多了分隔符，还是某格中的分隔符没有加引号，无从判断；请另存为 XLSX",
                "field count 4, the header has 3, and what is beyond is empty: whether there is a delimiter too many at the end or one within a cell without quotes can't be told; save the list as XLSX"
            ),
            (.contradictoryLandType, "地类栏中的编码、名称彼此不符", "its code and its name, or its words, are of different classes"),
            (.ragged(found: 2, expected: 3), "有2个字段，表头有3个", "field count 2, the header has 3"),
            (.noParcel(.blank), "空行", "an empty row"), (.noParcel(.total), "合计行，不是地块", "a total, no parcel"),
            (.noParcel(.footer), "表尾，不是地块", "a line below the table, no parcel"),
            (.noParcel(.instructions), "填写要求，不是地块", "what has to be filled in, no parcel"),
            (.noParcel(.numbers), "栏次，不是地块", "the numbers of the columns, no parcel"),
            (.noParcel(.heading), "标题行（表名或分组标题），不是地块", "a title or the heading of a group, no parcel"),
            (.noParcel(.units), "各栏的单位，不是地块", "the units of the columns, no parcel"),
            (
                .parcelID(.scientific), "宗地代码已被电子表格改成数字，末几位已丢失",
                "parcel id: a spreadsheet has made a number of it; its last digits are lost"
            ),
            (
                .parcelID(.number), "宗地代码已被程序当作数字（带小数点、千分位、百分号等）；请按原代码以文本重新录入",
                "parcel id: a program has made a number of it, with a point, commas or a mark; enter it again as text"
            ),
            (
                .parcelID(.replaced), "宗地代码中有替换字符（U+FFFD、??、锟斤拷）：转换编码时丢了字符",
                "parcel id: has U+FFFD, ?? or 锟斤拷, which programs put where they could not read a character"
            ),
            (.parcelID(.invisible), "宗地代码含有不可见字符", "parcel id: has characters that cannot be seen"),
            (.parcelID(.tooLong), "宗地代码超过64个字符", "parcel id: longer than 64 characters"),
        ] as [(Note, String, String)])
    func `each note has its words in both languages`(note: Note, chinese: String, english: String) {
        #expect(note.sentence(in: .zh).text == chinese)
        #expect(note.sentence(in: .en).text == english)
    }

    @Test func `of many places that fit five are named and the others counted`() {
        let note = Note.ambiguous(Array(Xiangyin.villages.prefix(7)))
        #expect(note.sentence(in: .en).text.hasSuffix("and 2 more"))
        #expect(note.sentence(in: .zh).text.hasSuffix("等7处"))
    }
}
