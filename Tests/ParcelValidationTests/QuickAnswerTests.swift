import PlaceMatching
import Testing

@testable import ParcelValidation

/// What rules a cell out by its first characters rules out nothing that a closer look would find.
@Suite struct QuickAnswerTests {
    @Test func `every word for a column is a header's word, however it is written`() {
        for word in HeaderTable.meanings.keys {
            for written in [word, "*" + word, "1." + word, "（" + word + "）", "权利人/" + word, "宗地/" + word, word + "："] {
                #expect(HeaderAgain.isWord(written) == (HeaderKey(written).meaning != nil), "\(written)")
            }
        }
        #expect(HeaderAgain.isWord("乡 镇") && HeaderAgain.isWord("宗地/村名") && HeaderAgain.isWord("2023年地类"))
        #expect(!HeaderAgain.isWord("芙蓉村"))
    }

    @Test func `a row whose place begins as a label does is looked at, whatever place the label ends in`() {
        for label in NoParcel.longFooters + SumWords.endings + ["以上", "其中", "必填", "选填", "非必填", "第一页", "注", "附件一"] {
            for end in ["", "村", "芙蓉村", "金龙镇", "东塘乡", "石塘社区", "：芙蓉村", "（金龙镇）"] {
                let text = label + end
                guard NoParcel.label(text) != nil else { continue }
                #expect(NoParcel.mayBe(township: "", place: text), "\(text)")
                #expect(NoParcel.mayBe(township: text, place: "芙蓉村"), "\(text)")
            }
        }
        // Names that begin as some labels do, one character long.
        for name in ["小江村", "平安村", "公平社区", "总铺镇", "合兴乡", "三塘镇"] {
            #expect(
                !NoParcel.mayBe(township: "金龙镇", place: name) && !NoParcel.mayBe(township: name, place: "芙蓉村"),
                "\(name)")
        }
    }
}
