import GradeModel
import PlaceMatching
import TestSupport
import Testing

struct NameKeyTests {
    @Test(arguments: [
        ("金龍鎮", "金龙镇"), ("芙蓉\u{3000}村", "芙蓉村"), (" 芙 蓉\t村\r\n", "芙蓉村"), ("第３組", "第3组"),
        ("\u{FEFF}芙\u{200B}蓉\u{200D}村", "芙蓉村"), ("芙\u{AD}蓉村\u{FE0F}", "芙蓉村"), ("（芙蓉）", "(芙蓉)"),
        ("⾦⽯村", "金石村"), ("\u{F92C}\u{F979}村", "郎凉村"), ("樹\u{A0}港", "树港"), ("\u{F96F}村", "说村"),
        ("芙蓉村", "芙蓉村"), ("Ａ区", "A区"), ("", ""), ("\u{3000}\u{200B}", ""),
    ])
    func `width, white space, invisible and traditional characters are folded`(name: String, text: String) {
        #expect(Array(NameKey(name).text.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: [
        ("金嵒村", "金嵩村"), ("金嵒村", "金崙村"), ("金嵩村", "金崙村"), ("乾村", "干村"), ("沙河淀村", "砂河淀村"),
        ("A区", "a区"), ("芙蓉村", "芙蓉村\u{1B}"), ("芙蓉村", "芙蓉村\u{0}"), ("e\u{301}", "é"),
    ])
    func `different names stay different`(a: String, b: String) {
        #expect(NameKey(a) != NameKey(b))
    }

    @Test func `folding twice is folding once`() {
        for place in Xiangyin.villages {
            let key = NameKey(Xiangyin.traditional(place.village))
            #expect(NameKey(key.text) == key)
            #expect(key.text == place.village)
            #expect(key.hashValue == NameKey(place.village).hashValue)
        }
    }
}
