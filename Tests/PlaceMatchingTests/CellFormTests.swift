import GradeModel
import PlaceMatching
import TestSupport
import Testing

/// Cells that hold more than a name, or less.
struct CellFormTests {
    @Test(arguments: [
        Example(nil, "金龙镇芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "金龙镇芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "湘阴县金龙镇芙蓉村委会", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "湘阴县芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "金龙芙蓉村", nil),
        Example("金龙镇", "金龙 芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "金龙镇_芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "金龙镇\\芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "“芙蓉村”", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "「芙蓉村3组」", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "[芙蓉村]", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "“芙蓉村”“金龙村”", nil),
        Example("金龙镇", "芙蓉村_金龙村", .address, "金龙镇/芙蓉村", "金龙镇/金龙村"),
        Example("金龙镇", "“静河镇芙蓉村”", nil),
        Example("金龙人民政府", "芙蓉村", .suffixOmitted, "金龙镇/芙蓉村"),
        Example("金龙政府", "芙蓉村", .suffixOmitted, "金龙镇/芙蓉村"),
        Example("金龙党委", "芙蓉村", nil),
        Example("龙政府", "芙蓉村", nil),
        Example("横岭湖自然保护区管理局", "浩河区芦苇站", .normalized, "横岭湖自然保护区/浩河区芦苇站"),
        Example(nil, "该地块位于金龙镇芙蓉村", .address, "金龙镇/芙蓉村"),
        Example(nil, "本县金龙镇芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "金龙镇芙蓉", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村3组", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村三组", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村第3村民小组", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村村民小组", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村老屋组", .address, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村（老屋组）", .address, "金龙镇/芙蓉村"),
        Example("湘阴县金龙镇", "芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("湖南省岳阳市湘阴县金龙镇人民政府", "芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("430624金龙镇", "芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("湘阴县金龙", "芙蓉", .address, "金龙镇/芙蓉村"),
        Example("金龙镇（原界头铺镇）", "芙蓉村", .address, "金龙镇/芙蓉村"),
        Example("湘滨镇", "临资镇3组", .address, "湘滨镇/临资镇"),
        Example("金龙镇", "芙蓉村与金龙村交界处", .address, "金龙镇/芙蓉村", "金龙镇/金龙村"),
        Example(nil, "金龙 芙蓉", .address, "金龙镇/芙蓉村"),
        Example(nil, "湘阴县芙蓉", .address, "金龙镇/芙蓉村"),
    ])
    func `a place in front or behind is read by the grammar of addresses`(example: Example) {
        let result = found(ask(example.township, example.village))
        #expect(result.rule == example.rule)
        #expect(result.places == example.places)
    }

    @Test(arguments: [
        "民主组", "民建组", "民主3组", "民主第3组", "茶场组", "林场组", "水库组", "村前组", "村头3组", "镇东组", "李家村组", "李家社区组", "老茶场组",
    ])
    func `what ends in 组 behind a village is a group of it`(group: String) {
        for question in [ask("金龙镇", "芙蓉村" + group), ask(nil, "金龙镇芙蓉村" + group), askAddress("湘阴县金龙镇芙蓉村" + group)] {
            #expect(found(question).places == ["金龙镇/芙蓉村"])
        }
    }

    @Test(arguments: [
        "金龙村组", "金龙村东组", "金龙村东3组", "老金龙村前第3组", "石塘村茶场", "茶场", "茶场3组", "民小组", "民三组", "民组", "民3组", "村", "镇",
    ])
    func `what may be another place is none`(rest: String) {
        #expect(found(ask("金龙镇", "芙蓉村" + rest)).places.isEmpty)
        #expect(found(askAddress("湘阴县金龙镇芙蓉村" + rest)).places.isEmpty)
    }

    @Test(arguments: [("石塘镇", "石塘社区石塘乡茶场"), ("金龙镇", "天鹅社区金龙镇政府旁"), ("东塘镇", "东塘社区东塘镇茶场")])
    func `a community is no county`(township: String, village: String) {
        let match = ask(township, village)
        guard case .unknownVillage(let known, _, _) = match, known == township else {
            if !match.isMatched { Issue.record("\(village): \(match)") }
            return
        }
    }

    @Test(arguments: [
        ("金龙镇", "静河镇芙蓉村"), ("静河镇", "金龙镇芙蓉村"), ("静河镇", "湘阴县金龙镇芙蓉村3组"), ("东塘镇", "金龙镇金龙"),
    ])
    func `a village's cell that names another township is not taken`(township: String, village: String) {
        guard case .otherTownship(let named, _) = ask(township, village) else {
            Issue.record("\(village) in \(township)")
            return
        }
        #expect(village.contains(named) && named != township)
    }

    @Test func `what the other township has is offered`() {
        guard case .otherTownship(_, let offered) = ask("东塘镇", "金龙镇芙蓉村") else {
            Issue.record("taken")
            return
        }
        #expect(offered.first == Suggestion(county: Xiangyin.county, township: "金龙镇", village: "芙蓉村"))
    }

    @Test(arguments: [
        (nil, "金龙镇"), (nil, "湘阴县金龙镇"), ("金龙镇", "金龙镇"), ("金龙镇", "湘阴县金龙镇"), (nil, "金龙镇人民政府"),
    ])
    func `a township alone is named as one`(township: String?, village: String) {
        let named = Suggestion(county: Xiangyin.county, township: "金龙镇", village: nil)
        #expect(ask(township, village) == .townshipOnly([named]))
        #expect(askAddress("湖南省岳阳市湘阴县金龙镇") == .townshipOnly([named]))
    }

    @Test(arguments: [
        ("汨罗市金龙镇", "芙蓉村"), ("金龙镇", "汨罗市金龙镇芙蓉村"), ("金龙镇", "汨罗市芙蓉村"), (nil, "邵阳县金龙镇芙蓉村"),
        (nil, "长沙市芙蓉区芙蓉村"),
    ])
    func `a cell that names another county is of that county`(township: String?, village: String) {
        #expect(ask(township, village) == .unknownCounty)
    }

    @Test func `two townships of one stem are neither`() {
        let county = Xiangyin.county
        let gazetteer = Gazetteer(
            county: county, townships: [],
            villages: [("金龙镇", "上湾村"), ("金龙乡", "下湾村")].map {
                Place(county: county, township: $0.0, village: $0.1, kind: .village)
            }, aliases: [])
        guard case .unknownTownship(let offered) = gazetteer.match(.names(township: "金龙", village: "上湾村")) else {
            Issue.record("taken")
            return
        }
        #expect(Set(offered.compactMap(\.township)) == ["金龙镇", "金龙乡"])
    }

    static let townshipForms: [@Sendable (String) -> String] = [
        { $0 }, { "湘阴县" + $0 }, { "岳阳市湘阴县" + $0 }, { "湖南省岳阳市湘阴县" + $0 }, { "湘阴 " + $0 }, { $0 + "人民政府" },
        { $0 + "（原某镇）" }, { Xiangyin.traditional($0) },
    ]

    static let tails = ["", "3组", "三组", "第3村民小组", "老屋组", "12号", "（老屋组）", " 7 队", "村民委员会", "党总支", "-3组"]

    @Test func `every village is itself or ambiguous, in every form`() {
        for place in Xiangyin.villages {
            let fronts = ["", place.township, "湘阴县" + place.township, "湘阴县", "湖南省岳阳市湘阴县" + place.township]
            for (index, form) in Self.townshipForms.enumerated() {
                for (number, tail) in Self.tails.enumerated() {
                    let front = fronts[(index + number) % fronts.count]
                    let (township, village) = (form(place.township), front + place.village + tail)
                    let places = found(ask(township, village)).places
                    #expect(places == ["\(place.township)/\(place.village)"], "\(township) \(village)")
                }
            }
            for front in fronts where front.hasSuffix(place.township) {
                for tail in Self.tails {
                    let places = found(ask(nil, front + place.village + tail)).places
                    #expect(places == ["\(place.township)/\(place.village)"], "\(front)\(place.village)\(tail)")
                }
            }
        }
    }

    @Test func `no village of a cell is taken for the row's township when it names another`() {
        let townships = Xiangyin.townships.map(\.name)
        for (index, place) in Xiangyin.villages.enumerated() {
            let other = townships[index % townships.count]
            guard other != place.township else { continue }
            #expect(found(ask(other, place.township + place.village)).places.isEmpty)
            #expect(found(ask(other, "湘阴县\(place.township)\(place.village)3组")).places.isEmpty)
        }
    }

    /// One character changed, in every form: the cell is this village's, another's by its own name, or nothing's.
    @Test func `one character apart is never another village, in every form`() {
        for place in Xiangyin.villages {
            for (front, tail) in [(place.township, ""), ("", "3组"), ("湘阴县", "老屋组"), (place.township, "（老屋组）")] {
                let characters = Array(place.village)
                for index in characters.indices {
                    for replacement in ["", "园", "新"] {
                        var changed = characters.map(String.init)
                        changed[index] = replacement
                        let name = changed.joined()
                        let places = found(ask(place.township, front + name + tail)).places
                        let isHeld = Xiangyin.villages.contains {
                            places == ["\($0.township)/\($0.village)"]
                                && (front + name + tail).contains($0.village)
                        }
                        #expect(
                            places.isEmpty || places.contains("\(place.township)/\(place.village)") || isHeld,
                            "\(front + name + tail) is taken for \(places)")
                    }
                }
            }
        }
    }
}
