import GradeModel
import PlaceMatching
import TestSupport
import Testing

/// What stands around the village in an address: a second village, the county in brackets, words before the address.
@Suite struct SecondPlaceTests {
    private let two = ["金龙镇/胜利村", "金龙镇/芙蓉村"]

    @Test(arguments: [
        "芙蓉村3组 胜利村2组", "芙蓉村3组胜利村2组", "芙蓉村3号胜利村", "芙蓉村委会胜利村", "芙蓉村（现胜利村）", "芙蓉村（胜利村）", "芙蓉村3组（胜利村）",
        "芙蓉村、胜利", "芙蓉村、胜利村", "芙蓉村和胜利村交界处", "芙蓉村3组 胜利村第2组", "芙蓉村3组胜利村三组",
    ])
    func `a second village makes it ambiguous`(cell: String) {
        #expect(found(askAddress("湘阴县金龙镇" + cell)).places.sorted() == two)
        #expect(found(Xiangyin.gazetteer.match(.names(township: "金龙镇", village: cell))).places.sorted() == two)
        #expect(found(Xiangyin.gazetteer.match(.names(township: nil, village: "金龙镇" + cell))).places.sorted() == two)
    }

    @Test(arguments: [
        "芙蓉村（原胜利村）", "芙蓉村（旧称胜利村）", "芙蓉村胜利村民小组", "芙蓉村3组胜利村民小组", "芙蓉村3组（胜利村小学旁）", "芙蓉村3组12号附近胜利村",
        "芙蓉村3组芙蓉村", "芙蓉村3组 芙蓉村委会", "芙蓉村胜利组", "芙蓉村3组胜利屋场",
    ])
    func `a former name, a group or a landmark is no second village`(cell: String) {
        #expect(found(askAddress("湘阴县金龙镇" + cell)).places == ["金龙镇/芙蓉村"])
        #expect(
            found(Xiangyin.gazetteer.match(.names(township: "金龙镇", village: cell))).places == ["金龙镇/芙蓉村"])
    }

    @Test(arguments: ["湘阴县金龙镇胜利", "金龙镇胜利", "金龙 胜利", "湖南省岳阳市湘阴县金龙镇胜利"])
    func `behind its township a village stands without its ending`(address: String) {
        #expect(found(askAddress(address)).places == ["金龙镇/胜利村"])
    }

    @Test func `without its ending it may be any of several, and the county alone is not enough`() {
        #expect(found(askAddress("湘阴县文星街道东湖")).places.count == 2)
        #expect(found(askAddress("湘阴县金龙")).places.isEmpty)
        #expect(found(askAddress("胜利")).places.isEmpty)
    }

    @Test(arguments: [
        "（湘阴县）金龙镇芙蓉村", "(湖南省湘阴县)金龙镇芙蓉村3组", "【湘阴县】金龙镇芙蓉村", "位于湘阴县金龙镇芙蓉村", "坐落：湘阴县金龙镇芙蓉村", "坐落于金龙镇芙蓉村",
        "地址: 湘阴县金龙镇芙蓉村", "430624100湘阴县金龙镇芙蓉村", "430624100金龙镇芙蓉村", "430624100201湘阴县金龙镇芙蓉村", "430624湘阴县金龙镇芙蓉村",
    ])
    func `what says that an address comes is no part of it`(address: String) {
        #expect(found(askAddress(address)).places == ["金龙镇/芙蓉村"])
    }

    @Test(arguments: ["4306241湘阴县金龙镇芙蓉村", "（汨罗市）金龙镇芙蓉村", "位于汨罗市金龙镇芙蓉村"])
    func `another county stays another county`(address: String) {
        #expect(found(askAddress(address)).places.isEmpty)
    }
}
