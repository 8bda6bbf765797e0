import GradeModel
import SystemSupport
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

@testable import ParcelValidation

@Suite struct AgreementTests {
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
