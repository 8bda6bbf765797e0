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

    @Test(arguments: [
        "芙蓉村3组 石塘镇双龙村2组", "芙蓉村3组石塘镇双龙村2组", "芙蓉村12号石塘镇双龙村", "芙蓉村3组与湘阴县石塘镇双龙村交界", "芙蓉村（双龙村）", "芙蓉村（石塘镇双龙村）",
        "芙蓉村3组 双龙村2组", "芙蓉村 石塘镇双龙村",
    ])
    func `a second village may be in another township`(cell: String) {
        #expect(found(askAddress("湘阴县金龙镇" + cell)).places.sorted() == ["石塘镇/双龙村", "金龙镇/芙蓉村"])
        #expect(found(Xiangyin.gazetteer.match(.names(township: "金龙镇", village: cell))).places.count == 2)
    }

    @Test(arguments: [
        "芙蓉村3组静河镇", "芙蓉村静河镇", "芙蓉村3组汨罗市", "芙蓉村汨罗市", "芙蓉村老屋组汨罗市", "芙蓉村（静河）", "芙蓉村（湘阴县静河）",
    ])
    func `another township or county behind a village is not passed over`(cell: String) {
        #expect(found(ask("金龙镇", cell)).places.isEmpty)
        #expect(found(askAddress("湘阴县金龙镇" + cell)).places.isEmpty)
    }

    @Test(arguments: [
        "芙蓉村3组金龙镇", "芙蓉村3组湘阴县", "芙蓉村3组县城边", "芙蓉村老城市场", "芙蓉村3组国家粮库县公司", "芙蓉村（静河镇方向）",
    ])
    func `the own township and county are no others`(cell: String) {
        #expect(found(ask("金龙镇", cell)).places == ["金龙镇/芙蓉村"])
    }

    @Test func `a village that is named twice is one`() {
        for place in Xiangyin.villages {
            for cell in ["\(place.village) \(place.village)3组", "\(place.village)（\(place.village)）"] {
                #expect(
                    found(askAddress("湘阴县\(place.township)\(cell)")).places == ["\(place.township)/\(place.village)"],
                    "\(cell)")
            }
        }
    }

    @Test func `a name that begins with 前 is no former name`() {
        let county = County(code: "430624", name: "湘阴县")
        let villages = ["松林村", "前进村", "和平村"].map {
            Place(county: county, township: "青山镇", village: $0, kind: .village)
        }
        let gazetteer = Gazetteer(county: county, townships: [], villages: villages, aliases: [])
        func places(_ cell: String) -> [String] { found(gazetteer.match(.address("青山镇松林村" + cell))).places }
        #expect(places("（前进村）").count == 2 && places("（原和平村，现前进村）").count == 2)
        #expect(places("（原和平村）") == ["青山镇/松林村"] && places("（前和平村）") == ["青山镇/松林村"])
    }

    @Test func `a township's code in front has to be its own, where codes are known`() {
        let county = County(code: "990101", name: "示例县")
        let villages = [("青山镇", "松林村"), ("石桥镇", "石桥社区")].map {
            Place(county: county, township: $0.0, village: $0.1, kind: PlaceKind(name: $0.1))
        }
        func places(_ codes: [String?], _ address: String) -> [String] {
            let townships = zip(["青山镇", "石桥镇"], codes).enumerated().map {
                TownshipEntry(name: $1.0, pinyin: "", code: $1.1, order: $0 + 1)
            }
            let gazetteer = Gazetteer(county: county, townships: townships, villages: villages, aliases: [])
            return found(gazetteer.match(.address(address))).places
        }
        let codes = ["990101100", "990101101"]
        #expect(places(codes, "990101100青山镇松林村") == ["青山镇/松林村"])
        #expect(places(codes, "990101100201青山镇松林村3组") == ["青山镇/松林村"])
        #expect(places(codes, "990101101青山镇松林村").isEmpty && places(codes, "990101999松林村").isEmpty)
        #expect(places(codes, "990101100石桥社区").isEmpty && places(codes, "990101101石桥社区") == ["石桥镇/石桥社区"])
        #expect(places([nil, nil], "990101101青山镇松林村") == ["青山镇/松林村"])
    }

    @Test(arguments: ["松林村小计", "松林村合计", "松林村3组小计"])
    func `a line of sums is no village`(cell: String) {
        #expect(found(askAddress("湘阴县金龙镇" + cell.replacing("松林", with: "芙蓉"))).places.isEmpty)
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
