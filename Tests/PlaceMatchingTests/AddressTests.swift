import GradeModel
import PlaceMatching
import TestSupport
import Testing

func askAddress(_ text: String) -> GazetteerMatch { Xiangyin.gazetteer.match(.address(text)) }

struct AddressTests {
    static let tails = [
        "", "3组", "１２号", "第三村民小组", "村民委员会", "三组", "老屋组12号", "村民小组", "李家屋场", "(原红旗村)", "-12",
        "村委会李家村", "村部旁", "  7 队", "幸福路3号东湖社区服务站",
    ]

    @Test(arguments: [
        "湖南省岳阳市湘阴县", "湖南岳阳湘阴", "岳阳市湘阴县", "湘阴县", "湘阴", "", "湖南省湘阴县", "湖南省", "湖南省岳陽市湘陰縣",
        "湖南省,岳阳市,湘阴县,",
    ])
    func `every village is found in its address`(lead: String) {
        for place in Xiangyin.villages {
            for tail in lead == "湘阴县" ? Self.tails : ["3组"] {
                let result = found(askAddress(lead + place.township + place.village + tail))
                #expect(result.rule == .address)
                #expect(result.places == ["\(place.township)/\(place.village)"], "\(place.village)\(tail)")
            }
        }
    }

    @Test func `an address without a township finds what the county has once`() {
        for place in Xiangyin.villages {
            let places = found(askAddress("湘阴县\(place.village)3组")).places
            #expect(places.contains("\(place.township)/\(place.village)"))
            #expect(places.count == (place.village == "东湖渔场" ? 2 : 1))
        }
    }

    @Test(arguments: [
        ("湘阴县东塘镇茶场", "东塘镇/东塘镇茶场"), ("湘阴县东塘镇东塘镇茶场", "东塘镇/东塘镇茶场"),
        ("湘阴县新泉镇新泉寺镇渔场", "新泉镇/新泉寺镇渔场"), ("湘阴县县茶场", "洋沙湖镇/县茶场"),
        ("湘阴县文星街道办事处东湖社区12号", "文星街道/东湖社区"), ("三塘镇金嵩村3组", "三塘镇/金嵒村"),
        ("湖南省岳阳市湘阴县金龙镇芙蓉村民委员会", "金龙镇/芙蓉村"), ("湘阴县湘滨镇临资镇3组", "湘滨镇/临资镇"),
        ("鹤龙湖镇浩河居委会", "鹤龙湖镇/浩河社区"),
    ])
    func `the longest name that is held wins`(address: String, place: String) {
        #expect(found(askAddress(address)).places == [place])
    }

    @Test(arguments: [
        "湘阴县金龙镇芙蓉园村", "湘阴县石塘镇芙蓉村", "湘阴县金龙镇金龙村渔场", "湘阴县金龙镇金龙村3村", "湘阴县金龙镇芙蓉村民小组",
        "湘阴县金龙镇芙蓉村社区", "湘阴县金龙镇金龙村李家渔场", "湘阴县金龙镇金龙村三社区",
        "湘阴县临资镇芙蓉村", "湘阴县金龙镇新芙蓉村", "湘阴县金龙镇", "湘阴县", "湘阴芙蓉村", "", "，", "湘阴县金龙镇天鹅3组",
        "湘阴县金龙镇东湖渔场",
    ])
    func `part of another name is not taken`(address: String) {
        #expect(found(askAddress(address)).places.isEmpty)
    }

    @Test(arguments: [
        "江西省金龙镇芙蓉村", "湖南省岳阳市华容县金龙镇芙蓉村", "华容县芙蓉村", "湖南省长沙市湘阴县金龙镇芙蓉村",
        "岳阳楼区金龙镇芙蓉村", "湖南省岳阳市岳阳楼区金龙镇芙蓉村", "新湘阴县金龙镇芙蓉村",
    ])
    func `an address elsewhere is of another county`(address: String) {
        #expect(askAddress(address) == .unknownCounty)
    }

    @Test(arguments: ["湘阴县黄龙镇芙蓉村", "黄龙镇芙蓉村3组", "湖南省岳阳市湘阴县临滨镇芙蓉村"])
    func `a township that is not held is unknown, and where the village is, is offered`(address: String) {
        guard case .unknownTownship(let offered) = askAddress(address) else {
            Issue.record("not an unknown township")
            return
        }
        #expect(offered.contains(Suggestion(county: Xiangyin.county, township: "金龙镇", village: "芙蓉村")))
    }

    @Test func `a village that is not held is unknown in its township`() {
        guard case .unknownVillage("金龙镇", let offered, _) = askAddress("湘阴县金龙镇芙蓉园村3组") else {
            Issue.record("not an unknown village")
            return
        }
        #expect(offered.first == Suggestion(county: Xiangyin.county, township: "石塘镇", village: "芙蓉园村"))
    }

    @Test func `a county without province explains no province`() {
        let county = County(code: "430624", name: "湘阴县")
        let place = Place(county: county, township: "金龙镇", village: "芙蓉村", kind: .village)
        let gazetteer = Gazetteer(county: county, townships: [], villages: [place], aliases: [])
        #expect(gazetteer.match(.address("湖南省岳阳市湘阴县金龙镇芙蓉村")) == .unknownCounty)
        #expect(found(gazetteer.match(.address("湘阴县金龙镇芙蓉村"))).places == ["金龙镇/芙蓉村"])
    }

    @Test func `one character gone from an address is never another village`() {
        for place in Xiangyin.villages {
            let characters = Array("湘阴县\(place.township)\(place.village)3组")
            for index in characters.indices.dropLast(2) {
                for replacement in [""] {
                    var changed = characters.map(String.init)
                    changed[index] = replacement
                    let places = found(askAddress(changed.joined())).places
                    let isHeld = Xiangyin.villages.contains {
                        places == ["\($0.township)/\($0.village)"] && changed.joined().contains($0.village)
                    }
                    #expect(
                        places.isEmpty || places == ["\(place.township)/\(place.village)"] || isHeld,
                        "\(changed.joined()) is taken for \(places)")
                }
            }
        }
    }
}
