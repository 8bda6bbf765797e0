import SystemPackage
import TestSupport
import Testing

/// A list over several counties: what the names of one came to may be forgotten where the next begins, and is found again.
@Suite struct ForgottenNameTests {
    let workspace = TemporaryFolder()

    @Test func `rows of a county come to the same before and behind those of another`() async throws {
        let store = workspace("store")
        #expect(try await Program.landgrade.run(["init", "--store", store]).status == 0)
        let county = Repository.file("Seeds/examples/990101-2025-1").string
        #expect(try await Program.landgrade.run(["import", "--unsigned", "--store", store, county]).status == 0)
        // More names that have to be matched than are kept from one county to the next.
        let characters = Array("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜")
        let names = characters.flatMap { first in characters.map { "\(first)\($0)村" } }
        #expect(names.count > 1024)
        let own = names.map { "430624,金龙镇,\($0)" } + ["430624,金龙镇,芙蓉村", "430624,金龙,芙蓉", "430624,东塘镇,芙蓉村3组"]
        let other = ["990101,石塘镇,双龙村", "990101,金龙镇,芙荣村"]
        try workspace.write(
            "县,乡镇,村,地类,级别\n" + (own + other + own).map { $0 + ",园地,一级\n" }.joined(), to: "list.csv")
        let run = try await Program.landgrade.run(["validate", "--store", store, workspace("list.csv")])
        let lines = run.output.split(separator: "\n").dropFirst()
        #expect(lines.count == 2 * own.count + other.count, "\(run.error)")
        #expect(lines.prefix(own.count).elementsEqual(lines.suffix(own.count)))
        #expect(lines.contains { $0.hasPrefix("430624,金龙镇,芙蓉村,园地,一级,") && $0.contains(",exact,") })
        #expect(lines.filter { $0.contains("unknown_village") }.count > 2 * 1024)
    }
}
