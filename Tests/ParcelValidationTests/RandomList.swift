import GradeModel
import TestSupport

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

extension AgreementTests {
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
                    pick(["", "湘阴县"]) + pick([place.township, ""]) + place.village
                        + pick(["", "3组", "老屋组", "12号3组", "民主3组", "5组静河镇", "5号汨罗市"])
                )
            case 18:
                return (pick([place.township, "金龙", ""]), pick(["芙蓉", "东湖", "天鹅", "燎原", "芙蓉7组", "芙蓉村7组", "芙蓉村12号"]))
            case 19:
                return (
                    pick([place.township, ""]),
                    pick([
                        place.township, "金龙镇与静河镇", "芙蓉村与金龙村", "芙蓉村3组、金龙村", "芙蓉村3组-金龙村2组", "芙蓉村3组-12号", "芙蓉村3组并入金龙村4组",
                        "芙蓉村（1组）金龙村（2组）", "芙蓉村(1组)金龙村(2组)", "芙蓉村（划归静河镇）", "芙蓉村3组及静河镇", "芙蓉村（汨罗市）", "芙蓉村划归汨罗市3组",
                        "2、面积单位为亩", "本页无正文", "芙荣村3组（承包人：李四）", "芙荣村联系人：李四", "（一）松林村",
                    ])
                )
            case 0:
                return (pick(["", "", "合计", "金龙镇小计", "制表人："]), pick([place.village, place.village, "", "小计", "12"]))
            case 1:
                return (
                    pick(["　", "\u{A0}", " \(place.township)", "NULL", "\(place.township)\(place.village)"]),
                    pick([place.village, ""])
                )
            case 2:
                return (
                    pick([place.township, place.township, "〃", "同上"]),
                    pick(["无此村", "", "〃", "同上", "\"", "芙蓉", "a,b\"c", "furongcun", "=1+1", "村\n村"])
                )
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

        /// What forms have around a table.
        private mutating func formLine(_ count: Int, _ delimiter: String) -> String {
            let none = [String](repeating: "", count: count - 3)
            let cells = pick([
                ["填表日期", "", "2025年1月1日"] + none, ["", "", "END"] + none, ["2025年  月  日", "", ""] + none,
                ["", "金龙镇 Count", ""] + none, ["一、金龙镇", "", ""] + none, ["金龙镇", "", ""] + none,
                ["", "（一）松林村", ""] + none, ["湘阴县园地定级申报表", "", ""] + none, [String](repeating: "必填", count: count),
            ])
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
                    let empty = pick([emptyLine(headers.count, delimiter), formLine(headers.count, delimiter)])
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
                            "430624湘阴县", "同上", "湘阴县(汨罗市)", "岳阳市/湘阴县",
                        ]), at: 0)
                }
                cells.append(
                    pick([
                        "园地", "林地", "0201", "0301K", "草地", "果园", "柑橘园", "用材林", "经济林", "其他草地", "耕地", "0101", "？", "021",
                        "201", "", "合计", "0201果园", "0301果园", "农用地/园地", "其它林地", "〃", "/",
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
                        "\u{FFFD}1", "430,624", "430624%", "￥12", "430624??1", "宗?1", "undefined", "NaT",
                        "\t430681100206JE1\(1000 + row)", "\u{A0}12", "\t", "星期四", "一月二日",
                        "", "", "", String(repeating: "9", count: 65),
                    ]))
                cells.append(
                    pick(["", "", "HT-1", "430624100206JE1", "12E5", "1.0", "2025-03", "第1E2号"])
                        + pick(["", "", "", "", "", "", "4.3E+17"]))
                cells.append(
                    pick([
                        "", "x", "村", "\"", "a\(delimiter)b", "y\nz", "é", "小计", "张三 汇总", "1", "王和", "共3宗", "Max",
                        "张三 Count",
                    ]))
                text += cells.map { cell($0, delimiter) }.joined(separator: delimiter) + lineEnd
            }
            if Int.random(in: 0..<3, using: &random) == 0 { text.unicodeScalars.removeLast() }
            return text
        }
    }
}
