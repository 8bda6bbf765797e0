import GradeModel
import SystemSupport
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

@testable import ParcelValidation

/// Lists with prices, held against the slow validator.
@Suite struct PriceAgreementTests {
    /// Rows with figures that are right, wrong in ways that have a name, wrong in others, or none.
    struct Maker {
        var random: FixedRandom

        mutating func pick<Element>(_ choices: [Element]) -> Element { choices.randomElement(using: &random)! }

        static let headers = [
            ["单价(元/㎡)", "面积（亩）", "总价(元)"], ["基准地价（万元/亩）", "TBMJ", "金额/万元"], ["申报单价", "面积", "总价"],
            ["单价/元/亩", "SCMJM", "评估价（元）"], ["单价(元/公顷)", "面积(公顷)", "合计金额（万元）"], ["", "实测面积(㎡)", "总价（元）"],
            ["价格(元/平方米)", "备注2", ""],
        ]

        private mutating func price() -> String {
            pick([
                "45", "45.00", "36", "36.0", "52", "42", "49.5", "33", "30000", "3", "2.4", "24000", "28000",
                "34666.67", "19000",
                "28.5", "45元", "￥36.00", "45元/平方米", "3万元/亩", "28500", "30000.15", "30015", "24000.12", "27.9", "1.86",
                "18600",
                "18600元/亩", "0", "0.0", "1.8", "27", "1.2万", "12,5", "4.5E1", "-45", "无", "", "", "/", "４５．００",
                "450000", "45.0",
                "27.90", "27.8998", "17000", "1.42", "1.420万元/亩", "279000", "27.88", "45 元/㎡", "¥45", "45 亩",
                "9999999999999",
                "420000元/公顷", "2.8", "1,234.5", "30001", "4", "46", "29.00", "28", "21", "675", "30000.15", "34666",
                "0.067",
            ])
        }

        private mutating func area() -> String {
            pick([
                "12.5", "1", "0.37", "100", "1,234.5", "8333.33", "12.5亩", "8333.3㎡", "1公顷", "", "/", "０．５", "约3亩",
                "-3", "0",
                "333.333333333", "3.7", "2.25", "7", "15", "0.0667", "12345678901234", "1.5 hm²",
            ])
        }

        /// Made of a price in 0.01 元/㎡ and a whole number of 0.01 亩, and distorted.
        private mutating func amount() -> (area: String, amount: String) {
            let price: UInt128 = pick([4500, 3600, 5200, 4200, 4950, 2790, 2130, 2850, 2700])
            let area: UInt128 = pick([1250, 100, 37, 10_000, 333, 701])
            let muTimes300: UInt128 = pick([200_000, 200_000, 200_000, 200_001, 200_100])
            // In 0.0001 元 times 300.
            var product = price * area * muTimes300
            switch Int.random(in: 0..<12, using: &random) {
            case 0: product = (price + 50) / 100 * 100 * area * muTimes300
            case 1: product = price * ((area + 5) / 10 * 10) * muTimes300
            case 2: product = price * ((area * muTimes300 + 150) / 300 * 300)
            default: break
            }
            var fen = (product / 100 * 2 + 300) / 600
            switch Int.random(in: 0..<14, using: &random) {
            case 0: fen += 1
            case 1: fen += 2
            case 2: fen = (fen + 50) / 100 * 100
            case 3: fen = fen / 100 * 100
            case 4: fen = (fen + 500) / 1000 * 1000
            case 5: fen = fen / 10 * 10
            case 6: fen *= 15
            case 7: fen = (fen + 5) / 10 * 10
            case 8: fen += 12_345
            case 9: fen *= 10_000
            case 10: fen = (fen * 66_667 + 50) / 100
            default: break
            }
            let yuan = Fraction(fen, 100)
            let text =
                switch Int.random(in: 0..<8, using: &random) {
                case 0: yuan.divided(by: Fraction(10_000))!.text(decimals: 2)!.text
                case 1: yuan.divided(by: Fraction(10_000))!.text(decimals: 6)!.text
                case 2: yuan.divided(by: Fraction(10_000))!.text(decimals: 4)!.text + "万元"
                case 3: "￥" + yuan.text(decimals: 2)!.text
                default: yuan.text(decimals: 2)!.text
                }
            return (Fraction(area, 100).text(decimals: 2)!.text, text)
        }

        mutating func list(rows: Int, kind: Int, delimiter: String) -> String {
            let extra = Self.headers[kind % Self.headers.count]
            let headers = ["乡镇", "村", "地类", "级别"] + extra
            var text = headers.joined(separator: delimiter) + "\n"
            for _ in 0..<rows {
                if Int.random(in: 0..<40, using: &random) == 0 {
                    text += (["合计"] + [String](repeating: "", count: 5) + ["12.00"]).joined(separator: delimiter) + "\n"
                    continue
                }
                if Int.random(in: 0..<40, using: &random) == 0 {
                    text += "a\(delimiter)b\n"
                    continue
                }
                let place = pick(Xiangyin.villages)
                var (area, amount) = self.amount()
                if Int.random(in: 0..<3, using: &random) == 0 {
                    area = self.area()
                    if Int.random(in: 0..<3, using: &random) == 0 {
                        amount = pick(["", "无", "0", "x", "1.2万", "12345678901"])
                    }
                }
                let cells = [
                    pick([place.township, place.township, place.township, "无此镇"]),
                    pick([place.village, place.village, place.village, place.village, "无此村"]),
                    pick([
                        "果园", "果园", "0201", "茶园", "园地", "林地", "0301", "用材林", "桑园", "橡胶园", "柑橘园", "草地", "耕地", "经济林", "？",
                        "经济林", "油茶、核桃", "油茶", "商品林", "板栗园",
                        "０２０２",
                        "可调整果园", "其他草地",
                    ]), pick(["1", "2", "二级", "", "不详"]), price(), area, amount,
                ]
                text +=
                    cells.map { cell in
                        cell.contains(delimiter) || Int.random(in: 0..<9, using: &random) == 0 ? "\"\(cell)\"" : cell
                    }.joined(separator: delimiter) + "\n"
            }
            return text
        }
    }

    @Test(arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian], 0..<9)
    func `writes what the slow validator writes`(encoding: TextEncoding, kind: Int) throws {
        var maker = Maker(random: FixedRandom(state: 0x5EED + UInt64(kind) * 31 + UInt64(encoding.rawValue.utf8.count)))
        for round in 0..<5 {
            let delimiter = [Delimiter.comma, .tab, .semicolon][(round + kind) % 3]
            let text = maker.list(rows: round == 0 ? 20 : 120, kind: kind, delimiter: delimiter.rawValue)
            let bytes =
                encoding == .utf16LittleEndian
                ? encoding.byteOrderMark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                : encoding.bytes(of: text)
            var options = ValidationOptions()
            options.language = round % 2 == 0 ? .zh : .en
            options.onlyProblems = round == 4
            options.prices = kind == 6
            if kind == 7 || kind == 8 {
                options.units = [
                    .unitPrice: .price(PriceUnit(.yuan, for: [.squareMetre, .mu][kind - 7])), .area: .area(.mu),
                    .amount: .money(.yuan),
                ]
            }
            if kind == 2, round == 3 { options.landType = .orchard }
            options.isComparing = kind % 3 == 1
            let counties = [Counties.xiangyin, .comparing, .scoped, .scopedThree, .three][
                kind % 3 == 1 ? 1 + round % 2 : round % 5
            ].priced
            options.columns = kind == 6 ? [.area: "", .amount: ""] : [:]
            let format = try ListFormat.detect(sample: bytes, isWhole: true, encoding: encoding, delimiter: delimiter)
            let expected = try SlowValidator(counties: counties, options: options).validate(bytes, format)
            for chunk in round == 0 ? [1, 2, 3, 5, 17] : [7, 100, 1 << 18] {
                options.chunk = chunk
                options.threads = chunk % 3 + 1
                options.memoLimit = chunk == 100 ? 10 : 100_000
                let found = try validate(bytes, format, counties, options)
                guard found.output == expected.output, found.summary.counts == expected.counts else {
                    let mine = lines(found.output, format), other = lines(expected.output, format)
                    let first = zip(mine, other).first { $0 != $1 }
                    Issue.record(
                        "round \(round), chunk \(chunk): \(String(describing: first)), \(mine.count) and \(other.count) lines"
                    )
                    return
                }
            }
        }
    }

    /// The order of rows changes no sum, and the sum of what is written is the sum that is said.
    @Test(arguments: 0..<6)
    func `sums do not depend on the order, and are those of the cells`(kind: Int) throws {
        var maker = Maker(random: FixedRandom(state: 77 + UInt64(kind)))
        let text = maker.list(rows: 400, kind: kind, delimiter: ",")
        var options = ValidationOptions()
        options.isComparing = true
        func run(_ text: String, threads: Int, chunk: Int) throws -> (output: [UInt8], summary: ValidationSummary) {
            options.threads = threads
            options.chunk = chunk
            let bytes = Array(text.utf8)
            return try validate(
                bytes, try ListFormat.detect(sample: bytes, isWhole: true), Counties.comparing.priced, options)
        }
        let all = text.split(separator: "\n").map(String.init)
        let first = try run(text, threads: 1, chunk: 1 << 20)
        let mixed = [all[0]] + all.dropFirst().shuffled(using: &maker.random)
        let second = try run(mixed.joined(separator: "\n") + "\n", threads: 3, chunk: 500)
        #expect(first.summary == second.summary)
        let prices = try #require(first.summary.prices)
        #expect(prices.total.rows > 3)
        // Printed parts are whole 分, so their sum is the total exactly.
        let rows = String(decoding: first.output, as: UTF8.self).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        func fen(_ column: Int) -> Int {
            rows.reduce(0) { sum, cells in
                let text = cells[cells.count - column]
                return sum + (text.isEmpty ? 0 : Int(text.filter { $0 != "." })!)
            }
        }
        func sameFen(_ text: String) -> Int { Int(text.filter { $0 != "." })! }
        #expect(fen(5) == sameFen(prices.total.official))
        #expect(fen(1) == sameFen(prices.total.change))
        let townships = first.summary.townshipsInOrder.map { prices.sum(in: $0.name) }
        #expect(townships.reduce(0) { $0 + sameFen($1.official) } == sameFen(prices.total.official))
        #expect(townships.reduce(0) { $0 + $1.declaredRows } == prices.total.declaredRows)
        let checks = PriceCheck.allCases.map { prices.sum(of: $0) } + [prices.sum(of: PriceCheck?.none)]
        #expect(checks.reduce(0) { $0 + sameFen($1.official) } == sameFen(prices.total.official))
        let verdicts = Verdict.allCases.map { prices.sum(of: $0) }
        #expect(verdicts.reduce(0) { $0 + sameFen($1.official) } == sameFen(prices.total.official))
    }

    private func lines(_ bytes: [UInt8], _ format: ListFormat) -> [String] {
        if format.encoding.isUTF16 {
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
            }
            return String(decoding: units, as: UTF16.self).split(whereSeparator: \.isNewline).map(String.init)
        }
        let text = format.encoding == .gb18030 ? GB18030.decode(bytes) ?? bytes : bytes
        return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
}
