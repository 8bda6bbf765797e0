import TestSupport
import Testing

/// A second place in a cell: another village behind a word or a group, another township in brackets. On the real program.
@Suite struct SecondPlaceTests {
    private func validate(_ text: String) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()], input: Array(text.utf8))
    }

    @Test(arguments: [
        ("芙蓉村3组、望星4组", "ambiguous"), ("芙蓉村、望星3组", "ambiguous"), ("芙蓉村与望星交界处", "ambiguous"), ("芙蓉村三组和望星二组", "ambiguous"),
        ("芙蓉村与望星第3组", "ambiguous"), ("芙蓉村3组、4组", "filled"), ("芙蓉村三组、四组", "filled"), ("芙蓉村、芙蓉3组", "filled"),
        ("芙蓉村与学校交界处", "filled"), ("芙蓉村（静河镇）", "unknown_village"), ("芙蓉村【静河镇】", "unknown_village"),
        ("芙蓉村3组（静河镇）", "unknown_village"), ("芙蓉村（金龙镇）", "filled"), ("芙蓉村（湘阴县金龙镇）", "filled"), ("芙蓉村（静河镇方向）", "filled"),
        ("芙蓉村（原静河镇）", "filled"), ("芙蓉村（靠近水库）", "filled"),
        ("芙蓉村3组-金龙村2组", "ambiguous"), ("芙蓉村3组—金龙村2组", "ambiguous"), ("芙蓉村3组～金龙村2组", "ambiguous"),
        ("芙蓉村3组~金龙村2组", "ambiguous"), ("芙蓉村3组至金龙村2组", "ambiguous"), ("芙蓉村3组+金龙村2组", "ambiguous"),
        ("芙蓉村3组&金龙村2组", "ambiguous"), ("芙蓉村3组\\静河镇红旗村1组", "ambiguous"), ("芙蓉村3组——红旗村1组", "ambiguous"),
        ("芙蓉村（金龙村内）", "ambiguous"), ("芙蓉村3组（静河镇红旗村内）", "ambiguous"), ("芙蓉村3组飞入金龙村", "ambiguous"),
        ("芙蓉村3组并入金龙村", "ambiguous"), ("芙蓉村3组更名金龙村3组", "ambiguous"), ("芙蓉村3组更名为金龙村3组", "ambiguous"),
        ("芙蓉村3组 金龙村飞地", "ambiguous"), ("芙蓉村（1组）金龙村（2组）", "ambiguous"), ("芙蓉村(1组)金龙村(2组)", "ambiguous"),
        ("芙蓉村改为金龙", "ambiguous"), ("芙蓉村（已并入金龙）", "ambiguous"), ("芙蓉村（划归静河镇）", "unknown_village"),
        ("芙蓉村（现静河镇)", "unknown_village"), ("芙蓉村1组、2组及静河镇", "unknown_village"), ("芙蓉村1组、2组及金龙镇", "filled"),
        ("芙蓉村3组·望星村2组", "ambiguous"), ("芙蓉村3组|望星村2组", "ambiguous"), ("芙蓉村3组：望星村2组", "ambiguous"),
        ("芙蓉村3组_望星村2组", "ambiguous"), ("芙蓉村3组属望星村", "ambiguous"), ("芙蓉村3组归望星村管", "ambiguous"),
        ("芙蓉村3组由望星村代管", "ambiguous"), ("芙蓉村3组调整到望星", "ambiguous"), ("芙蓉村3组同望星村2组", "ambiguous"),
        ("芙蓉村3组跨望星村", "ambiguous"), ("芙蓉村3组，另望星村2组", "ambiguous"), ("芙蓉村（含望星）", "ambiguous"),
        ("芙蓉村3组属静河镇", "unknown_village"), ("芙蓉村等3个村", "unknown_village"), ("芙蓉村等地", "unknown_village"),
        ("芙蓉村（静河镇境内）", "unknown_village"), ("芙蓉村（静河镇代管）", "unknown_village"), ("芙蓉村（金龙镇境内）", "filled"),
        ("芙蓉村3组鹅形村老屋组", "ambiguous"), ("芙蓉村（鹅形村老屋组）", "ambiguous"), ("芙蓉村老屋组", "filled"), ("芙蓉村（鹅形村土地）", "ambiguous"),
        ("芙蓉村3组位于鹅形村", "ambiguous"), ("芙蓉村3组在鹅形村的地", "ambiguous"), ("芙蓉村3组租种鹅形村土地", "ambiguous"),
        ("芙蓉村（应为鹅形村）", "ambiguous"), ("芙蓉村或鹅形村", "ambiguous"), ("芙蓉村3组飞地共荣村", "ambiguous"), ("芙蓉村3组承包地", "filled"),
        ("芙蓉村位于村部旁", "filled"), ("芙蓉村李家冲土地", "filled"), ("芙蓉村插花地", "filled"), ("芙蓉村3组在建", "filled"),
        // Another county.
        ("芙蓉村（汨罗市）", "unknown_village"), ("芙蓉村（现属汨罗市）", "unknown_village"), ("芙蓉村3组（汨罗市）", "unknown_village"),
        ("芙蓉村划归汨罗市", "unknown_village"), ("芙蓉村（长沙市望城区）", "unknown_village"), ("芙蓉村（岳阳县）", "unknown_village"),
        ("芙蓉村（已划归汨罗市弼时镇）", "unknown_village"), ("芙蓉村（湘阴县）", "filled"), ("芙蓉村（属湘阴县）", "filled"),
        ("芙蓉村（岳阳市湘阴县）", "filled"), ("芙蓉村（近汨罗市）", "filled"), ("芙蓉村（大型超市旁）", "filled"), ("芙蓉村（农贸市场）", "filled"),
        ("芙蓉村（靠近县城）", "filled"), ("芙蓉村3组（原属汨罗市）", "filled"), ("芙蓉村（长沙市某某公司）", "filled"), ("芙蓉村3组，县道旁", "filled"),
        // Neighbours.
        ("芙蓉村3组（东临金龙村）", "filled"), ("芙蓉村3组（东至金龙村，南至路）", "filled"), ("芙蓉村加油站", "filled"), ("芙蓉村同心组", "filled"),
        // Where it lies beside another one, or was once, it is in none but its own.
        ("芙蓉村3组东临金龙村", "filled"), ("芙蓉村3组（原属于金龙村）", "filled"), ("芙蓉村-12号", "filled"), ("芙蓉村3组-12号", "filled"),
        ("芙蓉村3组-金龙村民小组", "filled"), ("芙蓉村至善小学", "filled"), ("芙蓉村现代农业园", "filled"),
    ])
    func `a second place is not passed over`(village: String, verdict: String) async throws {
        for text in ["乡镇,村,地类\n金龙镇,\(village),园地\n", "坐落,地类\n金龙镇\(village),园地\n"] {
            let run = try await validate(text)
            #expect(run.error.contains("1 row: \(verdict) 1"), "\(text)\(run.output)")
        }
    }

    @Test(arguments: [
        ("芙蓉村（汨罗市）", "汨罗市"), ("芙蓉村划归汨罗市", "汨罗市"), ("芙蓉村（现属汨罗市弼时镇）", "汨罗市"), ("芙蓉村3组（长沙市望城区）", "长沙市"),
    ])
    func `another county behind a village is named`(village: String, county: String) async throws {
        for text in [
            "乡镇,村,地类\n金龙镇,\(village),园地\n", "坐落,地类\n金龙镇\(village),园地\n", "乡镇,坐落,地类\n金龙镇,\(village),园地\n",
            "乡镇,村,地类\n,\(village),园地\n",
        ] {
            let run = try await validate(text)
            #expect(run.output.contains("behind the village another county is named, \(county):"), "\(run.output)")
            #expect(run.error.contains("1 row: unknown_village 1"), "\(run.error)")
        }
        let unknown = try await validate("乡镇,村,地类\n金龙镇,无此村（汨罗市）,园地\n")
        #expect(unknown.output.contains("no such village"), "\(unknown.output)")
    }

    @Test func `a township in brackets tells which of two villages is meant`() async throws {
        let both = try await validate("坐落,地类\n东湖渔场,园地\n")
        #expect(both.error.contains("1 row: ambiguous 1"), "\(both.output)")
        let one = try await validate("坐落,地类\n东湖渔场（洋沙湖镇）,园地\n")
        #expect(one.output.contains(",洋沙湖镇,东湖渔场,address,"), "\(one.output)")
    }
}
