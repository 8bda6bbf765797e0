import GradeModel
import SystemSupport
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

@testable import ParcelValidation

/// xorshift64*: the same lists on every run.
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

@Suite struct AgreementTests {
    /// A list with some of everything.
    struct Maker {
        var random: FixedRandom

        mutating func pick<Element>(_ choices: [Element]) -> Element { choices.randomElement(using: &random)! }

        mutating func cell(_ text: String, _ delimiter: String) -> String {
            let needs = text.contains { $0.isNewline || $0 == "\"" || String($0) == delimiter }
            guard needs || Int.random(in: 0..<8, using: &random) == 0 else { return text }
            return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
        }

        mutating func names() -> (String, String) {
            let place = pick(Xiangyin.villages)
            switch Int.random(in: 0..<20, using: &random) {
            case 16:
                return (
                    pick(["", "湘阴县", "岳阳市湘阴县", "汨罗市"]) + place.township + pick(["", "人民政府", "（原某镇）"]), place.village
                )
            case 17:
                return (
                    pick([place.township, "", "静河镇"]),
                    pick(["", "湘阴县"]) + pick([place.township, ""]) + place.village + pick(["", "3组", "老屋组", "12号3组"])
                )
            case 18:
                return (pick([place.township, "金龙", ""]), pick(["芙蓉", "东湖", "天鹅", "燎原", "芙蓉7组", "芙蓉村7组", "芙蓉村12号"]))
            case 19:
                return (
                    pick([place.township, ""]),
                    pick([
                        place.township, "金龙镇与静河镇", "芙蓉村与金龙村", "芙蓉村3组、金龙村", "芙蓉村3组-金龙村2组", "芙蓉村3组-12号", "芙蓉村3组并入金龙村4组",
                        "芙蓉村（1组）金龙村（2组）", "芙蓉村(1组)金龙村(2组)", "芙蓉村（划归静河镇）", "芙蓉村3组及静河镇", "2、面积单位为亩", "本页无正文",
                    ])
                )
            case 0:
                return (pick(["", "", "合计", "金龙镇小计", "制表人："]), pick([place.village, place.village, "", "小计", "12"]))
            case 1:
                return (
                    pick(["　", "\u{A0}", " \(place.township)", "NULL", "\(place.township)\(place.village)"]),
                    pick([place.village, ""])
                )
            case 2: return (place.township, pick(["无此村", "", "芙蓉", "a,b\"c", "furongcun", "=1+1", "村\n村"]))
            case 3: return (pick(["无此镇", "金龍鎮", "jinlongzhen", "𠮷镇"]), place.village)
            case 4:
                let alias = pick(Xiangyin.aliases)
                return (alias.township, alias.alias)
            case 5: return (place.township, place.village + pick(["村民委员会", "居委会", " ", "３"]))
            case 6: return (pick(["荣家湾镇", "新墙镇", "长乐镇", ""]), pick(["东湖渔场", "芙蓉村", "3组村", "长乐村"]))
            default: return (place.township, place.village)
            }
        }

        mutating func address(_ names: (String, String)) -> String {
            let lead = pick(["湖南省岳阳市湘阴县", "湘阴县", "", "岳阳县", "湖南省,岳阳市,湘阴县,", "北京市"])
            // Few unknown places, so that they come again with other numbers behind them.
            if Int.random(in: 0..<3, using: &random) == 0 {
                let unknown = pick([
                    "无此村", "金龙镇无此村", "无此镇村", "无此镇芙蓉村", "无此镇金龙", "金龙镇村", "金龙镇", "湘阴村", "文星街道村", "无此乡无此村", "无此县芙蓉村",
                    "金龙镇文星街道办村", "无此社区", "金龙镇、村", "金龙镇无此镇", "村",
                ])
                return pick(["湘阴县", "湖南", ""]) + unknown + pick(["", "3组", "12号", "33号", "4组东湖渔场", "第1组"])
            }
            let tail = pick([
                "", "", "3组", "12号", "3组5号", "3#", "3组-5号", "3组-芙蓉村2组", "飞入金龙村3组", "十二组", "3渔场", "３组", "李家湾4组",
                "第5村民小组", "7组村委会", "1 组", "2组东湖渔场",
            ])
            return lead + names.0 + names.1 + tail
        }

        /// The numbers of the columns in some notation, or their units; now and then with one cell that is another's.
        mutating func columnLine(_ count: Int) -> [String] {
            var cells: [String]
            switch Int.random(in: 0..<8, using: &random) {
            case 7: cells = (1...count).map { "-\($0)" }
            case 0: cells = (1...count).map { "（\($0)）" }
            case 1: cells = (1...count).map { "第\($0)栏" }
            case 2: cells = "ABCDEFGH".prefix(count).map(String.init)
            case 3: cells = "①②③④⑤⑥⑦⑧".prefix(count).map(String.init)
            case 4: cells = "一二三四五六七八".prefix(count).map(String.init)
            case 5: cells = "甲乙123456".prefix(count).map(String.init)
            default: cells = [String](repeating: pick(["", "-", "—"]), count: count - 1) + ["亩"]
            }
            if Int.random(in: 0..<4, using: &random) == 0 {
                cells[Int.random(in: 0..<count, using: &random)] = pick(["", "园地", "3", "HM²", "—"])
            }
            return cells
        }

        /// Cells that say nothing, or what stands below a table.
        private mutating func emptyLine(_ count: Int, _ delimiter: String) -> String {
            let none = pick(["/", "NULL", "-", "———以下空白———"])
            let isLabel = none.hasSuffix("———")
            let cells = (1...count).map { isLabel && $0 > 1 ? "" : none }
            return cells.joined(separator: delimiter)
        }

        /// - Parameter beside: addresses have the township in a column beside them.
        mutating func list(
            rows: Int, address: Bool, beside: Bool = false, county: Bool, delimiter: String, lineEnd: String
        ) -> String {
            var headers = address ? (beside ? ["所属乡镇", "坐落"] : ["坐落"]) : ["所属乡镇", "村(社区)"]
            if county { headers.insert("县", at: 0) }
            headers += ["地类", "级别", "宗地代码", "合同编号", pick(["备注", "权利人", "序号"])]
            var text = headers.joined(separator: delimiter) + lineEnd
            let header = text
            for row in 0..<rows {
                if Int.random(in: 0..<60, using: &random) == 0 {
                    let empty = emptyLine(headers.count, delimiter)
                    text += pick([
                        "", header, String(repeating: delimiter, count: headers.count - 1), "合计", "审核人：张三", "2025.3.1",
                        "- 1 -", "Page 1 of 3", "其中：园地", "（2）面积单位为亩",
                        "合计" + String(repeating: delimiter, count: headers.count - 1),
                        (1...headers.count).map(String.init).joined(separator: delimiter),
                        ([String](repeating: "小计", count: 2) + [String](repeating: "", count: headers.count - 2))
                            .joined(separator: delimiter),
                        (["注1：x"] + [String](repeating: "", count: headers.count - 1)).joined(separator: delimiter),
                        " \(delimiter)　", "a\(delimiter)b", "a\"b", "\"a\"b", "\0", "\u{1A}", "\0\u{1A}",
                        empty,
                        String(repeating: delimiter, count: 9),
                    ])
                    text += lineEnd
                    continue
                }
                if Int.random(in: 0..<40, using: &random) == 0 {
                    text += columnLine(headers.count).joined(separator: delimiter) + lineEnd
                    continue
                }
                let names = names()
                var cells = address ? [self.address(names)] : [names.0, names.1]
                if address, beside {
                    cells.insert(
                        pick([
                            names.0, names.0, names.0, "", "/", "静河镇", "金龙", "湘阴县金龙镇", "无此镇", "合计", "jinlongzhen",
                            "新墙镇",
                        ]),
                        at: 0)
                }
                if county {
                    cells.insert(
                        pick([
                            "湘阴县", "430624", "岳阳县", "汨罗市", "", "无县", "430681", "湘阴", "430624.0", "湘阴县（430624）", "湘陰縣",
                            "/",
                            "430624湘阴县", "湘阴县(汨罗市)", "岳阳市/湘阴县",
                        ]), at: 0)
                }
                cells.append(
                    pick([
                        "园地", "林地", "0201", "0301K", "草地", "果园", "柑橘园", "用材林", "经济林", "其他草地", "耕地", "0101", "？", "021",
                        "201", "", "合计", "0201果园", "0301果园", "农用地/园地", "其它林地",
                    ]))
                cells.append(
                    pick([
                        "一级", "二级", "1", "2", "Ⅰ", "壹级", "三级", "", "", " ", "1.0", "不详", "１", "=1", "1-2级", "一級", "二等",
                        "1级 汇总", "一级园地", "一\n级", "壹",
                        "/", "无",
                        "NULL",
                    ]))
                cells.append(
                    pick([
                        "430624\(row)", "430624100206JB\(10000 + row)", "430681100206JE\(10000 + row)",
                        "430624100206GF\(10000 + row)F00010001", "430624100206Jd\(10000 + row)",
                        "43062410020602\(10000 + row)", "4306241002060210000", "430624x00206JB\(10000 + row)",
                        "4.3E+17", "430624-\(row)", "4.3E18", "4E18", "430624001.0", "2025-03-0\(row % 9 + 1)",
                        "2025/3/1", "3月1日", "1-Mar", "2025/3", "03/01/25", "Mar-2025", "4.E+18", "-4.3E+18", "-4E18",
                        "2025-03-01T00:00:00-05:00", "2025-03-01T00:00:00.000Z", "４.３Ｅ＋１８", "4E018", "1-OCT-25",
                        "2025-03", "03.01.25", "B-3", "A:1-2",
                        "43-06-\(row)", "/", "null", "无", "12", "A", "#N/A", "430,624,00\(row % 10)", " 4E18", "(null)",
                        "1月-25", "Sat Mar 01 2025", "1 Mar 2025", "3079/1/9", "1.3.2025", "01:02:00", "1:02:00",
                        "A:02:00",
                        "430624001,00", "4.3×10^18", "#CALC!", "inf", "TRUE", "FALSE", "false", "FLAKE", "合计", "小计1",
                        "#REF!", "id\u{200B}", "3079-01-02", "0:00", "12:00 AM", "Infinity", "4*10^18", "4.3D+18",
                        "\u{FFFD}1", "", "", "", String(repeating: "9", count: 65),
                    ]))
                cells.append(
                    pick(["", "", "HT-1", "430624100206JE1", "12E5", "1.0", "2025-03", "第1E2号"])
                        + pick(["", "", "", "", "", "", "4.3E+17"]))
                cells.append(
                    pick(["", "x", "村", "\"", "a\(delimiter)b", "y\nz", "é", "小计", "张三 汇总", "1", "王和", "共3宗"]))
                text += cells.map { cell($0, delimiter) }.joined(separator: delimiter) + lineEnd
            }
            if Int.random(in: 0..<3, using: &random) == 0 { text.unicodeScalars.removeLast() }
            return text
        }
    }

    private func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        guard encoding.isUTF16 else { return encoding.bytes(of: text) }
        return encoding.byteOrderMark
            + text.utf16.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return encoding == .utf16LittleEndian ? [low, high] : [high, low]
            }
    }

    @Test(arguments: TextEncoding.allCases, [0, 1, 2, 3, 4, 5, 6, 7])
    func `writes what the slow validator writes, at every chunk size`(encoding: TextEncoding, kind: Int) throws {
        var random = FixedRandom(state: 0xABCD + UInt64(kind) * 77 + UInt64(encoding.rawValue.utf8.count))
        for round in 0..<6 {
            let delimiter = Delimiter.allCases[(round + kind) % 4]
            var maker = Maker(random: random)
            let rows = round == 0 ? 8 : 150
            let text = maker.list(
                rows: rows, address: kind % 2 == 1, beside: round % 3 == 2, county: [2, 6, 7].contains(kind),
                delimiter: delimiter.rawValue, lineEnd: ["\n", "\r\n", "\r"][round % 3])
            random = maker.random
            var bytes = encoded(text, encoding)
            if round % 2 == 1, !encoding.isUTF16 {
                for _ in 0..<3 { bytes[Int.random(in: 200..<bytes.count, using: &random)] = 0xFF }
            }
            var options = ValidationOptions()
            options.language = round % 2 == 0 ? .zh : .en
            options.onlyProblems = round == 4
            options.isComparing = kind >= 3
            if kind == 4 { options.landType = [.orchard, .forest, .grassland][round % 3] }
            if [0, 1, 3, 5, 6].contains(kind) { options.county = Xiangyin.county }
            let counties = [
                Counties.xiangyin, .withdrawn, .three, .comparing, .comparing, .scoped, .scoped, .scopedThree,
            ][kind]
            let format = try ListFormat.detect(
                sample: bytes, isWhole: true, encoding: encoding, delimiter: delimiter)
            let expected = try SlowValidator(counties: counties, options: options).validate(bytes, format)
            let chunks = round == 0 ? Array(1...40) : [7, 100, 1000, 1 << 18]
            for chunk in chunks {
                options.chunk = chunk
                options.threads = chunk % 3 + 1
                options.memoLimit = chunk == 100 ? 10 : 100_000
                let found = try validate(bytes, format, counties, options)
                guard found.output == expected.output, found.summary.counts == expected.counts else {
                    let (mine, other) = (lines(found.output, format), lines(expected.output, format))
                    let first = zip(mine, other).first { $0 != $1 }
                    Issue.record(
                        "round \(round), chunk \(chunk): \(String(describing: first)), \(mine.count) and \(other.count) lines"
                    )
                    return
                }
            }
        }
    }

    /// What the slow validator does not write: at every chunk size the same as in one chunk on one thread.
    @Test(arguments: TextEncoding.allCases, [0, 1, 2, 3, 4, 5])
    func `writes the same in other forms, at every chunk size`(encoding: TextEncoding, form: Int) throws {
        var maker = Maker(random: FixedRandom(state: 0xF0 + UInt64(form)))
        let text = maker.list(rows: 60, address: form == 3, county: false, delimiter: ",", lineEnd: "\r\n")
        let bytes = encoded(text, encoding)
        var options = ValidationOptions()
        options.county = Xiangyin.county
        options.form = form == 0 || form == 5 ? .jsonl : .csv
        options.onlyOurColumns = form >= 4
        options.safeCells = form == 1
        options.outputEncoding =
            form < 2 || form >= 4 ? nil : TextEncoding.allCases[(form + (encoding == .utf8 ? 1 : 0)) % 4]
        options.outputMark = form == 2
        let format = try ListFormat.detect(sample: bytes, isWhole: true, encoding: encoding, delimiter: .comma)
        options.threads = 1
        options.chunk = 1 << 20
        let whole = try validate(bytes, format, Counties.xiangyin, options)
        #expect(whole.output.count > bytes.count / 2)
        if form >= 4 {
            // A row is a line, whatever line ends its own cells have.
            let count = lines(whole.output, form == 5 ? try ListFormat.detect(sample: [0x41], isWhole: true) : format)
                .count
            #expect(count == whole.summary.rows + (form == 5 ? 0 : 1))
        }
        for chunk in Array(1...30) + [97, 1000] {
            options.chunk = chunk
            options.threads = chunk % 3 + 1
            options.memoLimit = chunk % 2 == 0 ? 5 : 1000
            let found = try validate(bytes, format, Counties.xiangyin, options)
            #expect(found.output == whole.output && found.summary == whole.summary, "chunk \(chunk)")
        }
    }

    /// Pieces that are forgotten, rows that are judged cell by cell and lines that rows share: at every chunk size the same
    /// rows as without numbers.
    @Test(arguments: TextEncoding.allCases, [false, true])
    func `numbered rows are the rows`(encoding: TextEncoding, isJSON: Bool) throws {
        var maker = Maker(random: FixedRandom(state: 0xA1))
        let text = maker.list(rows: 200, address: false, county: false, delimiter: ",", lineEnd: "\n")
        let rows = text.drop { $0 != "\n" }.dropFirst()
        let bytes = encoded(text + rows + rows + rows, encoding)
        var options = ValidationOptions()
        options.county = Xiangyin.county
        options.form = isJSON ? .jsonl : .csv
        options.onlyOurColumns = true
        options.outputEncoding = .utf8
        let format = try ListFormat.detect(sample: bytes, isWhole: true, encoding: encoding, delimiter: .comma)
        let whole = try validate(bytes, format, Counties.xiangyin, options)
        options.numbersRows = true
        for chunk in [1, 7, 100, 1000, 5000, 1 << 20] {
            options.chunk = chunk
            options.threads = chunk % 3 + 1
            options.memoLimit = chunk < 1000 ? 5 : 1000
            let found = try validate(bytes, format, Counties.xiangyin, options)
            let lines = NumberedLines(found.output, hasHeader: !isJSON)
            #expect(lines.rows == whole.output && found.summary == whole.summary, "chunk \(chunk)")
            if chunk == 1 << 20, !isJSON { #expect(lines.lines < whole.summary.rows) }
        }
    }

    /// Names that are not known, each often enough to be known as such, and so many that they are forgotten in between.
    @Test func `numbered rows do not take the lines of names that were forgotten`() throws {
        // Their notes name near villages, and are as long as each other.
        let names = ["石塘镇,朝阳旧村", "新泉镇,镜明湖村"]
        let rows = (0..<300).flatMap { [String](repeating: "\(names[$0 % 2]),果园,1\n", count: 3) }
        let bytes = Array("乡镇,村,地类,级别\n\(rows.joined())".utf8)
        var options = ValidationOptions()
        options.county = Xiangyin.county
        options.onlyOurColumns = true
        options.threads = 1
        options.memoLimit = 0
        let format = try ListFormat.detect(sample: bytes, isWhole: true)
        let whole = try validate(bytes, format, Counties.xiangyin, options)
        options.numbersRows = true
        let found = try validate(bytes, format, Counties.xiangyin, options)
        let lines = NumberedLines(found.output)
        #expect(lines.rows == whole.output && lines.lines < rows.count)
    }

    @Test(arguments: [0, 1, 2], [0, 1, 2])
    func `a place without a county is looked for in all of them`(number: Int, form: Int) throws {
        let counties = [Counties.three, .two, .xiangyin][number]
        for round in 0..<3 {
            var maker = Maker(random: FixedRandom(state: 5 + UInt64(round)))
            let text = maker.list(
                rows: 200, address: form > 0, beside: form > 1, county: false, delimiter: ",", lineEnd: "\n")
            let bytes = Array(text.utf8)
            let format = try ListFormat.detect(sample: bytes, isWhole: true)
            let options = ValidationOptions()
            let expected = try SlowValidator(counties: counties, options: options).validate(bytes, format)
            #expect(try validate(bytes, format, counties, options).output == expected.output)
        }
    }

    /// Every form of a number behind every form of a place, twice over, so that the second finds what the first has left.
    @Test(arguments: zip([0, 1, 2], [TextEncoding.utf8, .gb18030, .utf8]))
    func `numbers that are set aside change nothing`(number: Int, encoding: TextEncoding) throws {
        let counties = [Counties.three, .two, .xiangyin][number]
        let places = [
            "金龙镇芙蓉村", "湘阴县金龙镇芙蓉村", "430624湘阴县金龙镇芙蓉村", "430624 芙蓉村", "４３0624金龙镇芙蓉村", "中国湖南省金龙镇芙蓉村",
            "金龙 芙蓉村", "金龙镇芙蓉", "金龙镇 芙蓉", "金龙镇芙蓉村老屋", "金龙镇芙蓉村与金龙村", "金龙镇天鹅", "芙蓉村", "芙蓉", "金龙 村", "金龙镇",
            "3组村", "新墙镇芙蓉村", "金龙镇芙蓉新村", "东湖渔场", "汨罗市芙蓉村", "无此县村", "浩河居委会", "文星办事处东湖社区", "",
            "[金龙镇芙蓉村", " [金龙镇芙蓉村", "坐落：[金龙镇芙蓉村", "坐落：[金龙镇芙蓉村癧", "芙蓉村(", "(芙蓉村", "（芙蓉村", "'芙蓉村", "\"\"芙蓉村", "“芙蓉村",
            "金龙镇_芙蓉村",
            "金龙镇\\芙蓉村",
            "该地块位于金龙镇芙蓉村", "本县金龙镇芙蓉村", "金龙政府芙蓉村",
        ]
        let tails = [
            "3组", "12组", "7组123号", "8组9号", "3-4", "5", "6组、金龙村", "7组与金龙村3组", "3组和共荣村", "3/4组", "3渔场", "4村", "第3组",
            "9组,金龙村", "1组（李家）", "2栋3楼", "７组", " 8组", "", "3]", "3(2)", "3）", "4'", "4)", "5\"\"", "6”",
        ]
        let forms = [("坐落", ""), ("乡镇,村", ","), ("乡镇,坐落", "金龙镇,"), ("乡镇,坐落", "新墙镇,")]
        for (headers, township) in forms {
            let header = "\(headers),地类\n"
            let rows = places.flatMap { place in
                tails.map { "\(township)\"\(place)\($0)\",果园\n" }
            }.joined()
            let once = encoding.bytes(of: header + rows)
            let format = try ListFormat.detect(sample: once, isWhole: true, encoding: encoding, delimiter: .comma)
            let options = ValidationOptions()
            let slow = try SlowValidator(counties: counties, options: options).validate(once, format)
            let found = try validate(encoding.bytes(of: header + rows + rows), format, counties, options)
            let expected = lines(slow.output, format).filter { !$0.isEmpty }
            let twice = expected + expected.dropFirst()
            let mine = lines(found.output, format).filter { !$0.isEmpty }
            #expect(zip(mine, twice).first { $0 != $1 }.map { "\($0)" } == nil)
            #expect(mine.count == twice.count && mine.count == 1 + 2 * places.count * tails.count)
        }
    }

    private func lines(_ bytes: [UInt8], _ format: ListFormat) -> [String] {
        let text: String
        if format.encoding.isUTF16 {
            let isLittle = format.encoding == .utf16LittleEndian
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
                UInt16(bytes[index]) << (isLittle ? 0 : 8) | UInt16(bytes[index + 1]) << (isLittle ? 8 : 0)
            }
            text = String(decoding: units, as: UTF16.self)
        } else {
            text = String(decoding: format.encoding == .gb18030 ? GB18030.decode(bytes) ?? bytes : bytes, as: UTF8.self)
        }
        return text.split(whereSeparator: \.isNewline).map(String.init)
    }
}
