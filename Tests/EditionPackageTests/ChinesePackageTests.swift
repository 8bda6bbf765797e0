import SystemSupport
import TabularText
import Testing

@testable import EditionPackage
@testable import StrictJSON

/// What is wrong with a package, in Chinese.
@Suite struct ChinesePackageTests {
    private static let json = JSONError(reason: .unexpected("‘}’"), line: 3, column: 7)

    static let sentences: [(PackageError, String)] = [
        (
            PackageError("grades.csv", line: 12, column: "grade", .value("三", expected: .whole(1...20))),
            "grades.csv第12行grade列：“三”不行，须为1至20的整数，写阿拉伯数字"
        ), (PackageError("grades.csv", line: 2, column: "source", .empty), "grades.csv第2行source列：是空的；这一格必须填写"),
        (
            PackageError("prices.csv", line: 2, column: "unit", .value("元", expected: .oneOf(["元/亩", "万元/亩"]))),
            "prices.csv第2行unit列：“元”不行，须为以下之一：元/亩、万元/亩"
        ), (PackageError("aliases.csv", line: 1, .header(expected: ["a", "b"])), "aliases.csv第1行：表头须为a,b"),
        (PackageError("datapackage.json", .missing), "datapackage.json：没有这个文件；成果包须有"),
        (
            PackageError("datapackage.json", column: "landgrade.id", .missingMember),
            "datapackage.json的landgrade.id：没有写"
        ),
        (
            PackageError("datapackage.json", .json(json)),
            "datapackage.json第3行第7字节：此处不应有‘}’；请改正，再运行 landgrade-publish seal"
        ),
        (
            PackageError("grades.csv", .csv(.ragged(line: 3, expected: 9, found: 8))),
            "grades.csv：第3行：有8个字段，表头有9个"
        ),
        (
            PackageError("grades.csv", .size(stated: 1, found: 2)),
            "grades.csv：2字节，datapackage.json 所写为1字节；手工改动过的，请运行 landgrade-publish seal；没有改动过的，请重新取得完整的成果包"
        ),
        (
            PackageError("rates.csv", line: 2, column: "land_type", .noPrice("orchard 桑园")),
            "rates.csv第2行land_type列：prices.csv 中没有 orchard 桑园 的价格，还原率没有用处；请删去"
        ), (PackageError("grades.csv", .tooLarge(limit: 64 << 20)), "grades.csv：超过64 MiB，不是一个县的表"),
        (PackageError("a\u{1B}[2J", .folderNotEmpty), "a\\x1b[2J：已有这个文件夹，而且不是空的；请换一个新文件夹"),
    ]

    @Test(arguments: sentences.indices)
    func `a fault of a package is said in Chinese`(index: Int) {
        let (error, sentence) = Self.sentences[index]
        #expect(error.sentence(in: .zh).text == sentence)
    }

    /// No English word but names of files and columns, and of what is written there.
    @Test func `no fault of a package is said in English alone`() {
        let problems: [PackageProblem] = [
            .missing, .unknownFile, .notRegularFile, .tooLarge(limit: 1), .packageTooLarge(limit: 1), .notFolder,
            .layout,
            .format("1"), .missingMember, .unknownMember("1"), .hash(stated: "1", found: "2"), .seal, .resourceTwice,
            .unnamed, .empty, .duplicate("1", firstLine: 2), .otherCounty(id: "1", county: "2"), .noSuchTownship("1"),
            .noSuchErratum("1"), .noSuchVillage(township: "1", village: "2"),
            .aliasIsVillage(township: "1", alias: "2"), .notInRow(village: "1", row: "2"), .noDefinition("1"),
            .order(expected: 1), .erratumMissing, .erratumNeedless("1"), .erratumRejected("1"),
            .wholeTownshipMixed("1", firstLine: 2), .wholeVillageMixed("1", firstLine: 2), .withoutVillage,
            .kindDiffers(firstLine: 2),
        ]
        for problem in problems { expectChinese(problem.sentence(in: .zh).text, problem.sentence(in: .en).text) }
        let values: [ExpectedValue] = [
            .text, .name, .amount, .whole(1...2), .day(example: "2021-12-31"), .oneOf(["1"]), .tableOrRow, .tableRow,
            .rate,
            .erratumID, .pinyin, .townshipCode, .countyCode, .editionID, .object, .hash,
        ]
        for value in values { expectChinese(value.sentence(in: .zh).text, value.sentence(in: .en).text) }
        let reasons: [JSONError.Reason] = [
            .unexpectedEnd, .trailing, .duplicateKey("1"), .notWhole("1"), .numberTooLarge("1"), .badEscape,
            .loneSurrogate,
            .controlCharacter, .invalidUTF8, .tooDeep(limit: 1),
        ]
        for reason in reasons {
            let error = JSONError(reason: reason, line: 1, column: 1)
            expectChinese(error.sentence(in: .zh).text, error.description)
        }
        let faults: [CSVError] = [
            .empty, .notUTF8(line: 1, offset: 1), .nulByte(line: 1, column: 1), .unclosedQuote(line: 1, column: 1),
            .textAfterQuote(line: 1, column: 1), .quoteInField(line: 1, column: 1), .emptyHeader(column: 1),
            .duplicateHeader(name: "1", column: 1),
        ]
        for fault in faults { expectChinese(fault.sentence(in: .zh).text, fault.description) }
    }

    private func expectChinese(_ text: String, _ english: String) {
        let parts = text.split { !$0.isASCII || !($0.isLetter || $0 == ".") }
        let words = parts.filter { $0.contains { $0.isLetter } }.map(String.init)
        let names =
            EditionFiles.names + [
                "landgrade", "publish", "seal", "import", "xlsx", ".xlsx", "MiB", "SHA", "JSON", "UTF", "NUL", "E",
                "sha", "landgrade.edition",
            ]
        #expect(words.allSatisfy { names.contains($0) }, "\(text)")
        #expect(text != english)
    }
}
