import AnswerRendering
import GradeModel
import SystemSupport
import Testing

@Suite struct EnglishAnswerTests {
    private func text(_ answer: Answer) -> String {
        String(decoding: AnswerRenderer(format: .text, language: .en).render(answer), as: UTF8.self)
    }

    @Test
    func `grades, definition and citation of a village that both tables list`() {
        #expect(
            text(Answers.furong) == """
                湘阴县 金龙镇 芙蓉村 (village)
                Matched         exactly as written

                orchard         grade 1
                forest          grade 1
                grassland       not published: this edition defines the base price of grassland
                                and grades it nowhere.

                Base-price definition
                Rights          承包经营权
                Term of use     orchard, grassland: 30 years; forest: 70 years
                Infrastructure  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                Valuation date  2021-12-31
                Base price      not published in this edition

                Citation (the next line is ready to paste)
                湘阴县人民政府, 《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》 (湘阴政发〔2025〕1号, registration XYDR-2025-0000\
                1, issued 2025-01-23, in 湘阴县人民政府公报2025年第1期), valuation date 2021-12-31; orchard: 表2 row 3;\
                 forest: 表3 row 3; grassland: no grades published (defined in 表1); edition 430624-2025-1.

                """)
    }

    @Test
    func `a disputed grade stands with the printed label and the evidence of its erratum`() {
        #expect(
            text(Answers.donghegang) == """
                湘阴县 杨林寨乡 东合港村 (village)
                Matched         exactly as written

                orchard         grade 1 [DISPUTED, not yet verified]
                                The document prints grade 2; grade 1 is held (erratum E1, not
                                yet verified).
                                Printed: 表2杨林寨乡、洋沙湖镇、樟树镇的前一行标注二级
                                Held: 一级
                                Evidence: 同一级别内各乡镇按固定顺序只出现一次；这三个乡镇在同表
                                          后面再次出现，后一次才是二级的开始。
                forest          grade 1 [DISPUTED, not yet verified]
                                The document prints grade 2; grade 1 is held (erratum E2, not
                                yet verified).
                                Printed: 表3杨林寨乡、洋沙湖镇、樟树镇的前一行标注二级
                                Held: 一级
                                Evidence: 同一级别内各乡镇按固定顺序只出现一次；这三个乡镇在同表
                                          后面再次出现，后一次才是二级的开始。
                grassland       not published: this edition defines the base price of grassland
                                and grades it nowhere.

                Base-price definition
                Rights          承包经营权
                Term of use     orchard, grassland: 30 years; forest: 70 years
                Infrastructure  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                Valuation date  2021-12-31
                Base price      not published in this edition

                Citation (the next line is ready to paste)
                湘阴县人民政府, 《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》 (湘阴政发〔2025〕1号, registration XYDR-2025-0000\
                1, issued 2025-01-23, in 湘阴县人民政府公报2025年第1期), valuation date 2021-12-31; orchard: 表2 row 11\
                 (printed grade 2, held as grade 1, erratum E1 not yet verified); forest: 表3 row 13 (print\
                ed grade 2, held as grade 1, erratum E2 not yet verified); grassland: no grades published \
                (defined in 表1); edition 430624-2025-1.

                """)
    }

    @Test
    func `a village that one table does not list is not unknown`() {
        #expect(
            text(Answers.binjiang) == """
                湘阴县 文星街道 滨江社区 (community)
                Matched         no township given; the only one of this name in the county

                orchard         not listed: this place is not in 表2.
                forest          grade 1
                grassland       not published: this edition defines the base price of grassland
                                and grades it nowhere.

                Base-price definition
                Rights          承包经营权
                Term of use     orchard, grassland: 30 years; forest: 70 years
                Infrastructure  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                Valuation date  2021-12-31
                Base price      not published in this edition

                Citation (the next line is ready to paste)
                湘阴县人民政府, 《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》 (湘阴政发〔2025〕1号, registration XYDR-2025-0000\
                1, issued 2025-01-23, in 湘阴县人民政府公报2025年第1期), valuation date 2021-12-31; orchard: not liste\
                d in 表2; forest: 表3 row 10; grassland: no grades published (defined in 表1); edition 430624\
                -2025-1.

                """)
    }

    @Test
    func `an ambiguous name shows all places and how to ask for one`() {
        #expect(
            text(Answers.donghu) == """
                ‘东湖渔场’ fits 2 places:
                township  village   kind     orchard     forest
                文星街道  东湖渔场  fishery  not listed  1
                洋沙湖镇  东湖渔场  fishery  not listed  1 disputed
                grassland: no grades published.

                Name one of them, for example:
                  landgrade lookup 文星街道 东湖渔场
                  landgrade lookup 洋沙湖镇 东湖渔场

                """)
    }

    @Test
    func `an alias, an amount and an unsigned edition are said`() {
        #expect(
            text(Answers.jinyan) == """
                湘阴县 三塘镇 金嵒村 (village)
                Matched         by another spelling; 金嵩村 is an alias (misprint, source: 表3第
                                21行)
                Origin          [UNSIGNED] imported by hand, no signature checked

                orchard         grade 2
                forest          grade 2
                                See also erratum E3 (not yet verified).
                                Printed: 金嵩村
                                Held: 金嵒村
                                Evidence: 两表位置相同；2023年统计用区划名录作金崙村。

                Base-price definition
                Rights          承包经营权
                Term of use     orchard: 30 years; forest: 70 years
                Infrastructure  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                Valuation date  2021-12-31
                Base price      orchard: 12.50元/平方米; forest: not published in this edition

                Citation (the next line is ready to paste)
                湘阴县人民政府, 《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》 (湘阴政发〔2025〕1号, registration XYDR-2025-0000\
                1, issued 2025-01-23, in 湘阴县人民政府公报2025年第1期), valuation date 2021-12-31; orchard: 表2 row 21\
                ; forest: 表3 row 21; base price of orchard: 表4 row 1; edition 430624-2025-1 (unsigned import).

                """)
    }

    @Test
    func `the printed label is answered where it was asked for, and the grade held beside it`() {
        #expect(
            text(Answers.asPrinted) == """
                湘阴县 杨林寨乡 东合港村 (village)
                Matched         by pinyin
                As of           the edition in force on 2025-06-30
                Reading         grades as printed (--as-printed)

                orchard         grade 2 [DISPUTED, not yet verified]
                                Answered as the document prints, grade 2; grade 1 is held
                                (erratum E1, not yet verified).
                                Printed: 表2杨林寨乡、洋沙湖镇、樟树镇的前一行标注二级
                                Held: 一级
                                Evidence: 同一级别内各乡镇按固定顺序只出现一次；这三个乡镇在同表
                                          后面再次出现，后一次才是二级的开始。

                Base-price definition
                Rights          承包经营权
                Term of use     30 years
                Infrastructure  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                Valuation date  2021-12-31
                Base price      not published in this edition

                Citation (the next line is ready to paste)
                湘阴县人民政府, 《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》 (湘阴政发〔2025〕1号, registration XYDR-2025-0000\
                1, issued 2025-01-23, in 湘阴县人民政府公报2025年第1期), valuation date 2021-12-31; orchard: 表2 row 11\
                 (grade 2 as printed, held as grade 1, erratum E1 not yet verified); edition 430624-2025-1.

                """)
    }

    @Test
    func `a confirmed erratum still shows both labels, its evidence once`() {
        #expect(
            text(Answers.confirmed) == """
                湘阴县 杨林寨乡 东合港村 (village)
                Matched         with width, spaces, traditional characters and office suffixes
                                set aside

                orchard         grade 1 [differs from the printed label, erratum confirmed]
                                The document prints grade 2; grade 1 is held (erratum E1,
                                confirmed).
                                Printed: 表2杨林寨乡、洋沙湖镇、樟树镇的前一行标注二级
                                Held: 一级
                                Evidence: 同一级别内各乡镇按固定顺序只出现一次；这三个乡镇在同表
                                          后面再次出现，后一次才是二级的开始。
                forest          grade 1 [differs from the printed label, erratum confirmed]
                                The document prints grade 2; grade 1 is held (erratum E1,
                                confirmed, evidence above).
                grassland       grade 1 [DISPUTED, not yet verified]
                                The document prints grade 2; grade 1 is held (no erratum
                                recorded).

                Base-price definition
                Rights          承包经营权
                Term of use     orchard, grassland: 30 years; forest: 70 years
                Infrastructure  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                Valuation date  2021-12-31
                Base price      not published in this edition

                Citation (the next line is ready to paste)
                湘阴县人民政府, 《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》 (湘阴政发〔2025〕1号, registration XYDR-2025-0000\
                1, issued 2025-01-23, in 湘阴县人民政府公报2025年第1期), valuation date 2021-12-31; orchard: 表2 row 11\
                 (printed grade 2, held as grade 1, erratum E1 confirmed); forest: 表3 row 13 (printed grad\
                e 2, held as grade 1, erratum E1 confirmed); grassland: 表3 row 1 (printed grade 2, held as\
                 grade 1, not yet verified); edition 430624-2025-1.

                """)
    }
}
