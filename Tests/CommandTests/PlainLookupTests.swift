import TestSupport
import Testing

/// The usual look-up is read without ArgumentParser. An option given twice is not usual, so that the same words with
/// `--lang` twice in front go the other way; both must end alike.
@Suite struct PlainLookupTests {
    @Test(arguments: [
        ["金龙镇", "芙蓉村"], ["芙蓉村"], ["jlz", "frc"], ["金龙镇", "芙蓉材"], ["--address", "湘阴县金龙镇芙蓉村3组"],
        ["--address=湘阴县金龙镇芙蓉村3组", "--land-type", "林地"], ["金龙镇", "--format", "json", "芙蓉村"],
        ["--format=csv", "金龙镇", "芙蓉村"], ["--as-printed", "杨林寨乡", "东合港村"], ["--county", "湘阴县", "芙蓉村"],
        ["--county", "长沙县", "芙蓉村"], ["--as-of", "2025-06-30", "金龙镇", "芙蓉村"], ["--as-of", "2025-02-30", "芙蓉村"],
        ["--land-type", "耕地", "芙蓉村"], [""], ["", "芙蓉村"], [], ["湘阴县", "金龙镇", "芙蓉村"], ["--format", "xml", "芙蓉村"],
        ["--address", "金龙镇", "芙蓉村"], ["--address"], ["--county=", "芙蓉村"], ["--county", "--format", "芙蓉村"],
        ["--county", "-1", "芙蓉村"], ["--coun", "湘阴县", "芙蓉村"], ["-x", "芙蓉村"], ["-", "芙蓉村"], ["--", "-芙蓉村"],
        ["--land-type=a=b", "芙蓉村"], ["--as-printed", "--as-printed", "芙蓉村"], ["--as-printed=1", "芙蓉村"], ["--help"],
    ])
    func `both ways of reading the words end alike`(words: [String]) async throws {
        let store = try await SharedStore.shared.path()
        let plain = try await Program.landgrade.run(["lookup"] + words, environment: ["LANDGRADE_STORE": store])
        let parsed = try await Program.landgrade.run(
            ["lookup", "--lang", "en", "--lang", "en"] + words, environment: ["LANDGRADE_STORE": store])
        #expect(plain == parsed)
    }
}
