import SystemPackage
import TestSupport
import Testing

/// Units that stand in a line of the header or in a row below it, and figures that a workbook has no value for: on the real
/// program and the made-up county of Seeds/examples, where 果园 of grade 1 is 30000 元/亩.
@Suite struct HeaderUnitTests {
    let workspace = TemporaryFolder()

    private static let python = Repository.file("Tests/Lists/workbooks.py").string

    private func validate(workbook name: String, _ arguments: [String] = []) async throws -> Run {
        let list = workspace("\(name).xlsx")
        let made = try await Program.tool("/usr/bin/env").run(["python3", Self.python, name, list])
        try #require(made.status == 0, "\(made.error)")
        let store = try await SharedStore.shared.pathWithExamples()
        return try await Program.landgrade.run(
            ["validate", "--store", store, "--lang", "zh", "--county", "990101", list] + arguments)
    }

    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        let store = try await SharedStore.shared.pathWithExamples()
        return try await Program.landgrade.run(
            ["validate", "--store", store, "--lang", "zh", "--county", "990101"] + arguments, input: Array(text.utf8))
    }

    private func column(_ name: String, _ run: Run) -> [String] {
        let records = run.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let place = records.first?.firstIndex(where: { $0 == name }) else { return [] }
        return records.dropFirst().map { String($0[place]) }
    }

    // MARK: units in the header

    @Test(arguments: [
        ("units-merged", "第 1–3 行"), ("units-merged-brackets", "第 1–3 行"), ("units-two-lines", "第 1–2 行"),
        ("units-two-lines-brackets", "第 1–2 行"), ("units-below", "第 1–2 行"), ("units-below-three-lines", "第 1–4 行"),
    ])
    func `a line of units belongs to the header`(name: String, lines: String) async throws {
        let run = try await validate(workbook: name)
        #expect(run.status == 1 && column("landgrade_price_check", run) == ["mismatch"], "\(run.output)\(run.error)")
        for unit in ["”（亩）", "”（元/亩）", "”（元）"] { #expect(run.error.contains(unit), "\(run.error)") }
        #expect(run.error.contains(lines))
    }

    private static let header = "乡镇,村,地类,级别,单价,面积,金额\n"
    private static let parcel = "青山镇,松林村,果园,1,30000,12.5,375000\n"

    @Test(arguments: [
        ",,,,元/亩,亩,元", ",,,,（元/亩）,（亩）,（元）", "-,-,—,/,元／亩,亩,元", "单位,,,,元/亩,亩,元", ",,,,单位：元/亩,单位：亩,元",
        ",,,,元每亩, 亩 ,元",
    ])
    func `a row of units below the header gives them`(units: String) async throws {
        let run = try await validate(Self.header + units + "\n" + Self.parcel)
        #expect(run.status == 0 && column("landgrade_price_check", run) == ["ok"], "\(run.output)\(run.error)")
        #expect(run.error.contains("表头在第 1–2 行"))
        let again = try await validate(run.output)
        #expect(again.output == run.output)
        // With --header-row the rows below it are rows of the list.
        let told = try await validate(Self.header + units + "\n" + Self.parcel, ["--header-row", "1"])
        #expect(column("landgrade_verdict", told) == ["not_a_row", "ok"], "\(told.output)")
        #expect(told.output.contains("各栏的单位，不是地块") && told.error.contains("没有能识别的单位"))
    }

    @Test(arguments: [
        // The units are no such columns', or the header says another.
        (Self.header, ",,,,元,亩,元"), (Self.header, ",,,,元/亩,元,亩"), (Self.header + Self.parcel, ",,,,元/亩,亩,元"),
        (Self.header, ",,,,,,亩"),
    ])
    func `a row of units that is none of the header's is no parcel`(lines: String, units: String) async throws {
        let run = try await validate(lines + units + "\n" + Self.parcel)
        #expect(column("landgrade_verdict", run).filter { $0 == "not_a_row" }.count == 1, "\(run.output)")
        #expect(run.output.contains("各栏的单位，不是地块") && column("landgrade_price_check", run).last == "no_unit")
    }

    @Test func `units that contradict the header are for a person to settle`() async throws {
        let header = "乡镇,村,地类,级别,单价（元/亩）,面积（公顷）,金额（元）\n"
        let run = try await validate(header + ",,,,元/亩,亩,元\n" + Self.parcel)
        #expect(run.status == 1 && column("landgrade_verdict", run).first == "unknown_land_type", "\(run.output)")
    }

    @Test func `units of other figures may stand among them`() async throws {
        let run = try await validate(
            "序号,乡镇,村,地类,级别,单价,面积,金额,株数,长度\n,,,,,元/亩,亩,元,株,米\n1," + Self.parcel.dropLast() + ",3,4\n")
        #expect(run.status == 0 && column("landgrade_price_check", run) == ["ok"], "\(run.output)\(run.error)")
    }

    @Test(arguments: ["青山镇,,,,元/亩,亩,元", ",松林村,,,元/亩,亩,元", ",,,,元/亩,亩,12", ",,,1,元/亩,亩,元"])
    func `a row with anything but units is a row to look at`(row: String) async throws {
        let run = try await validate(Self.header + row + "\n" + Self.parcel)
        let verdicts = column("landgrade_verdict", run)
        #expect(verdicts.count == 2 && verdicts[0] != "not_a_row" && run.status == 1, "\(run.output)")
    }

    @Test func `a column that was named keeps its name`() async throws {
        let list = Self.header + ",,,,元/亩,亩,元\n" + Self.parcel
        let run = try await validate(list, ["--columns", "unit_price=单价", "--units", "unit_price=元/亩,area=亩,amount=元"])
        #expect(run.status == 0 && column("landgrade_price_check", run) == ["", "ok"], "\(run.output)\(run.error)")
    }

    // MARK: figures without a value

    @Test(arguments: [("price-formula", "E2"), ("area-formula", "F2"), ("amount-formula", "G2")])
    func `a declared figure without a saved value is not undeclared`(name: String, cell: String) async throws {
        let run = try await validate(workbook: name)
        #expect(run.status == 1 && column("landgrade_verdict", run) == ["bad_row", "ok"], "\(run.output)")
        #expect(run.output.contains("\(cell)是公式，没有存结果；请在电子表格中重新计算并保存"))
        // Nothing but the grade is asked for.
        let columns = ["--columns", "unit_price=,amount="]
        let grades = try await validate(workbook: name, columns)
        #expect(grades.status == 0 && column("landgrade_verdict", grades) == ["ok", "ok"], "\(grades.output)")
    }

    @Test func `a merged price is carried down, an area and an amount are not`() async throws {
        let run = try await validate(workbook: "merged-price")
        #expect(column("landgrade_price_check", run) == ["ok", "mismatch"], "\(run.output)")
        #expect(column("面积（亩）", run) == ["12.5", ""] && column("金额（元）", run) == ["375000", ""])
        #expect(run.error.contains("按合并范围向下填了 1 格（首个 E3）"), "\(run.error)")
        let lost = try await validate(workbook: "merged-price-formula")
        #expect(column("landgrade_verdict", lost) == ["bad_row", "bad_row"], "\(lost.output)")
    }
}
