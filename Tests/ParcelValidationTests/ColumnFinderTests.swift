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
        #expect(try find(["乡镇", "村", header, "地类"], told: [.address: header]) == [.address: 2, .landType: 3])
    }

    @Test(arguments: [
        (ColumnRole.township, ["乡镇", "所属乡镇", "乡镇名称", "XZMC", "TOWNSHIP"]),
        (.village, ["村", "行政村", "村(社区)", "行政村/社区名", "社区名", "ZLDWMC", "VILLAGE"]),
        (.address, ["坐落", "座落", "土地坐落", "ZL", "ADDRESS"]),
        (.landType, ["地类", "地类名称", "DLMC", "地类编码", "DLBM", "土地类型", "LAND_TYPE"]),
        (.grade, ["级别", "土地级别", "JB", "GRADE"]),
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

    @Test(arguments: ["地力等级", "DLDJ", "等别", "质量等别", "级", "地级", "面积", "JBXX"])
    func `takes no other figure for the grade`(header: String) throws {
        #expect(try find(["乡镇", "村", "地类", header])[.grade] == nil)
    }

    @Test func `finds land type, grade, county and id`() throws {
        let columns = try find(["县", "乡镇", "村", "DLMC", "JB", "DLDJ", "地力等级", "质量等别", "BDCDYH", "宗地代码"])
        #expect(columns == [.county: 0, .township: 1, .village: 2, .landType: 3, .grade: 4, .parcelID: 8])
        #expect(try find(["乡镇", "村", "土地类型", "土地级别"])[.grade] == 3)
        #expect(try find(["乡镇", "村", "地类名称", "地类编码"])[.landType] == 3)
        #expect(try find(["乡镇", "村"], landTypeIsTold: true) == [.township: 0, .village: 1])
    }

    @Test func `what is told goes before what is found`() throws {
        let headers = ["乡镇", "村", "村", "地类", "3"]
        #expect(try find(headers, told: [.village: "2"])[.village] == 1)
        #expect(try find(headers, told: [.village: "3"])[.village] == 4)
        #expect(try find(["A", "B", "C"], told: [.township: "A", .village: "B", .landType: "3"])[.landType] == 2)
        #expect(try find(["村", "地类"], told: [.township: ""])[.village] == 0)
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
