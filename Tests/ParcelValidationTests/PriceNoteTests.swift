import GradeModel
import SystemSupport
import Testing

@testable import ParcelValidation

@Suite struct PriceNoteTests {
    private static func price(_ subtype: String?, _ grade: Int, _ amount: String, _ unit: String = "元/平方米") -> BasePrice
    {
        BasePrice(landType: .orchard, subtype: subtype, grade: Grade(rawValue: grade)!, amount: amount, unit: unit)
    }
    private static let one = [price("果园", 1, "45.00")]
    private static let mu = PriceUnit(.yuan, for: .mu)
    private static let metre = PriceUnit(.yuan, for: .squareMetre)

    @Test(
        arguments: [
            (
                one, .mismatch(nil), .none, "基准地价45.00元/平方米；申报单价不符",
                "base price 45.00 元/平方米; the declared price does not match"
            ),
            (
                one, .mismatch(.grade(Grade(rawValue: 2)!)), .mismatch(.declaredPrice(mu: nil)),
                "基准地价45.00元/平方米；申报单价不符：按二级的地价；申报总价不符：是申报单价乘以面积",
                "base price 45.00 元/平方米; the declared price does not match: it is by the price of grade 2; the declared amount does not match: it is the declared price times the area"
            ),
            (one, .unreadable, .none, "申报单价无法识别", "the declared price is no number that can be read"),
            (
                one, .noUnit, .noArea, "申报单价没有单位；没有面积，申报总价无法核对",
                "the declared price has no unit; there is no area to hold the declared amount against"
            ),
            (
                one, .ok, .unreadableArea, "面积无法识别，申报总价无法核对",
                "the area can't be read, so the declared amount was not compared"
            ),
            (
                one, .none, .noAreaUnit, "面积没有单位，申报总价无法核对",
                "the area has no unit, so the declared amount was not compared"
            ),
            (
                one + [price(nil, 2, "24000", "元/亩")], .undecided, .none,
                "可能的基准地价：果园一级45.00元/平方米、园地二级24000元/亩；申报单价与其中之一相符，需人工确认",
                "possible base prices: 果园 grade 1: 45.00 元/平方米, 园地 grade 2: 24000 元/亩; the declared price is one of them: a person has to decide"
            ),
            (
                (1...8).map { price("果园", $0, "4\($0)") }, .none, .none,
                "可能的基准地价：果园一级41元/平方米、果园二级42元/平方米、果园三级43元/平方米、果园四级44元/平方米、果园五级45元/平方米、果园六级46元/平方米等8个",
                "possible base prices: 果园 grade 1: 41 元/平方米, 果园 grade 2: 42 元/平方米, 果园 grade 3: 43 元/平方米, 果园 grade 4: 44 元/平方米, 果园 grade 5: 45 元/平方米, 果园 grade 6: 46 元/平方米 and 2 more"
            ),
        ] as [([BasePrice], PriceFinding, PriceFinding, String, String)])
    func `says what is published and what does not match`(
        official: [BasePrice], price: PriceFinding, amount: PriceFinding, chinese: String, english: String
    ) throws {
        let note = try #require(PriceNote(official, price: price, amount: amount))
        #expect(note.sentence(in: .zh) == "\(chinese)" && note.sentence(in: .en) == "\(english)")
        #expect(
            Note.priced(.notListed, note).sentence(in: .zh).text.hasSuffix("；" + chinese)
                && Note.priced(nil, note).sentence(in: .en).text == english)
    }

    @Test func `what is right needs no note`() {
        #expect(PriceNote(Self.one, price: .ok, amount: .none) == nil)
        #expect(PriceNote([], price: .notPublished, amount: .notPublished) == nil)
        #expect(PriceNote([], price: .noGrade, amount: .none) == nil)
    }

    @Test(
        arguments: [
            (.subtype("茶园", .orchard), "按茶园的地价", "it is by the price of 茶园"),
            (.subtype(nil, .orchard), "按园地的地价", "it is by the price of 园地"),
            (
                .edition(EditionID("990101-2022-1")!), "按990101-2022-1该级别的地价",
                "it is by the price that 990101-2022-1 has for the grade"
            ),
            (
                .unit(mu, written: metre), "数字是以元/亩计的，所写单位是元/平方米",
                "its number is right in 元/亩, and the unit given is 元/平方米"
            ),
            (
                .areaUnit(.squareMetre, written: .mu), "面积按平方米算了，所写单位是亩",
                "the area was taken for 平方米, and the unit given is 亩"
            ),
            (
                .money(.tenThousandYuan, written: .yuan), "数字是以万元计的，所写单位是元",
                "its number is right in 万元, and the unit given is 元"
            ), (.mu("667", isRounded: false), "1亩按667平方米换算", "a 亩 was taken for 667 square metres"),
            (
                .roundedPrice(decimals: 2, converted: .yuan), "单价换算后先四舍五入到2位小数再乘面积",
                "the price was converted and rounded to 2 decimals before it was multiplied"
            ),
            (
                .roundedPrice(decimals: 0, converted: .yuan), "单价换算后先四舍五入到整数再乘面积",
                "the price was converted and rounded to a whole number before it was multiplied"
            ),
            (
                .roundedPrice(decimals: 2, converted: .tenThousandYuan), "单价换算成万元后先四舍五入到2位小数再乘面积",
                "the price was converted to 万元 and rounded to 2 decimals before it was multiplied"
            ),
            (
                .roundedArea(decimals: 2, isConverted: true), "面积换算后先四舍五入到2位小数再乘单价",
                "the area was converted and rounded to 2 decimals before it was multiplied"
            ), (.total("10", isCut: false), "总价四舍五入到了10元", "it was rounded to 10 元"),
            (
                .roundedPrice(decimals: 1, converted: nil), "单价先四舍五入到1位小数再乘面积",
                "the price was rounded to 1 decimal before it was multiplied"
            ),
            (
                .roundedArea(decimals: 0, isConverted: false), "面积先四舍五入到整数再乘单价",
                "the area was rounded to a whole number before it was multiplied"
            ),
            (.decimals(0, isCut: false), "四舍五入到了整数", "it was rounded to a whole number"),
            (.decimals(2, isCut: true), "只保留了2位小数，零头截去", "it was cut to 2 decimals"),
            (
                .mu("666.67", isRounded: true), "1亩按666.67平方米换算并取整",
                "a 亩 was taken for 666.67 square metres, and it was rounded on the way"
            ),
            (
                .declaredPrice(mu: "667"), "是申报单价乘以面积，1亩按667平方米换算",
                "it is the declared price times the area, a 亩 taken for 667 square metres"
            ),
            (
                .factor("15", isDivided: false), "多乘了一个单位换算系数15",
                "it is the right figure times 15, a factor between units"
            ),
            (
                .factor("667", isDivided: true), "多除了一个单位换算系数667",
                "it is the right figure divided by 667, a factor between units"
            ),
            (
                .anyOf([.subtype("茶园", .orchard), .edition(EditionID("990101-2022-1")!)]),
                "按茶园的地价，或按990101-2022-1该级别的地价",
                "it is by the price of 茶园, or it is by the price that 990101-2022-1 has for the grade"
            ),
            (.total("1", isCut: true), "总价截去了1元以下的零头", "it was cut to 1 元"),
        ] as [(PriceCause, String, String)])
    func `names each cause`(cause: PriceCause, chinese: String, english: String) {
        #expect(cause.sentence(in: .zh) == "\(chinese)" && cause.sentence(in: .en) == "\(english)")
    }

    @Test func `the graver check of two is the row's`() {
        #expect(PriceCheck.worse(.ok, .mismatch) == .mismatch)
        #expect(PriceCheck.worse(.unreadable, .mismatch) == .mismatch)
        #expect(PriceCheck.worse(nil, .noUnit) == .noUnit)
        #expect(PriceCheck.worse(nil, nil) == nil)
        #expect(PriceCheck.allCases.map(\.index) == Array(PriceCheck.allCases.indices))
        #expect(
            PriceCheck.allCases.filter(\.needsAttention) == [.mismatch, .unreadable, .noUnit, .noArea, .undecided])
    }

    @Test(
        arguments: [
            ("12.50", .unitPrice, 1250, 2, UnitCode.none), ("１２．５", .area, 125, 1, UnitCode.none),
            ("1,234.5", .amount, 12345, 1, UnitCode.none), ("￥45.00", .amount, 4500, 2, 0),
            ("45.00元", .amount, 4500, 2, 0), ("45元/平方米", .unitPrice, 45, 0, 0), ("12.5亩", .area, 125, 1, 1),
            ("12.5 亩", .area, 125, 1, 1), ("8333.3㎡", .area, 83333, 1, 0), ("37.5万元", .amount, 375, 1, 1),
            ("1.86万元／亩", .unitPrice, 186, 2, 5), ("45元", .unitPrice, 45, 0, UnitCode.none),
            ("0.50", .area, 50, 2, UnitCode.none), ("45 元 / 平方米", .unitPrice, 45, 0, 0),
            ("¥45.00/㎡", .unitPrice, 4500, 2, 0), ("37.5万元整", .amount, 375, 1, 1),
            ("￥375000.00元整", .amount, 37_500_000, 2, 0),
        ] as [(String, ColumnRole, UInt64, Int, Int)])
    func `reads figures as lists write them`(text: String, role: ColumnRole, mantissa: UInt64, scale: Int, unit: Int) {
        #expect(
            Figure(text, of: role, unit: UnitCode.none)
                == Figure(state: .number, mantissa: mantissa, scale: scale, unit: unit))
    }

    @Test(arguments: [
        "12,5", "1.2万", "-3", "+3", "4.5E3", "约3", "3-4", "1.2.3", ".", "元", "12 5", "12整", "45/㎡", "0x10",
        "1234567890123",
    ])
    func `reads nothing else`(text: String) {
        #expect(Figure(text, of: .amount, unit: 0).state == .unreadable)
        #expect(Figure(text, of: .area, unit: 1).state == .unreadable)
    }

    @Test(arguments: ["", " ", "　", "/", "-", "无", "NULL", "—"])
    func `nothing is declared by an empty cell or a written none`(text: String) {
        #expect(Figure(text, of: .unitPrice, unit: 0).state == .none)
    }

    @Test(
        arguments: [
            ("果园", "果园"), ("0201", "果园"), ("0201K", "果园"), ("021", "果园"), ("柑橘园", "果园"), ("可调整茶园", "茶园"),
            ("桑园", "其他园地"),
            ("０２０２", "茶园"), ("茶叶园", "茶园"), ("苗圃", "其他林地"), ("用材林", ""), ("园地", ""), ("orchard", ""), ("02", ""),
        ])
    func `a kind of land by its name, code or word`(text: String, standard: String) {
        #expect(LandKind(text).standard == standard)
    }

    @Test func `a price of the whole land type is that of a kind without one of its own`() {
        let all = [
            Self.price("果园", 1, "45"), Self.price("茶园", 1, "52"), Self.price(nil, 1, "40"), Self.price("果园", 2, "36"),
        ]
        func amounts(_ text: String) -> [String] {
            LandKind(text).prices(all, .orchard, Grade(rawValue: 1)!).map(\.amount)
        }
        #expect(amounts("果园") == ["45"] && amounts("0202") == ["52"] && amounts("桑园") == ["40"])
        #expect(amounts("园地") == ["45", "52", "40"] && amounts("02") == ["45", "52", "40"])
        #expect(LandKind("茶园").prices(all, .orchard, Grade(rawValue: 2)!).isEmpty)
    }
}
