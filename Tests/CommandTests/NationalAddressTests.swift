import SystemPackage
import TestSupport
import Testing

/// Addresses in a store of several counties, on the real program: what is remembered of one address is used for another
/// with a different number only where the number can make no difference.
@Suite struct NationalAddressTests {
    private let workspace = TemporaryFolder()

    /// Township and villages of a made-up county.
    private struct MadeUp {
        let code: String
        let name: String
        let places: [(township: String, villages: [String])]
    }

    /// More than are searched without asking the index. The third and fourth have digits in their names.
    private static let counties =
        [
            MadeUp(code: "430611", name: "君山县", places: [("金龙镇", ["芙蓉村", "东湖社区"])]),
            MadeUp(code: "430612", name: "云溪县", places: [("石塘镇", ["芙蓉村"]), ("长岭镇", ["芙东村"])]),
            MadeUp(
                code: "430613", name: "平江县", places: [("金龙镇", ["12社区", "芙蓉村", "芙蓉村3队"]), ("八五镇", ["八五0队", "八五村"])]),
            MadeUp(code: "430614", name: "湘阴北县", places: [("金龙镇", ["3队", "东村"])]),
        ]
        + (1...8).map {
            MadeUp(
                code: "43062\($0 == 4 ? 0 : $0)", name: "第\("一二三四五六七八".dropFirst($0 - 1).prefix(1))县",
                places: [("山镇", ["山村"])])
        }

    private func store() async throws -> String {
        var packages: [String] = []
        for county in Self.counties {
            let id = "\(county.code)-2025-1"
            let package = try await revised(county, id)
            packages.append(package)
        }
        let store = workspace("store")
        let made = try await Program.landgrade.run(["init", "--store", store])
        try #require(made.status == 0, "\(made.error)")
        let imported = try await Program.landgrade.run(["import", "--unsigned", "--store", store] + packages)
        try #require(imported.status == 0, "\(imported.error)")
        return store
    }

    private func revised(_ county: MadeUp, _ id: String) async throws -> String {
        let folder = workspace.path.appending(id)
        try copyFolder(Repository.xiangyin, to: folder)
        let descriptor = try contents(of: folder.appending("datapackage.json"))
            .replacing("430624-2025-1", with: id).replacing("\"430624\"", with: "\"\(county.code)\"")
            .replacing("\"湘阴县\"", with: "\"\(county.name)\"")
        try workspace.write(descriptor, to: "\(id)/datapackage.json")
        let townships = county.places.enumerated().map { "\($0.element.township),zhen,,\($0.offset + 1)\n" }.joined()
        try workspace.write("township,pinyin,code,order\n" + townships, to: "\(id)/townships.csv")
        try workspace.write("township,alias,village,kind,source\n", to: "\(id)/aliases.csv")
        try workspace.write("id,printed,held,evidence,status\n", to: "\(id)/errata.csv")
        let grades = county.places.flatMap { place in
            place.villages.flatMap { village in
                let kind = village.hasSuffix("社区") ? "community" : village.hasSuffix("队") ? "other" : "village"
                return ["orchard,表2", "forest,表3"].map { row in
                    let (landType, table) = (row.prefix { $0 != "," }, row.suffix(2))
                    return "\(landType),\(place.township),\(village),\(kind),1,1,,\(table)第1行\n"
                }
            }
        }
        let header = "land_type,township,village,kind,grade,printed_grade,erratum,source\n"
        try workspace.write(header + grades.sorted().reversed().joined(), to: "\(id)/grades.csv")
        let seal = try await Program.publish.run(["seal", folder.string])
        try #require(seal.status == 0, "\(seal.error)")
        return folder.string
    }

    private func rows(_ addresses: [String], under headers: String = "坐落", _ store: String) async throws -> [String] {
        let text = "\(headers),地类\n" + addresses.map { $0 + ",果园\n" }.joined()
        let run = try await Program.landgrade.run(["validate", "--store", store], input: Array(text.utf8))
        #expect(run.status < 2, "\(run.error)")
        return run.output.split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func `a number that may be part of a name is read`() async throws {
        let store = try await store()
        let beginnings = [
            "湘阴县金龙镇芙蓉村", "湘阴县金龙镇芙东村", "湘阴县金新镇芙蓉村", "君山县金龙镇东湖社区", "君山县金龙镇芙蓉村", "平江县金龙镇芙蓉村", "平江县金龙镇",
            "平江县金龙镇芙蓉", "金龙镇芙蓉", "金龙镇芙蓉村", "金龙镇", "平江县八五", "八五镇八五", "八五", "湖南省平江县八五镇八五", "湘阴北县金龙镇", "湘阴北县金龙镇芙蓉村",
            "没有县金龙镇芙蓉村",
            "云溪县长岭镇芙东村", "湖南省岳阳市平江县金龙镇芙东村", "湖南省岳阳市湘阴县金龙镇天鹅社区", "",
        ]
        let addresses = beginnings.flatMap { beginning in
            ["5队", "3队", "0队", "12社区", "12号", "1村", ""].map { beginning + $0 }
        }
        let together = try await rows(addresses + addresses.reversed(), store)
        try #require(together.count == 2 * addresses.count)
        #expect(Array(together.prefix(addresses.count)) == together.suffix(addresses.count).reversed())
        // Each by itself, where nothing is remembered.
        for (address, row) in zip(addresses, together) {
            #expect(try await rows([address], store) == [row])
        }
        func verdict(_ address: String) -> String? {
            addresses.firstIndex(of: address).map { together[$0].split(separator: ",")[2] }.map(String.init)
        }
        #expect(verdict("湘阴县金龙镇芙蓉村5队") == "filled")
        #expect(verdict("平江县金龙镇12社区") == "filled")
        #expect(verdict("平江县金龙镇芙蓉村3队") == "filled" && verdict("平江县金龙镇芙蓉村5队") == "filled")
        #expect(verdict("湘阴北县金龙镇5队") == "unknown_village" && verdict("湘阴北县金龙镇3队") == "filled")
        #expect(verdict("八五0队") == "filled" && verdict("八五5队") == "unknown_township")
        #expect(verdict("金龙镇芙蓉村5队") == "ambiguous")
        #expect(verdict("湘阴县金龙镇芙东村12号") == "unknown_village")
    }

    /// Where an address names no township, its column tells the county.
    @Test func `a township beside an address finds its county`() async throws {
        let store = try await store()
        let expected = [
            ("石塘镇,芙蓉村5队", "filled,石塘镇,芙蓉村,address"), ("长岭镇,芙东村3组", "filled,长岭镇,芙东村,address"),
            ("长岭镇,芙东", "filled,长岭镇,芙东村,address"), ("八五镇,八五村3组", "filled,八五镇,八五村,address"),
            ("八五镇,八五0队", "filled,八五镇,八五0队,address"), ("八五镇,八五1队", "unknown_village,八五镇,,"),
            ("石塘镇,金龙镇芙蓉村5队", "unknown_village,,,"), ("无此镇,芙蓉村5队", "unknown_township,,,"),
            ("长岭镇,没有村5组", "unknown_village,长岭镇,,"), ("山镇,山村3组", "ambiguous,,,"),
            (",君山县金龙镇芙蓉村5队", "filled,金龙镇,芙蓉村,address"),
            ("金龙镇,君山县芙蓉村5队", "filled,金龙镇,芙蓉村,address"), ("长岭镇,君山县金龙镇芙蓉村5队", "unknown_township,,,"),
        ]
        let places = expected.map(\.0)
        let together = try await rows(places + places.reversed(), under: "乡镇,坐落", store)
        try #require(together.count == 2 * places.count)
        #expect(Array(together.prefix(places.count)) == together.suffix(places.count).reversed())
        for ((place, outcome), row) in zip(expected, together) {
            #expect(row.hasPrefix("\(place),果园,\(outcome)"), "\(row)")
            #expect(try await rows([place], under: "乡镇,坐落", store) == [row])
        }
    }

    /// The township is not in the county that the address names; others have it.
    @Test func `an address is of the county it names`() async throws {
        let found = try await rows(["湘阴县石塘镇芙东村5组", "湘阴县长岭镇芙东村5组", "君山县石塘镇芙蓉村"], try await store())
        #expect(
            found.map { $0.split(separator: ",")[2] } == ["unknown_village", "unknown_township", "unknown_township"])
        #expect(!found.joined().contains("云溪县"), "\(found)")
    }
}
