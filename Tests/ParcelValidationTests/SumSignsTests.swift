import PlaceMatching
import TabularText
import Testing

@testable import ParcelValidation

/// What the fast path asks of a cell's bytes may be true of no sum, and is never false of one.
@Suite struct SumSignsTests {
    private static let words = [
        "小计", "合计", "總計", "合計", "小計", "共计", "累计", "汇总", "匯總", "彙總", "求和", "总面积", "总平均值", "计数", "数值计数", "最大值", "乘积",
        "标准偏差", "方差", "平均",
        "平均值", "东塘镇计", "计", "∑", "加总", "加權平均", "其中：园地", "其中园地", "共2宗", "共 2 宗 20 亩", "合计面积", "求和项:面积", "總數", "總戶數",
        "Total", "SUBTOTAL",
        "Grand Total", "sum", "合计3", "ＴＯＴＡＬ", "Average", "Count", "Max", "金龙镇 Count", "0201 Max", "Grand Min",
        "Grand Count",
        "Jinlong Total", "Jinlong Count", "Jinlong Average", "共2条记录", "记录数：2", "記錄數", "以上共2宗",
    ]
    private static let around = [
        ("", ""), ("（", "）"), ("—— ", " ——"), ("\u{3000}", "："), ("\u{FEFF}", "\u{200B}"), ("张三 ", ""), ("★", "/"),
    ]

    @Test func `no word for a sum is taken for something else`() {
        for encoding in [TextEncoding.utf8, .gb18030] {
            let signs = SumSigns(encoding)
            for word in Self.words {
                #expect(NoParcel.label(word) == .total, "\(word)")
                for (before, behind) in Self.around where NoParcel.isSum(before + word + behind) {
                    #expect(
                        signs.mayBeTotal(encoding.bytes(of: before + word + behind)[...]), "\(before)\(word)\(behind)")
                }
            }
        }
    }

    @Test func `names and numbers are not looked at`() {
        for encoding in [TextEncoding.utf8, .gb18030] {
            let signs = SumSigns(encoding)
            for cell in ["张三", "欧阳建国", "1", "1024", "", "李四（户主）".replacing("（户主）", with: "")] {
                #expect(!signs.mayBeTotal(encoding.bytes(of: cell)[...]), "\(cell)")
            }
        }
        for name in ["Zhang San", "Zhang Min", "Guo Jian", "Wang He"] {
            #expect(!SumSigns(.utf8).mayBeTotal(Array(name.utf8)[...]), "\(name)")
            #expect(NoParcel.label(name) == nil, "\(name)")
        }
    }

    @Test func `characters that are folded to one of a word are all there`() {
        for characters in [SumSigns.firstCharacters, SumSigns.lastCharacters] {
            let folded = Set(characters.map { NameKey(String($0)).text })
            for value in 0x4E00...0x9FFF {
                let character = String(Unicode.Scalar(UInt32(value))!)
                if folded.contains(NameKey(character).text) { #expect(characters.contains(character), "\(character)") }
            }
        }
    }
}
