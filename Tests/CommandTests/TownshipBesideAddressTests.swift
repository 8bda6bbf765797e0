import TestSupport
import Testing

/// A township's column beside one of addresses: both say where a parcel lies. On the real program.
@Suite struct TownshipBesideAddressTests {
    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    @Test(arguments: [
        // The column tells which of two villages is meant, and stands for a township in front.
        ("文星街道", "东湖渔场", "ok,文星街道,东湖渔场,address,forest,1"), ("洋沙湖镇", "东湖渔场2组", "disputed,洋沙湖镇,东湖渔场,address,"),
        ("金龙镇", "芙蓉村3组", "ok,金龙镇,芙蓉村,address,"), ("金龙", "芙蓉", "ok,金龙镇,芙蓉村,address,"),
        ("湘阴县金龙镇", "湘阴县金龙镇芙蓉村", "ok,金龙镇,芙蓉村,address,"), ("jinlongzhen", "芙蓉村", "ok,金龙镇,芙蓉村,pinyin,"),
        // Nothing is written, so the address alone counts.
        ("", "金龙镇芙蓉村", "ok,金龙镇,芙蓉村,address,"), ("/", "金龙镇芙蓉村", "ok,金龙镇,芙蓉村,address,"),
        // They don't agree.
        ("静河镇", "金龙镇芙蓉村", "unknown_village,,,,"), ("静河镇", "芙蓉村", "unknown_village,静河镇,,"),
        ("无此镇", "金龙镇芙蓉村", "unknown_township,,,,"), ("金龙镇", "无此镇芙蓉村", "unknown_township,,,,"),
        ("汨罗市金龙镇", "芙蓉村", "unknown_township,,,,"), ("金龙镇", "汨罗市芙蓉村", "unknown_township,,,,"),
        ("金龙镇", "", "unknown_village,金龙镇,,"), ("金龙镇", "金龙镇", "unknown_village,金龙镇,,"),
    ])
    func `township and address have to agree`(township: String, address: String, outcome: String) async throws {
        // Twice: a place that is known is judged by its bytes.
        let row = "\(township),\(address),林地,一级\n"
        for headers in ["乡镇,坐落", "XZMC,ZL", "乡镇,不动产坐落", "地块所在乡镇,土地坐落"] {
            let run = try await validate("\(headers),地类,级别\n\(row)\(row)")
            let lines = run.output.split(separator: "\n").dropFirst()
            #expect(lines.count == 2 && lines.first == lines.last, "\(run.output)")
            #expect(lines.first?.hasPrefix("\(township),\(address),林地,一级,\(outcome)") == true, "\(run.output)")
        }
    }

    @Test func `the note says which of them names another township`() async throws {
        let list = "乡镇,坐落,地类,级别\n静河镇,金龙镇芙蓉村,林地,一级\n"
        let en = try await validate(list)
        #expect(
            en.output.contains("the address names 金龙镇, which is not the row's township; near: 金龙镇芙蓉村"), "\(en.output)")
        let zh = try await validate(list, ["--lang", "zh"])
        #expect(zh.output.contains("坐落一栏写的是金龙镇，与乡镇一栏不同；相近的有：金龙镇芙蓉村"), "\(zh.output)")
    }

    @Test func `the township's column can be left out, and the address be told beside it`() async throws {
        let list = "乡镇,村,坐落,地类,级别\n静河镇,x,金龙镇芙蓉村,林地,一级\n"
        let alone = try await validate(list, ["--columns", "township=,address=坐落"])
        #expect(alone.status == 0 && alone.error.contains("1 row: ok 1"), "\(alone.output)\(alone.error)")
        let both = try await validate(list, ["--columns", "address=坐落"])
        #expect(both.status == 1 && both.error.contains("1 row: unknown_village 1"), "\(both.output)\(both.error)")
    }

    /// Who owns a parcel may lie elsewhere.
    @Test func `an owner is no place beside an address, and that is said`() async throws {
        for (owner, address) in [("权属单位名称", "坐落"), ("QSDWMC", "ZL")] {
            let run = try await validate("乡镇,\(owner),\(address),地类,级别\n金龙镇,鹅形村,芙蓉村,林地,一级\n")
            #expect(run.status == 0 && run.output.contains(",ok,金龙镇,芙蓉村,"), "\(run.output)")
            #expect(
                run.error.contains("not taken for the village: column 2 ‘\(owner)’; places are by the address"),
                "\(run.error)")
        }
        let alone = try await validate("乡镇,权属单位名称,地类,级别\n金龙镇,芙蓉村,林地,一级\n")
        #expect(alone.status == 0 && alone.output.contains(",ok,金龙镇,芙蓉村,exact,"), "\(alone.output)")
    }
}
