import Testing

@testable import ParcelValidation

/// Header words that are taken only where a list has nothing else: a list that is judged without them keeps its columns.
@Suite struct LastWordTests {
    private func find(_ headers: [String], told: [ColumnRole: String] = [:]) throws -> [ColumnRole: Int] {
        try ColumnFinder(told: told).find(headers).columns
    }

    @Test(arguments: [
        "Declared grade", "DECLARED GRADE", "审定级别", "审定等级", "认定级别", "认定等级", "申请级别", "登记级别", "确定级别", "确权级别", "划定级别",
        "评估级别",
        "农用地等级", "农用地级别", "集体农用地级别", "集体农用地基准地价级别", "集体土地等级", "宗地土地级别", "所在宗地级别", "土地定级结果", "定级结果", "定级等级",
        "级别编码", "JBDM", "tdjbdm", "现级别", "审定级别（级）", "1.审定级别",
    ])
    func `a grade's`(header: String) throws {
        #expect(try find(["乡镇", "村", "地类", header])[.grade] == 3)
    }

    @Test(arguments: ["审定级别", "登记级别", "现级别", "JBDM", "Declared grade"])
    func `beside a column that is known, it is named`(header: String) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类", header, "级别"])
        #expect(map[.grade] == 4 && map.likeGrade == [3])
        // The grade of a register's table.
        #expect(try find(["ZDDM", "ZL", "YT", "DJ", header])[.grade] == 3)
        // Two of them are both named.
        let two = try ColumnFinder().find(["乡镇", "村", "地类", header, "评估级别"])
        #expect(two[.grade] == nil && two.likeGrade == [3, 4])
    }

    @Test(arguments: ["评定结果", "档次", "DENGJI", "TUDIJIBIE", "TDDENGJI", "耕地级别"])
    func `what may be the grade is named`(header: String) throws {
        let map = try ColumnFinder().find(["乡镇", "村", "地类", header])
        #expect(map[.grade] == nil && map.likeGrade == [3])
    }

    @Test(arguments: [
        "办事处", "坐落镇", "坐落街道", "坐落乡镇", "所属乡镇名称", "所在乡镇名称", "地块所在镇", "申报乡镇", "街道名", "乡级区划名称", "XZQ_MC", "SSXZ",
        "XIANGMC", "1.乡镇", "①乡镇", "（1）乡镇", "1、乡镇", "2)乡（镇）",
    ])
    func `a township's`(header: String) throws {
        #expect(try find([header, "村", "地类"]) == [.township: 0, .village: 1, .landType: 2])
        if !header.hasSuffix("乡镇"), !header.contains(")") {
            #expect(try find([header, "乡镇", "村", "地类"])[.township] == 1)
        }
    }

    @Test func `a township is read beside an address, where one is named`() throws {
        #expect(try find(["所属乡镇名称", "坐落", "地类"]) == [.township: 0, .address: 1, .landType: 2])
        #expect(try find(["所属乡镇名称", "申报乡镇", "坐落", "地类"]) == [.address: 2, .landType: 3])
    }

    @Test(arguments: ["村组名称", "居委", "坐落行政村", "村委名称", "村级行政区划名称", "村级区划名称", "村全称", "村场名称", "2.村", "②行政村"])
    func `a village's`(header: String) throws {
        #expect(try find(["乡镇", header, "地类"])[.village] == 1)
        guard !header.hasPrefix("2"), !header.hasPrefix("②") else { return }
        #expect(try find(["乡镇", header, "村庄", "地类"])[.village] == 2)
        #expect(try find(["乡镇", header, "坐落", "地类"]) == [.township: 0, .address: 2, .landType: 3])
        #expect(try find(["乡镇", header, "不动产坐落", "地类"]) == [.township: 0, .address: 2, .landType: 3])
    }

    @Test(arguments: [
        "现状用途", "证载用途", "批准用途", "实际用途", "登记用途", "图斑地类", "变更地类", "YTMC", "SDDLMC", "TDLB", "2023年地类", "2023年度地类名称",
        "2023地类",
    ])
    func `a land type's`(header: String) throws {
        #expect(try find(["乡镇", "村", header])[.landType] == 2)
        for other in ["地类", "土地用途", "土地分类"] {
            let map = try ColumnFinder().find(["乡镇", "村", header, other])
            #expect(map[.landType] == 3 && map.otherLandTypes == [2])
        }
    }

    /// They are words for much else: beside any other word for the land type they are neither taken nor named.
    @Test(arguments: ["用途", "类型", "权利信息/用途"])
    func `a land type's where there is no other`(header: String) throws {
        #expect(try find(["乡镇", "村", header])[.landType] == 2)
        #expect(try find(["不动产单元号", "坐落", header, "等级"]) == [.parcelID: 0, .address: 1, .landType: 2, .grade: 3])
        for other in ["地类", "土地用途", "实际用途", "登记用途", "YT", "登记/用途"] {
            let map = try ColumnFinder().find(["乡镇", "村", header, other])
            #expect(map[.landType] == 3 && map.otherLandTypes == [])
        }
    }

    @Test(arguments: [
        "所在地", "所在地址", "具体地址", "具体坐落", "详细坐落", "详细位置", "地理位置", "宗地地址", "地块地址", "土地地址", "坐落地", "ZDZL", "BDCZL",
    ])
    func `an address's`(header: String) throws {
        #expect(try find([header, "地类"]) == [.address: 0, .landType: 1])
        #expect(try find(["乡镇", header, "地类"]) == [.township: 0, .address: 1, .landType: 2])
        #expect(try find(["XZQMC", "村庄", header, "地类"]) == [.township: 0, .village: 1, .landType: 3])
        #expect(try find([header, "坐落", "地类"]) == [.address: 1, .landType: 2])
    }

    @Test func `a group's name makes no weaker word of what stands below it`() throws {
        let headers = ["坐落/镇", "坐落/行政村", "坐落镇", "变更/地类", "审定/级别", "现级别"]
        #expect(try find(headers) == [.township: 0, .village: 1, .landType: 3, .grade: 4])
        #expect(try find(["地块信息/具体地址", "权属/乡镇", "权属/村", "地类"]) == [.township: 1, .village: 2, .landType: 3])
    }

    @Test func `a header that is a number stays one`() throws {
        for header in ["1", "1.", "①", "（1）", "1.5", "3、4"] {
            #expect(HeaderKey(header).meaning == nil, "\(header)")
            #expect(try find(["乡镇", "村", "地类", header], told: [.grade: header])[.grade] == 3)
        }
        #expect(HeaderKey("1.乡镇").bare == "乡镇" && HeaderKey("1.乡镇", isCell: true).bare == "1.乡镇")
        #expect(HeaderKey("1.5亩").bare == "1.5亩" && HeaderKey("基本信息/2.村").bare == "基本信息/村")
    }

    @Test func `a parcel code in English`() throws {
        #expect(try find(["Parcel code", "乡镇", "村", "地类"])[.parcelID] == 0)
        #expect(try find(["Parcel code", "宗地号", "乡镇", "村", "地类"])[.parcelID] == 1)
    }
}
