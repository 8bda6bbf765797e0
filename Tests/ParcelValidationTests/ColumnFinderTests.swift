import GradeModel
import SystemSupport
import TabularText
import Testing

@testable import ParcelValidation

@Suite struct ColumnFinderTests {
    private func find(
        _ headers: [String], told: [ColumnRole: String] = [:], landTypeIsTold: Bool = false
    ) throws -> [ColumnRole: Int] {
        try ColumnFinder(told: told, landTypeIsTold: landTypeIsTold).find(headers).columns
    }

    @Test(arguments: ["乡镇", "所属乡镇", "乡镇名称", "XZMC", "xzmc", "乡（镇）", " 鄉鎮 ", "乡\u{A0}镇", "Township"])
    func `finds the township by its header`(header: String) throws {
        #expect(try find([header, "村", "地类"])[.township] == 0)
    }

    @Test(arguments: ["村", "行政村", "村(社区)", "村（社区）", "行政村/社区名", "社区名", "ZLDWMC", "village"])
    func `finds the village by its header`(header: String) throws {
        #expect(try find(["乡镇", header, "地类"])[.village] == 1)
    }

    @Test(arguments: ["坐落", "座落", "土地坐落", "ZL"])
    func `takes an address where there is no village`(header: String) throws {
        #expect(try find([header, "地类"]) == [.address: 0, .landType: 1])
        #expect(try find(["乡镇", "村", header, "地类"]) == [.township: 0, .village: 1, .landType: 3])
        #expect(
            try find(["乡镇", "村", header, "地类"], told: [.address: header]) == [.township: 0, .address: 2, .landType: 3])
    }

    @Test(arguments: [
        ("出让单价（元/㎡）", ColumnRole.unitPrice, "元/平方米"), ("单价元/亩", .unitPrice, "元/亩"), ("单价_元每亩", .unitPrice, "元/亩"),
        ("基准地价标准（元/平方米）", .unitPrice, "元/平方米"), ("地面单价(元/㎡)", .unitPrice, "元/平方米"), ("金额元", .amount, "元"),
        ("流转价款（元）", .amount, "元"), ("宗地总地价（万元）", .amount, "万元"), ("总价-万元", .amount, "万元"), ("面积亩", .area, "亩"),
        ("面积_公顷", .area, "公顷"), ("流转面积（亩）", .area, "亩"), ("评估面积（㎡）", .area, "平方米"), ("MJ_M2", .area, "平方米"),
    ])
    func `finds a figure and its unit`(header: String, role: ColumnRole, unit: String) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类", "级别", header])
        #expect(map[role] == 4 && map.units[role]?.unit.word == unit)
    }

    @Test func `a unit from --units does not count against the header's, and that is said`() throws {
        let told = ColumnFinder(units: [.unitPrice: .price(PriceUnit(word: "元/平方米")!), .area: .area(.mu)])
        let map = try told.find(["乡镇", "村", "地类", "级别", "单价（元/亩）", "面积"])
        #expect(map.units[.unitPrice]?.unit.word == "元/亩" && map.units[.area]?.unit.word == "亩")
        #expect(
            map.remarks.map { $0.sentence(in: .zh).text(on: .command) } == ["单价按表头中的单位元/亩，--units所写的元/平方米不起作用"])
        #expect(try told.find(["乡镇", "村", "地类", "级别", "单价（元/㎡）", "面积"]).remarks.isEmpty)
    }

    @Test func `a column that looks like a figure and is not taken is said`() throws {
        func said(_ headers: [String]) throws -> [String] {
            try ColumnFinder().find(["乡镇", "村", "地类", "级别"] + headers).remarks.map {
                $0.sentence(in: .en).text(on: .command)
            }
        }
        let price = try said(["年租价格（元/亩）"])
        #expect(
            price.count == 1 && price[0].hasPrefix("not taken for the unit price: column 5 ‘年租价格（元/亩）’"), "\(price)")
        let both = try said(["2022年单价（元/亩）", "2025年单价（元/亩）", "补偿金额"])
        #expect(both.count == 2 && both.contains { $0.contains("column 5") && $0.contains("column 6") }, "\(both)")
        #expect(both.contains { $0.contains("‘补偿金额’") && $0.contains("--columns amount=") }, "\(both)")
        #expect(try said(["租金", "价类"]).isEmpty)
        #expect(try said(["建筑面积"]).count == 1)
        #expect(try said(["单价（元/亩）", "建筑面积"]).count == 1)
    }

    @Test(arguments: [
        (ColumnRole.township, ["乡镇", "所属乡镇", "乡镇名称", "XZMC", "TOWNSHIP"]),
        (
            .village,
            [
                "村", "行政村", "村(社区)", "行政村/社区名", "社区名", "ZLDWMC", "VILLAGE", "村（居）委会", "村委会", "社区", "行政村名称", "座落单位名称",
                "权属单位名称", "QSDWMC", "ｖｉｌｌａｇｅ", "村(居)",
                "权属/村", "村［社区］",
            ]
        ),
        (.address, ["坐落", "座落", "土地坐落", "ZL", "ADDRESS"]),
        (.landType, ["地类", "地类名称", "DLMC", "地类编码", "DLBM", "土地类型", "LAND_TYPE"]),
        (
            .grade,
            [
                "级别", "土地级别", "JB", "GRADE", "申报级别", "等级", "土地等级", "级别名称", "园地级别", "林地级别", "评定级别", "定级", "定级级别", "級別",
                "级别（一级、二级）",
                "级 别", "级别(申报)", "grade", "土地信息/级别", "土地/级别",
            ]
        ),
        (.parcelID, ["宗地代码", "地块编码", "DKBM", "不动产单元号", "PARCEL_ID"]),
    ])
    func `finds a role by every header it has in practice`(role: ColumnRole, headers: [String]) throws {
        for header in headers {
            for spelling in [header, header.lowercased(), " \(header)\u{3000}"] {
                var list = ["备注", spelling]
                if role != .landType { list.append("地类") }
                if role != .township, role != .address { list.append("乡镇") }
                if role != .village, role != .address { list.append("村") }
                #expect(try find(list)[role] == 1, "\(spelling)")
            }
        }
    }

    @Test(arguments: [
        "地力等级", "DLDJ", "等别", "质量等别", "级", "地级", "面积", "JBXX", "坡度级", "GDPDJB", "级别(地力)", "耕地等别", "质量等级",
        "级别（耕地质量）", "国家级公益林", "原/级别", "等别", "级别（建设用地）", "级别（公益林）", "级别（城镇）", "级别（宅基地）", "级别（上轮）", "级别（旧）", "级别（公布）",
        "等级（保护）", "级别（林地保护）", "建设用地/级别", "土地信息/级别（城镇）", "级别（旧级别）",
    ])
    func `takes no other figure for the grade`(header: String) throws {
        #expect(try find(["乡镇", "村", "地类", header])[.grade] == nil)
    }

    /// It is a column that may be the grade, and is named.
    @Test(arguments: [
        "级别（建设用地）", "级别（公益林）", "级别（上轮）", "级别（旧）", "级别（公布）", "等级（保护）", "级别（应为）", "级别（县政府公布）", "级别（2025年公布）",
        "级别（基准地价成果）", "申报", "填报",
    ])
    func `names what brackets make another grade`(header: String) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类", header])
        #expect(map[.grade] == nil && map.likeGrade == [3])
        let beside = try ColumnFinder().find(["乡镇", "村", "地类", header, "级别"])
        #expect(beside[.grade] == 4 && beside.likeGrade == [3])
    }

    @Test(arguments: [
        "级别（公布填报）", "级别（园地）", "级别（林地）", "级别（必填）", "级别（级）", "级别（一/二/三级）", "级别（下拉选择）", "级别（单位：级）", "级别（1-3）", "级别（申报）",
        "级别（农用地）",
        "等级（评定）",
        "级别（现行）", "级别（代码）", "级别（2025年）", "级别（某某）", "级别（村自报）", "Grade (declared)", "级别（）", "级别*（必填*）", "定级情况（2025年）/级别",
        "级别（填一级、二级或三级）",
    ])
    func `other brackets leave it the grade`(header: String) throws {
        #expect(try find(["乡镇", "村", "地类", header])[.grade] == 3)
    }

    /// A price of a grade is none: its unit says so.
    @Test(arguments: ["级别基准地价（元/㎡）", "级别基准地价（单位：元/㎡）", "级别基准地价/元/㎡", "级别面积（亩）"])
    func `a figure with a unit is not offered as the grade`(header: String) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类", header])
        #expect(map[.grade] == nil && map.likeGrade.isEmpty)
    }

    @Test func `finds land type, grade, county and id`() throws {
        let columns = try find(["县", "乡镇", "村", "DLMC", "JB", "DLDJ", "地力等级", "质量等别", "BDCDYH", "宗地代码"])
        #expect(columns == [.county: 0, .township: 1, .village: 2, .landType: 3, .grade: 4, .parcelID: 8])
        #expect(try find(["乡镇", "村", "土地类型", "土地级别"])[.grade] == 3)
        #expect(try find(["乡镇", "村", "地类名称", "地类编码"])[.landType] == 3)
        #expect(try find(["乡镇", "村"], landTypeIsTold: true) == [.township: 0, .village: 1])
    }

    /// An area's name of a level that the word does not tell is the one that is missing, and nothing where it may be both.
    @Test func `takes the name of an administrative area for the level that is missing`() throws {
        #expect(try find(["XZQMC", "村", "地类"])[.township] == 0)
        #expect(try find(["乡镇", "行政区名称", "地类"])[.village] == 1)
        #expect(try find(["乡镇", "村", "XZQMC", "地类"]).values.contains(2) == false)
        #expect(throws: ColumnError.self) { try find(["XZQMC", "地类"]) }
        #expect(throws: ColumnError.self) { try find(["XZQMC", "行政区", "村", "地类"]) }
    }

    @Test func `the place goes before the owner, and two sure columns are asked about`() throws {
        #expect(try find(["乡镇", "QSDWMC", "ZLDWMC", "DLBM"])[.village] == 2)
        #expect(throws: ColumnError.self) { try find(["乡镇", "村", "申报级别", "核定级别", "地类"]) }
        #expect(throws: ColumnError.missing(.village, headers: ["乡镇", "承包方/村", "地类"])) {
            try find(["乡镇", "承包方/村", "地类"])
        }
    }

    @Test func `no column of ours is taken for anything, and none is the grade by chance`() throws {
        let headers = ["乡镇", "村", "地类", "landgrade_grade", "LANDGRADE_VILLAGE"]
        let map = try ColumnFinder().find(headers)
        #expect(map.columns == [.township: 0, .village: 1, .landType: 2])
        #expect(map.ours == [3, 4] && map.likeGrade.isEmpty)
    }

    @Test func `a list without a grade says so, and names what could be one`() throws {
        let none = try ColumnFinder().find(["乡镇", "村", "地类", "地力等级", "DLDJ"])
        #expect(none.noGrade?.sentence(in: .zh).text == "没有找到“级别”列：本次没有核对任何申报级别；如有这样的列，请用 --columns grade=列名或列号 指定")
        let like = try ColumnFinder().find(["乡镇", "村", "地类", "村报级次"])
        #expect(
            like.noGrade?.sentence(in: .zh).text
                == "没有找到“级别”列：本次没有核对任何申报级别；可能是级别的列：第4列“村报级次”，如果是，请用 --columns grade=列号 指定")
        #expect(try ColumnFinder().find(["乡镇", "村", "地类", "级别"]).noGrade == nil)
        let aside = try ColumnFinder(told: [.grade: ""]).find(["乡镇", "村", "地类", "级别"])
        #expect(
            aside.noGrade?.sentence(in: .zh).text == "第4列“级别”按要求（--columns grade=）不用作级别：本次没有核对任何申报级别")
        #expect(
            aside.noGrade?.sentence(in: .en).text
                == "column 4 ‘级别’ is not taken for the grade, as asked (--columns grade=): no declared grade is compared"
        )
        let asked = try ColumnFinder(told: [.grade: ""]).find(["乡镇", "村", "地类", "村报级次"])
        #expect(asked.noGrade == like.noGrade)
        let both = try ColumnFinder().find(["乡镇", "村", "地类", "级别", "复核级别"])
        #expect(both.remarks.map { $0.sentence(in: .zh).text } == ["没有用作级别的列：第5列“复核级别”"])
    }

    @Test(
        arguments: [
            (["实测面积（亩）"], 3, "亩", []), (["面积/公顷", "合同面积"], 3, "公顷", []), (["TBMJ"], 3, "平方米", []),
            (["SCMJM", "SCMJ"], 4, "平方米", []), (["SCMJM"], 3, "亩", []),
            (["面积/亩", "面积/平方米"], nil, nil, [3, 4]), (["亩"], 3, "亩", []), (["亩数"], 3, "亩", []),
            (["㎡"], 3, "平方米", []), (["亩", "公顷"], nil, nil, [3, 4]), (["面积", "亩"], 3, nil, []),
        ] as [([String], Int?, String?, [Int])])
    func `the area and its unit`(headers: [String], area: Int?, unit: String?, several: [Int]) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类"] + headers)
        #expect(map[.area] == area && map.areaUnit == unit && map.several(.area) == several)
    }

    @Test(
        arguments: [
            (["单价（元/亩）"], 3, nil, "元/亩"), (["基准地价(元/㎡)"], 3, nil, "元/平方米"), (["地价/元/m²"], 3, nil, "元/平方米"),
            (["申报单价", "价格"], 3, nil, nil), (["单价", "基准地价"], nil, nil, nil), (["UNIT_PRICE"], 3, nil, nil),
            (["总价（万元）"], nil, 3, "万元"), (["金额/元"], nil, 3, "元"), (["评估价", "合价"], nil, 3, nil),
            (["总价", "金额"], nil, nil, nil),
            (["基准地价级别"], nil, nil, nil), (["JZDJ"], 3, nil, nil), (["金额(单位：万元)"], nil, 3, "万元"),
        ] as [([String], Int?, Int?, String?)])
    func `prices, amounts and their units`(headers: [String], price: Int?, amount: Int?, unit: String?) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类"] + headers)
        #expect(map[.unitPrice] == price && map[.amount] == amount)
        #expect((map.units[.unitPrice] ?? map.units[.amount])?.unit.word == unit)
    }

    /// Lines of one header: a group, a name, a unit with `/` or brackets of its own.
    @Test(
        arguments: [
            ("单价/元/亩", .unitPrice, "元/亩"), ("申报价格/单价/元/亩", .unitPrice, "元/亩"), ("价格/申报/单价/万元/公顷", .unitPrice, "万元/公顷"),
            ("申报价格/单价/（元/㎡）", .unitPrice, "元/平方米"), ("单价/（元/亩）", .unitPrice, "元/亩"), ("单价/元每亩", .unitPrice, "元/亩"),
            ("单价/单位：元/平方米", .unitPrice, "元/平方米"), ("申报价格/面积/亩", .area, "亩"), ("面积/公顷", .area, "公顷"),
            ("面积/（㎡）", .area, "平方米"), ("宗地/面积/单位：亩", .area, "亩"), ("申报价格/金额/元", .amount, "元"),
            ("申报/总价/万元", .amount, "万元"), ("金额/（万元）", .amount, "万元"), ("申报价格/单价", .unitPrice, nil),
            ("承包方/面积/亩", nil, nil), ("申报价格/备注/元", nil, nil), ("面积/公顷/亩", nil, nil),
        ] as [(String, ColumnRole?, String?)])
    func `a unit is the last line of a header`(header: String, role: ColumnRole?, unit: String?) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类", header])
        #expect(ColumnRole.figures.first { map[$0] == 3 } == role)
        #expect(role.flatMap { map.units[$0] }?.unit.word == unit)
    }

    @Test func `several columns that could be the price are said, and none is taken`() throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类", "级别", "单价", "基准地价"])
        #expect(
            map.remarks.map { $0.sentence(in: .zh).text } == [
                "有多列可能是单价（第5列“单价”、第6列“基准地价”），没有核对；请用 --columns unit_price=列号 指定"
            ])
        #expect(
            map.remarks.map { $0.sentence(in: .en).text } == [
                "several columns could be the unit price (column 5 ‘单价’, column 6 ‘基准地价’), none is compared; give it with --columns unit_price=NUMBER"
            ])
        #expect(try find(["乡镇", "村", "地类", "单价", "基准地价"], told: [.unitPrice: "4"])[.unitPrice] == 3)
    }

    @Test func `the remark on columns says each unit, and how it is known`() throws {
        let finder = ColumnFinder(units: [.unitPrice: .price(PriceUnit(.yuan, for: .mu)), .area: .area(.hectare)])
        let map = try finder.find(["乡镇", "村", "地类", "单价", "SCMJM", "金额（万元）"])
        #expect(map.units[.area]?.origin == .told)
        let standard = try ColumnFinder().find(["乡镇", "村", "地类", "单价", "SCMJM", "金额（万元）"])
        #expect(
            standard.sentence(in: .zh).text
                == "列的认定：乡镇＝第1列“乡镇”，村＝第2列“村”，地类＝第3列“地类”，面积＝第5列“SCMJM”（亩，按字段标准），单价＝第4列“单价”，总价＝第6列“金额（万元）”（万元）")
        #expect(
            map.sentence(in: .en).text
                == "columns: township = column 1 ‘乡镇’, village = column 2 ‘村’, land type = column 3 ‘地类’, area = column 5 ‘SCMJM’ (公顷, by --units), unit price = column 4 ‘单价’ (元/亩, by --units), amount = column 6 ‘金额（万元）’ (万元)"
        )
        #expect(map.units[.amount]?.unit == .money(.tenThousandYuan))
    }

    @Test func `units are told by role`() {
        #expect(
            ListUnit.read("unit_price=万元/亩,area=亩,amount=万元") == [
                .unitPrice: .price(PriceUnit(.tenThousandYuan, for: .mu)), .area: .area(.mu),
                .amount: .money(.tenThousandYuan),
            ])
        for text in ["unit_price=亩", "area=元", "amount=元/亩", "grade=亩", "area=亩,area=亩", "area", "area=", ","] {
            #expect(ListUnit.read(text) == nil, "\(text)")
        }
        #expect(ListUnit.read("") == [:])
    }

    @Test func `what is given goes before what is found`() throws {
        let headers = ["乡镇", "村", "村", "地类", "3"]
        #expect(try find(headers, told: [.village: "2"])[.village] == 1)
        #expect(try find(headers, told: [.village: "3"])[.village] == 4)
        #expect(try find(["A", "B", "C"], told: [.township: "A", .village: "B", .landType: "3"])[.landType] == 2)
        #expect(try find(["村", "地类"], told: [.township: ""])[.village] == 0)
    }

    @Test func `a name is given without what stands in its brackets`() throws {
        let headers = ["乡镇", "村", "地类", "面积（亩）", "使用面积（亩）", "面积（公顷）", "级别（1）", "(2)"]
        #expect(try find(headers, told: [.area: "使用面积"])[.area] == 4)
        #expect(try find(headers, told: [.area: "面积（公顷）"])[.area] == 5)
        #expect(try find(headers, told: [.area: "4"])[.area] == 3)
        #expect(throws: ColumnError.notThere(.area, "面积", headers: headers)) {
            try find(headers, told: [.area: "面积"])
        }
        #expect(throws: ColumnError.notThere(.grade, "99", headers: headers)) {
            try find(headers, told: [.grade: "99"])
        }
        #expect(!ColumnFinder.names("2", "(2)") && !ColumnFinder.names("", "()") && !ColumnFinder.names("面积", "面积/亩"))
    }

    @Test func `columns are told with the commas and signs of a Chinese keyboard too`() {
        let two: [ColumnRole: String] = [.township: "2", .village: "3"]
        for text in [
            "township=2,village=3", "township=2，village=3", "township＝2，village＝3", "township=2, village=3",
            "township=2， village＝3",
        ] { #expect(ColumnRoles.read(text) == two, "\(text)") }
        #expect(ColumnRoles.read("village=村，居,township=") == [.village: "村，居", .township: ""])
        #expect(ColumnRoles.read("village=村，居=所，township=镇") == [.village: "村，居=所", .township: "镇"])
        #expect(ColumnRoles.read("") == [:])
        for text in ["township", "town=2", "township=2，township=3", "township=2，3,village", "＝2"] {
            #expect(ColumnRoles.read(text) == nil, "\(text)")
        }
    }

    @Test func `says what is missing, ambiguous or told wrongly, with the headers`() {
        func expect(_ error: ColumnError, _ headers: [String], told: [ColumnRole: String] = [:]) {
            #expect(throws: error) { try find(headers, told: told) }
        }
        let plain = ["乡镇", "村", "地类"]
        expect(.missing(.village, headers: ["乡镇", "地类"]), ["乡镇", "地类"])
        expect(.missing(.township, headers: ["村", "地类"]), ["村", "地类"])
        expect(.missing(.landType, headers: ["乡镇", "村", "DLDJ"]), ["乡镇", "村", "DLDJ"])
        expect(.ambiguous(.village, columns: [2, 3], headers: ["乡镇", "村", "行政村", "地类"]), ["乡镇", "村", "行政村", "地类"])
        expect(.ambiguous(.landType, columns: [3, 4], headers: plain + ["DLMC"]), plain + ["DLMC"])
        expect(.notThere(.village, "村庄", headers: plain), plain, told: [.village: "村庄"])
        expect(.notThere(.village, "4", headers: plain), plain, told: [.village: "4"])
        expect(.notThere(.village, "0", headers: plain), plain, told: [.village: "0"])
        expect(.notThere(.village, "+1", headers: plain), plain, told: [.village: "+1"])
        expect(.twice(.village, "村", headers: plain + ["村"]), plain + ["村"], told: [.village: "村"])
        expect(.shared(.township, .village, column: 1), plain, told: [.village: "1"])
    }
}
