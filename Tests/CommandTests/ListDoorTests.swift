import TestSupport
import Testing

/// Lists that were turned away with advice that led nowhere, or whose columns came out twice. On the real program.
@Suite struct ListDoorTests {
    let workspace = TemporaryFolder()

    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    /// GDAL and ArcGIS cut our names to ten bytes and number them.
    @Test func `a checked list that went through a shapefile has its columns replaced`() async throws {
        let first = "乡镇,村,地类,landgrade_,landgrad_1,landgrad_9,landgra_10,owner\n金龙镇,芙蓉村,园地,filled,,note,,own\n"
        let run = try await validate(first)
        #expect(run.output.hasPrefix("乡镇,村,地类,owner,landgrade_verdict,"), "\(run.output)")
        #expect(run.output.contains("金龙镇,芙蓉村,园地,own,filled,"), "\(run.output)")
        #expect(run.error.contains("replaced") && !run.error.contains("it could be"), "\(run.error)")
    }

    @Test func `an error about townships says what a list without them needs`() async throws {
        let list = "村,地类,级别\n芙蓉村,园地,1\n"
        let turned = try await validate(list)
        #expect(turned.status == 2 && turned.error.contains("--columns township=, "), "\(turned.error)")
        let run = try await validate(list, ["--columns", "township="])
        #expect(run.status == 0 && run.error.contains("1 row: ok 1"), "\(run.error)")
    }

    @Test func `addresses beside villages are not read, and that is said`() async throws {
        let run = try await validate("乡镇,村,坐落,地类\n,,金龙镇芙蓉村3组,园地\n")
        #expect(run.error.contains("addresses are not read from column 3 ‘坐落’"), "\(run.error)")
        #expect(
            run.output.contains(",unknown_village,") && run.output.hasSuffix(",names no village\n"), "\(run.output)")
    }

    @Test func `a tsv holds tabs`() async throws {
        let list = "乡镇,村,地类\n金龙镇,芙蓉村,园地\n"
        let commas = try await validate(list, ["-o", workspace("out.tsv")])
        #expect(commas.status == 2 && commas.error.contains("name it .csv"), "\(commas.error)")
        #expect(throws: (any Error).self) { try workspace.bytes("out.tsv") }
        let tabs = try await validate(list.replacing(",", with: "\t"), ["-o", workspace("out.tsv")])
        #expect(tabs.status == 0, "\(tabs.error)")
    }
}
