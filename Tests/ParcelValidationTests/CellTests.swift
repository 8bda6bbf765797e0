import GradeModel
import PlaceMatching
import Testing

@testable import ParcelValidation

@Suite struct CellTests {
    @Test(arguments: [
        ("果园", LandType.orchard), ("茶园", .orchard), ("其他园地", .orchard), ("园地", .orchard), ("0201", .orchard),
        ("0204", .orchard), ("0201K", .orchard), ("0204k", .orchard), ("021", .orchard), ("023", .orchard),
        ("02", .orchard), ("可调整果园", .orchard), ("乔木林地", .forest), ("有林地", .forest), ("0301", .forest),
        ("0307", .forest), ("0307K", .forest), ("031", .forest), ("033", .forest), ("其他草地", .grassland),
        ("0401", .grassland), ("0404", .grassland), ("0403K", .grassland), ("043", .grassland), ("草地", .grassland),
        ("柑橘园", .orchard), ("柑橘園", .orchard), ("桑园", .orchard), ("药材园", .orchard), ("用材林", .forest), ("疏林地", .forest),
        ("苗圃", .forest), ("迹地", .forest), ("未成林造林地", .forest), ("采伐迹地", .forest), ("竹林", .forest), ("灌木林", .forest),
        ("人工草地", .grassland), ("天然草地", .grassland), ("荒草地", .grassland), ("可调整有林地", .forest), (" 果園 ", .orchard),
        ("果园（0201）", .orchard), ("0201(果园)", .orchard), ("园地（果园）", .orchard), ("林地(乔木林地)", .forest),
        ("果园（园地）", .orchard),
        ("果园(柑橘园)", .orchard), ("有林地(031)", .forest), ("可调整园地", .orchard), ("一般灌木林地", .forest), ("其他灌木林地", .forest),
        ("特用林地", .forest), ("黄桃园", .orchard), ("其它园地", .orchard), ("其它林地", .forest), ("其它草地", .grassland),
        ("0201果园", .orchard), ("0201 果园", .orchard), ("0201-果园", .orchard), ("0201/果园", .orchard), ("果园0201", .orchard),
        ("0201K果园", .orchard), ("031有林地", .forest), ("农用地/园地/果园", .orchard), ("园地-果园-柑橘园", .orchard),
        ("农用地>林地>乔木林地", .forest), ("未利用地/荒草地", .grassland), ("种植园用地/果园", .orchard), ("种植园地", .orchard),
        ("果园地", .orchard),
        ("毛竹林", .forest), ("杉木林", .forest), ("其他园地（可调整）", .orchard), ("0204其他园地（可调整）", .orchard),
        ("０２０１", .orchard), ("orchard", .orchard), ("Forest", .forest),
    ])
    func `reads the names and codes of both editions of the standard`(text: String, landType: LandType) {
        #expect(LandTypeCell(text) == .landType(landType))
    }

    @Test(arguments: [
        "耕地", "水田", "0101", "011", "0601", "0810", "1107", "1207", "设施农用地", "农村宅基地", "01", "10", "耕地（水田）", "0101水田",
    ])
    func `knows the classes that have no grade here`(text: String) { #expect(LandTypeCell(text) == .outOfScope) }

    @Test(arguments: [
        "0301果园", "果园0301", "园地（林地）", "果园（茶园）", "果园（0202）", "园地/林地", "耕地/果园", "未利用地/果园", "建设用地-园地", "0201-茶园", "水田（果园）",
    ])
    func `words that are not of one class contradict each other`(text: String) {
        #expect(LandTypeCell(text) == .contradictory)
    }

    @Test(arguments: ["经济林", "油茶林", "宜林地", "果树林", "商品林", "国家特别规定灌木林地"])
    func `takes no side where standards differ`(text: String) {
        guard case .either(let types) = LandTypeCell(text) else {
            Issue.record("\(text) is taken for one")
            return
        }
        #expect(types.count == 2 && LandTypeCell.twofold.contains(types))
    }

    @Test func `every word is in the table once, and as it is compared`() {
        let words = (LandTypeNames.graded + LandTypeNames.either).flatMap(\.words)
        #expect(Set(words).count == words.count)
        for word in words { #expect(NameKey(word).text == word) }
    }

    @Test(arguments: [
        "草莓园", "西瓜园", "花园", "公园", "校园", "工业园", "林", "林木", "草", "可调整柑橘园", "用材", "园", "茶场", "林场", "退耕还林地",
        "", "？", "0205", "0308", "0405", "0201X", "0201KK", "021K", "201", "301", "401", "024", "0999", "13", "果",
        "园地,林地", "果园（一）", "果园1", "果园、茶园", "0201-0204", "2025-03-01", "农用地", "农用地/甲", "其它",
        "果园（）", "（果园）", "园地（果园）（茶园）", "园地（经济林）",
        "果园（果园", "可调整林地", "林地（可调整）",
    ])
    func `takes nothing else for a land type`(text: String) { #expect(LandTypeCell(text) == .unknown) }

    @Test(arguments: [
        ("一级", 1), ("二级", 2), ("十级", 10), ("二十级", 20), ("1级", 1), ("20级", 20), ("1", 1), ("12", 12), ("1.0", 1),
        ("Ⅰ", 1), ("Ⅱ级", 2), ("Ⅻ", 12), ("I", 1), ("II级", 2), ("IV", 4), ("IX级", 9), ("XIV", 14), ("壹级", 1), ("贰级", 2),
        (" 1 ", 1), ("\u{3000}一级\u{A0}", 1), ("1.00", 1), ("2.000000000000", 2), ("１", 1), ("２级", 2), ("一級", 1),
        ("貳級", 2),
        ("１２", 12), ("第一级", 1), ("第２级", 2), ("第 3 级", 3), ("1 级", 1), ("一 級", 1), ("ＩＩ级", 2), ("第Ⅱ级", 2), ("１．０", 1),
        ("一", 1), ("十二", 12), ("1.", 1), ("1.0级", 1), ("2.00 级", 2), ("ⅰ", 1), ("ⅱ级", 2), ("ⅻ", 12), ("一级地", 1),
        ("2级地", 2),
        ("Ⅲ级地", 3), ("第一级地", 1), ("1\t", 1), ("1\n", 1), ("一\n级", 1), ("1\u{200B}级", 1), ("\u{FEFF}二级", 2), ("壹", 1),
        ("贰", 2),
        ("1级。", 1), ("1级.", 1), ("一级，", 1),
        ("①", 1), ("①级", 1), ("⑳", 20), ("㈠", 1), ("㈩级", 10), ("（一级）", 1), ("(1级)", 1), ("（ 二 级 ）", 2), ("（一）", 1),
        ("（Ⅱ）", 2),
    ])
    func `reads a grade as it is written in practice`(text: String, grade: Int) {
        #expect(GradeCell(text) == .grade(Grade(rawValue: grade)!))
    }

    @Test(arguments: [
        "", " ", "\u{3000}", "/", "／", "-", "－", "—", "――", "——", "无", " 無 ", "NULL", "null", "nan", "NaN", "None",
        "<NA>", "N/A",
        "#N/A", "空", "\\",
    ])
    func `an empty cell declares nothing`(text: String) { #expect(GradeCell(text) == .none) }

    @Test(arguments: [
        "0", "21", "01", "+1", "-1", "-0", "1.01", "1.5", "1e0", "0x1", "inf", "1e400", "１．５", "＋1", "1-2级",
        "1 2", "1 2级", "第1", "二等",
        "1.5级", "1.01级", "一.0", "一.", "Ⅰ.", "Ⅰ.0", "01.0", "１－２级", "一级园地", "级", "第级", "第第一级", "一级级",
        "(1)", "（２）", "(1.0)", "（）", "（级）", "（一级", "一级）", "（（一级））", "㉑", "1等", "一等",
        "壹1", "IIII", "i", "ii级", "1,0", "..", ".1", "一地", "级地", "一级地块", "一等地", "一、二", "廿", "不详", "无级", "1/", "1\n1",
        "1,", "一级、二级",
        "二十一级",
    ])
    func `takes nothing else for a grade`(text: String) { #expect(GradeCell(text) == .unreadable) }

    @Test func `a grade that names a land type is one of that land type`() {
        for text in ["一级园地", "一级（园地）", "园地一级", "（园地）1级"] {
            #expect(GradeCell(text, of: .landType(.orchard)) == .grade(Grade(rawValue: 1)!), "\(text)")
            #expect(GradeCell(text, of: .landType(.forest)) == .unreadable, "\(text)")
            #expect(GradeCell(text, of: .unknown) == .unreadable, "\(text)")
        }
        #expect(GradeCell("1园地", of: .landType(.orchard)) == .unreadable)
    }

    @Test func `a grade that names a kind of land is one of that kind`() {
        let one = GradeCell.grade(Grade(rawValue: 1)!), orchard = LandTypeCell.landType(.orchard)
        for text in ["一级（果园）", "（果园）一级", "一级果园", "1级(果园)"] {
            for land in ["果园", "0201", "园地（果园）", "柑橘园"] {
                #expect(GradeCell(text, of: orchard, kind: LandKind(land)) == one, "\(text), \(land)")
            }
            for land in ["园地", "茶园", "0202"] {
                #expect(GradeCell(text, of: orchard, kind: LandKind(land)) == .unreadable, "\(text), \(land)")
            }
        }
        #expect(GradeCell("一级（园地）", of: orchard, kind: LandKind("果园")) == one)
        #expect(GradeCell("一级（林地）", of: orchard, kind: LandKind("果园")) == .unreadable)
    }

    @Test(arguments: [
        "430624001001GB00001", "00012", "", "430624-1", "12E5", "E+", "4D18", "4x10^2", "宗地１", "a b", "", "1", "12",
        "A1", "1E5", "4E5",
        "3-1", "12-34-56",
        "2025-03-001", "2025-13-01", "1898-01-01", "43.06.24", "03.01.25", "2025.3.1", "2025-03", "3/2025",
        "3/1/25", "13/13/25", "2025/13", "2100/3", "01-03-2025", "430624-12", "JC00000001", "B-3", "1-2", "-4E5", "+12",
        "4 E5", "1.2 E5", "1,2E5", "4.E5", "4E018", ".E+5", "4.3.1E+5", "2025-03-01T", "2025-03-01 甲", "2025-03-01A",
        "2025-03-01T1", "2025-03 00:00:00", "1-2 00:00", "2025-03-01T00:00:00+8", "1-Mar-2025-3", "Mars-25", "宗-4",
        "４３０６２４－１２", "1.5", "001,002", "430，624", "1,2,3", "4.3E1.7", "4.E", "E18", "3月",
        "1日",
        "1-Mrz", "0E18", "430624.10", "1/2", "1/2/3", "00-Mar", "无", "/", "#N/A", "#", "430624201E0001",
        "1-3月", "3月-1", "1月/25", "十三月-25", "12:3", "25:30", "1:2:3", "10:2:30", "61:00:00", "3079-1-9", "1900/2/0",
        "12,3",
        "1,2345", "0001.3.2025", "Mar 1", "1 Mar", "1 Mar 25", "Sat 1 2025", "Mar 32 2025", "5×10", "5×1",
        "a×10^2",
        "info", "TRUE1", "F0001", "FALSES", "12.3", "#SPILL",
        "宗地?", "湘?0012", "3万", "亿1", "百分之5", "5%1", "￥", "NaT1", "object", "周四", "星期", "一月", "三时", "一分", "三组四分",
        "\t430624001", "430624001\t", "\u{FEFF}430624001\u{A0}", " 12 ", "\t", "\u{3000}1",
        "十三月二日", "一月三十二日", "二〇年一月二日", "李星期四",
    ])
    func `keeps a parcel id as it is`(text: String) { #expect(ParcelIDFault(text) == nil) }

    @Test(arguments: [
        ("4.30624E+17", ParcelIDFault.scientific), ("4E+17", .scientific), ("4.3e-05", .scientific),
        ("4.3E17", .scientific), ("4.3E18", .scientific), ("4.3e18", .scientific), ("4.30624100201001E18", .scientific),
        ("4E18", .scientific), ("9e27", .scientific), (" 4.3E18 ", .scientific), ("4.3E018", .scientific),
        ("430624001.0", .number), ("430624100201001000.0", .number), ("430624001.", .number),
        ("430624001.00000000000", .number), ("1.0", .number), ("430,624,001", .number), ("4,306,241.00", .number),
        ("2025-03-01", .date), ("2025/3/1", .date), ("2025-3-1 0:00:00", .date), ("2025-03-01T00:00:00.000", .date),
        ("3/1/2025", .date), ("31/12/1999", .date), ("3月1日", .date), ("2025年3月1日", .date), ("2025年3月", .date),
        ("1-Mar", .date), ("Mar-01", .date), ("1-mar-25", .date), ("01-MAR-2025", .date), ("2025-03-01 ", .date),
        ("4.E+18", .scientific), ("-4.3E+18", .scientific), ("+4.3E18", .scientific), ("-4E18", .scientific),
        ("4,3E+18", .scientific), ("4,3E18", .scientific), ("4.3 E+18", .scientific), ("4.3E +18", .scientific),
        (".43E+19", .scientific), ("4.E18", .scientific), ("４.３Ｅ＋１８", .scientific), ("4.3E\u{2212}5", .scientific),
        ("-430624001.0", .number), ("４３０６２４００１．０", .number), ("４３０，６２４，００１", .number),
        ("03/01/25", .date), ("25/12/99", .date), ("2025/3", .date), ("2025/03", .date), ("Mar-2025", .date),
        ("2025-Mar", .date), ("March-25", .date), ("1/Mar/2025", .date), ("1-OCT-25", .date), ("2025.03.01", .date),
        ("01.03.2025", .date), ("２０２５－０３－０１", .date), ("２０２５／３／１", .date),
        ("2025-03-01T00:00:00.000Z", .date), ("2025-03-01T00:00:00Z", .date), ("2025-03-01 00:00:00+00:00", .date),
        ("2025-03-01T00:00:00-05:00", .date), ("2025-03-01 00:00:00 +0800 CST", .date),
        ("2025-03-01 00:00:00.000000 UTC", .date), ("3/1/2025 12:00:00 AM", .date), ("2025/3/1 上午 12:00:00", .date),
        ("1.3.2025 00:00:00", .date), ("03.01.25 0:00", .date), ("3/1/25 0:00", .date), ("2025-03-01\u{A0}0:00", .date),
        ("01-三月-2025", .date), ("01-3月-2025", .date), ("1-十二月-25", .date), ("1月-25", .date), ("三月-2025", .date),
        ("Sat Mar 01 00:00:00 CST 2025", .date), ("Sat Mar 01 00:00:00 2025", .date), ("Sat Mar 01 2025", .date),
        ("Sat Mar 01 2025 00:00:00 GMT+0800", .date), ("1 Mar 2025", .date), ("March 1, 2025", .date),
        ("Sat, 01 Mar 2025 00:00:00 GMT", .date), ("1900/1/0", .date), ("1900-01-00 00:00:00", .date),
        ("1900年1月0日", .date), ("3079/1/9", .date), ("3079年1月9日", .date), ("1.3.2025", .date), ("01:02:00", .date),
        ("1:02:00", .date), ("12:30", .date), ("0:00", .date), ("12:00 AM", .date), ("下午 1:02", .date),
        ("2100-01-01", .date), ("9999-12-31", .date), ("1899-12-30", .date), ("1899-12-31 00:00:00", .date),
        ("0:00:00.000", .date), ("430624001,00", .number), ("430624001,0", .number),
        ("4.3×10^18", .scientific), ("-4.3 ×10^+18", .scientific), ("4.3×10¹⁸", .scientific), ("4×10^18", .scientific),
        ("#SPILL!", .errorValue), ("#CALC!", .errorValue), ("inf", .errorValue), ("-inf", .errorValue),
        ("Infinity", .errorValue), ("-1.#IND", .errorValue),
        ("4.3D+18", .scientific), ("4.3D18", .scientific), ("4.3*10^18", .scientific), ("4.3x10^18", .scientific),
        ("4306\u{FFFD}", .replaced), ("430624??001", .replaced), ("430624锟斤拷", .replaced),
        ("430,624", .number), ("1,234", .number), ("1,234.00", .number), ("-430,624", .number),
        ("￥430,624.00", .number),
        ("-￥ 430,624.00", .number), ("¥12", .number), ("5%", .number), ("430624%", .number), ("５．０％", .number),
        ("4.3亿", .number), ("43.06万", .number),
        ("二〇二五年一月二日", .date), ("二○二五年一月", .date), ("二零二五年十二月三十一日", .date), ("一月二日", .date), ("星期四", .date),
        ("2025年1月2日 星期四", .date), ("2025年1月2日星期四", .date), ("2025/1/2 周四", .date), ("13时30分", .date),
        ("下午一时零五分", .date), ("十三时三十分", .date), ("2025年1月2日 13时30分", .date), ("Thursday, January 02, 2025", .date),
        ("Thu Jan 02 2025 00:00:00 GMT+0800 (中国标准时间)", .date),
        ("Thu Jan 02 2025 00:00:00 GMT+0800 (China Standard Time)", .date),
        ("NaT", .errorValue), ("undefined", .errorValue), ("[object Object]", .errorValue),
        ("#GETTING_DATA", .errorValue),
        ("TRUE", .truthValue), ("false", .truthValue), ("'TRUE", .truthValue),
        ("#REF!", .errorValue), ("#########", .errorValue), ("#value!", .errorValue),
        ("id\u{200B}", .invisible), ("\u{202E}id", .invisible), ("a\tb", .invisible), ("43\u{FEFF}1", .invisible),
        ("\t4.3E18", .scientific), ("\t43\u{200B}", .invisible), ("a\u{7F}", .invisible),
        (String(repeating: "1", count: 65), .tooLong),
    ])
    func `refuses an id that has lost something or hides something`(text: String, fault: ParcelIDFault) {
        #expect(ParcelIDFault(text) == fault)
        #expect(!ParcelIDFault.isPlain(Array(text.utf8)[...]) && !isPlain(text))
    }

    private func isPlain(_ id: String) -> Bool {
        let bytes = Array(id.utf8) + [UInt8](repeating: 0x41, count: ByteTable.slack)
        return isPlainID(bytes.span.bytes, 0, id.utf8.count)
    }

    /// What is looked at eight bytes at a time, at every place among them.
    @Test(arguments: ["??", "%", ",234", "\u{7F}", "\t", "\u{A0}"])
    func `the fast path lets no mark of damage pass`(mark: String) {
        for count in 1...20 {
            let id = String(repeating: "4", count: count) + mark
            #expect(!isPlain(id) && !isPlain(id + "30624001"), "\(id)")
        }
    }

    @Test(arguments: [
        "430624001001GB00001", "430624100206JB10001F00010001", "430624-12", "JC00000001", "12", "A1", "4306",
    ])
    func `the fast path lets right codes pass`(id: String) { #expect(isPlain(id)) }
}
