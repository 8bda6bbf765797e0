import SystemSupport
import Testing

@testable import ParcelValidation
@testable import TabularText

/// What is said of a list as a whole, word for word.
@Suite struct ListWordingTests {
    @Test(
        arguments: [
            (.empty, "清单是空的", "the list is empty"),
            (
                .notText, "不是文本（含 NUL 字节）：可能是二进制文件，或没有字节序标记的 UTF-16；请另存为 UTF-8 的 CSV",
                "not text (NUL bytes): a binary file, or UTF-16 without a byte-order mark; save it as CSV in UTF-8"
            ),
            (.utf32, "不支持 UTF-32；请另存为 UTF-8", "UTF-32 is not read; save it as UTF-8"),
            (
                .undecodable(utf8Offset: 5, gb18030Offset: 3),
                "编码无法确定：按 UTF-8 在第 5 字节处出错，按 GB18030 在第 3 字节处出错；请用 --encoding 指定，出错的行会单独标出",
                "the encoding can't be told: as UTF-8 it fails at byte 5, as GB18030 at byte 3; give it with --encoding, and the rows at fault are marked one by one"
            ),
            (
                .otherByteOrderMark(found: .utf8, told: .gb18030), "文件的字节序标记表明是 UTF-8，与指定的 GB18030 不符",
                "the byte-order mark says UTF-8, not GB18030 as was given"
            ),
            (
                .unknownSeparator("|\u{1B}"), "sep= 行指定的分隔符“|\\x1b”不支持",
                "the sep= line names ‘|\\x1b’, which is no delimiter we read"
            ),
            (
                .delimiterUnclear([
                    DelimiterCount(delimiter: .tab, columns: 2), DelimiterCount(delimiter: .semicolon, columns: 3),
                ]), "分隔符不明确（“TAB”得2列，“;”得3列）；请用 --delimiter 指定",
                "several delimiters fit (‘TAB’ gives 2 columns, ‘;’ gives 3 columns); give it with --delimiter"
            ),
            (.headerTooLong, "表头行过长；请检查引号和换行", "the header line is too long; look for stray quotes and line ends"),
        ] as [(FormatError, String, String)])
    func `says how a list can't be read`(error: FormatError, chinese: String, english: String) {
        #expect(error.sentence(in: .zh).text == chinese)
        #expect(error.sentence(in: .en).text == english)
    }

    @Test(
        arguments: [
            (
                .missing(.village, headers: ["a", "b\u{7}"]),
                "没有找到“村”列；请用 --columns village=列名或列号 指定。现有列：1=a，2=b\\x07",
                "no column for the village was found; give it with --columns village=NAME or NUMBER. There are: 1=a, 2=b\\x07"
            ),
            (
                .missing(.landType, headers: ["清单", "", " "]),
                "没有找到“地类”列；请用 --columns land_type=列名或列号 指定。现有列：1=清单，2=，3= 。首行似乎是标题；表头须在第一行，请删去标题行",
                "no column for the land type was found; give it with --columns land_type=NAME or NUMBER. There are: 1=清单, 2=, 3= . The first line looks like a title; the header has to stand first"
            ),
            (
                .ambiguous(.township, columns: [1, 3], headers: ["乡镇", "村", "XZMC"]),
                "“乡镇”列有多个可能（第1、3列）；请用 --columns township=列号 指定。现有列：1=乡镇，2=村，3=XZMC",
                "several columns could be the township (1, 3); give it with --columns township=NUMBER. There are: 1=乡镇, 2=村, 3=XZMC"
            ),
            (
                .notThere(.grade, "9", headers: ["a"]), "--columns 为“级别”指定的“9”不存在。现有列：1=a",
                "--columns names ‘9’ for the grade, which is not there. There are: 1=a"
            ),
            (
                .twice(.address, "a", headers: ["a", "a"]), "--columns 为“坐落”指定的“a”有两列同名；请改用列号。现有列：1=a，2=a",
                "--columns names ‘a’ for the address, which two columns are called; give its number. There are: 1=a, 2=a"
            ),
            (
                .shared(.county, .parcelID, column: 1), "第1列同时被指定为“县”和“宗地代码”",
                "column 1 is given for both the county and the parcel id"
            ),
        ] as [(ColumnError, String, String)])
    func `says how columns can't be told`(error: ColumnError, chinese: String, english: String) {
        #expect(error.sentence(in: .zh).text == chinese)
        #expect(error.sentence(in: .en).text == english)
        #expect(ValidationError.columns(error).sentence(in: .zh).text == chinese)
        #expect(ValidationError.columns(error).sentence(in: .en).text == english)
    }

    @Test(
        arguments: [
            (
                .header(LocatedFault(fault: .nulByte, column: 2, offset: 9), line: 1), "第1行（表头）：第2列，第9字节处：有 NUL 字节",
                "line 1, the header: column 2, byte offset 9: NUL byte"
            ),
            (
                .sameHeaders("村", columns: [2, 4]), "表头“村”重复（第2、4列），无法输出 jsonl",
                "two columns are called ‘村’ (2, 4), which jsonl can't tell apart"
            ),
            (.noRows, "清单只有表头，没有数据行", "the list has a header and no rows"),
            (
                .stopped(.recordTooLong(row: 7, line: 9, offset: 80, quote: nil)),
                "第7行记录（文件第9行，字节偏移 80）超过 1 MiB；其后无法判读",
                "record 7 (line 9, byte 80) exceeds 1 MiB; nothing behind it can be judged"
            ),
            (
                .stopped(
                    .recordTooLong(row: 7, line: 9, offset: 80, quote: QuotePlace(line: 10, column: 2, offset: 90))),
                "第7行记录（文件第9行，字节偏移 80）超过 1 MiB；引号自文件第10行第2列起没有闭合；其后无法判读",
                "record 7 (line 9, byte 80) exceeds 1 MiB; a quote opened at line 10, column 2 is not closed; nothing behind it can be judged"
            ),
            (
                .stopped(.unclosedQuote(row: 7, quote: QuotePlace(line: 10, column: 2, offset: 90))),
                "第7行记录的引号自文件第10行第2列起没有闭合；其后无法判读",
                "record 7: the quote opened at line 10, column 2 is not closed; nothing behind it can be judged"
            ),
            (.stopped(.halfCodeUnit(offset: 5)), "UTF-16 文件在字节偏移 5 处残缺", "the UTF-16 text is cut short at byte 5"),
        ] as [(ValidationError, String, String)])
    func `says where judging stopped`(error: ValidationError, chinese: String, english: String) {
        #expect(error.sentence(in: .zh).text == chinese)
        #expect(error.sentence(in: .en).text == english)
    }

    @Test func `says how a list is read`() {
        let columns = ColumnMap(headers: ["a\u{1B}", "村", "地类"], columns: [.township: 0, .village: 1, .landType: 2])
        #expect(columns.sentence(in: .zh) == "列的认定：乡镇＝第1列“a\\x1b”，村＝第2列“村”，地类＝第3列“地类”")
        #expect(
            columns.sentence(in: .en)
                == "columns: township = column 1 ‘a\\x1b’, village = column 2 ‘村’, land type = column 3 ‘地类’")
        let broken = ColumnMap(headers: ["乡镇\n（街道）", "村"], columns: [.township: 0, .village: 1])
        #expect(broken.sentence(in: .zh) == "列的认定：乡镇＝第1列“乡镇 （街道）”，村＝第2列“村”")
        let format = ListFormat(encoding: .utf16LittleEndian, delimiter: .tab)
        #expect(format.sentence(in: .zh) == "编码 UTF-16LE，分隔符“TAB”")
        #expect(format.sentence(in: .en) == "encoding UTF-16LE, delimiter ‘TAB’")
        let ascii = ListFormat(encoding: .utf8, delimiter: .comma, isASCII: true)
        #expect(ascii.sentence(in: .zh) == "编码 UTF-8（目前只见 ASCII 字符），分隔符“,”")
        #expect(ascii.sentence(in: .en) == "encoding UTF-8 (only ASCII seen so far), delimiter ‘,’")
    }

    @Test func `counts verdicts, and by township, rows without a place last`() {
        var summary = ValidationSummary()
        let names = [TownshipName.none, TownshipName(county: "湘阴县", township: "金龙镇")]
        var counts = [Int](repeating: 0, count: 2 * Verdict.allCases.count)
        counts[Verdict.badRow.index] = 2
        counts[Verdict.allCases.count + Verdict.ok.index] = 3
        summary.add(counts, names)
        let graded = ColumnMap(headers: ["级别"], columns: [.grade: 0])
        let ungraded = ColumnMap(headers: ["村"], columns: [.village: 0])
        #expect(summary.lines(graded, rate: nil, byTownship: false, in: .zh) == ["共5行：一致（ok）3，该行数据有误（bad_row）2"])
        #expect(
            summary.lines(ungraded, rate: nil, byTownship: false, in: .zh) == [
                "共5行：一致（ok）3，该行数据有误（bad_row）2（没有核对申报级别）"
            ])
        #expect(
            summary.lines(ungraded, rate: nil, byTownship: false, in: .en) == [
                "5 rows: ok 3, bad_row 2 (no declared grade compared)"
            ])
        #expect(
            summary.lines(graded, rate: 1000, byTownship: true, in: .zh) == [
                "共5行，每秒1000行：一致（ok）3，该行数据有误（bad_row）2", "  湘阴县 金龙镇：一致（ok）3", "  未认定到村：该行数据有误（bad_row）2",
            ])
        #expect(
            summary.lines(graded, rate: 1000, byTownship: true, in: .en) == [
                "5 rows, 1000 rows/s: ok 3, bad_row 2", "  湘阴县 金龙镇: ok 3", "  no village matched: bad_row 2",
            ])
    }
}
