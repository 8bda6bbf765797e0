import Testing

@testable import TableFiles

@Suite struct WorkbookValueTests {
    @Test(arguments: [
        ("General", CellStyles.Reading.number), ("0", .number), ("0.00", .number), ("#,##0.00_ ", .number),
        ("0.00E+00", .number), ("@", .number), ("\"d\"0", .number), ("0000", .padded(4)), ("yyyy/m/d", .date),
        ("yyyy\"年\"m\"月\"d\"日\"", .date), ("[$-804]yyyy-mm-dd;@", .date), ("m/d", .date), ("h:mm:ss", .time),
        ("[h]:mm", .time), ("yyyy-mm-dd hh:mm", .dateAndTime), ("\\d\\a\\y 0", .number), ("[Red]0;[Blue]-0", .number),
    ])
    func `a number's format says how it is read`(code: String, reading: CellStyles.Reading) {
        #expect(CellStyles.reading(ofCode: code) == reading)
    }

    @Test(
        arguments: [
            ("0.00\"万元\"", "万元"), ("#,##0.00\"元\"_ ;[Red]-#,##0.00\"元\"", "元"), ("0.00\\亩", "亩"),
            ("0.0 \"元/亩\"", "元/亩"),
            ("0.00亩", "亩"), ("0!亩", "亩"), ("General\"公顷\"", "公顷"), ("0[$元-804]", "元"), ("0.00", nil), ("0\"株\"", nil),
            ("\"万元\"0.00", nil), ("0,\"元\"", nil), ("0.0,,\"万元\"", nil), ("0%\"元\"", nil), ("0.00E+00\"元\"", nil),
            ("[>=10000]0\"万元\";0\"元\"", nil), ("yyyy\"元\"", nil), ("\"元\"", nil), ("@\"元\"", nil), ("", nil),
            ("0\"元", "元"),
        ] as [(String, String?)])
    func `a number's format may show a unit behind it`(code: String, unit: String?) {
        #expect(FormatUnit(code: code)?.word == unit)
    }

    @Test(arguments: [
        ("万元", "总价（万元）", true), ("元", "总价（万元）", false), ("元", "单价(元/㎡)", true), ("亩", "面积", false),
        ("万元", "总价(元)", false),
    ])
    func `a header says the unit or another one`(unit: String, header: String, isSaid: Bool) {
        #expect(FormatUnit(code: "0\"\(unit)\"")?.isSaid(in: header) == isSaid)
    }

    @Test(arguments: [
        (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (45_717, "2025-03-01"), (2_958_465, "9999-12-31"),
        (45_350, "2024-02-28"), (45_351, "2024-02-29"), (45_352, "2024-03-01"),
    ])
    func `days since 1900 are days of the calendar`(serial: Double, day: String) {
        #expect(SerialDate(countsFrom1904: false).text(serial, .date) == day)
    }

    @Test func `what is no date stays a number`() {
        let from1900 = SerialDate(countsFrom1904: false)
        for serial in [60.0, 0, -1, 2_958_466, .nan, .infinity] { #expect(from1900.text(serial, .date) == nil) }
        #expect(from1900.text(0.5, .time) == "12:00:00")
        #expect(from1900.text(1.5, .time) == nil)
        #expect(from1900.text(45_717.999_999_9, .date) == "2025-03-02")
        #expect(from1900.text(45_717.25, .date) == "2025-03-01 06:00:00")
        #expect(SerialDate(countsFrom1904: true).text(0, .date) == "1904-01-01")
    }

    @Test(arguments: [
        ("12", CellText.Number.plain), ("-0.5", .plain), ("123456789012345", .plain), ("1234567890123456", .long),
        ("4.3E+17", .long), ("4.3E17", .long), ("1E-05", .rewritten("1e-05")),
        ("0.30000000000000004", .rewritten("0.3")),
        ("1E3", .rewritten("1000")), ("", .none), ("-", .none), (".5", .none), ("5.", .none), ("0x1p3", .none),
        ("nan", .none), ("inf", .none), ("1e9999", .none), ("+1", .none), ("1 ", .none), ("1e", .none),
    ])
    func `a number cell's text`(text: String, number: CellText.Number) {
        #expect(CellText.number(Array(text.utf8)) == number)
    }

    @Test func `addresses of cells`() {
        #expect(CellReference("A1".utf8) == CellReference(column: 0, row: 1))
        #expect(CellReference("XFD1048576".utf8) == CellReference(column: 16_383, row: 1_048_576))
        #expect(CellReference("xfd7".utf8) == CellReference(column: 16_383, row: 7))
        for text in ["XFE1", "A1048577", "A0", "A01", "1A", "A", "", "A1B", "AAAA1", "A99999999999", "$A$1"] {
            #expect(CellReference(text.utf8) == nil, "\(text)")
        }
        #expect(CellReference(column: 16_383, row: 7).text == "XFD7" && CellReference(column: 26, row: 1).text == "AA1")
    }

    @Test func `escaped characters of texts`() {
        let texts = [
            "a_x000A_b": "a\nb", "_x005F_x000A_": "_x000A_", "_x0000_": "_x0000_", "_xD800_": "_xD800_", "_x00": "_x00",
        ]
        for (text, expected) in texts {
            #expect(CellText.unescaped(Array(text.utf8)) == Array(expected.utf8), "\(text)")
        }
    }
}
