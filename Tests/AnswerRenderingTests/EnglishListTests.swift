import AnswerRendering
import GradeModel
import SystemSupport
import Testing

@Suite struct EnglishListTests {
    private let renderer = AnswerRenderer(format: .text, language: .en)

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test
    func `townships`() {
        #expect(
            text(renderer.render(Rows.townships)) == """
                township          pinyin                  villages  orchard  forest
                金龙镇            jinlongzhen                   15       12      15
                横岭湖自然保护区  henglinghuziranbaohuqu         3        0       3
                grassland: no grades published.

                """)
    }

    @Test
    func `villages with their grades, disputed ones marked`() {
        #expect(
            text(renderer.render(Rows.villages)) == """
                township  village   kind       orchard     forest
                金龙镇    芙蓉村    village    1           1
                杨林寨乡  东合港村  village    1 disputed  1 disputed
                文星街道  滨江社区  community  not listed  1
                grassland: no grades published.

                """)
    }

    @Test
    func `how many villages hold each grade`() {
        #expect(
            text(renderer.render(Rows.grades)) == """
                land type  grade          villages  disputed
                orchard    grade 1              67        16
                orchard    grade 2              99         0
                forest     grade 1             117        24
                forest     grade 2             128        30
                grassland  not published

                """)
    }

    @Test
    func `editions with their document, dates and contents`() {
        #expect(
            text(renderer.render([Rows.edition])) == """
                430624-2025-1  湘阴县
                Document        湘阴政发〔2025〕1号 (registration XYDR-2025-00001)
                Title           湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成
                                果的通知
                Issued          2025-01-23 by 湘阴县人民政府
                Published in    湘阴县人民政府公报2025年第1期
                Valuation date  2021-12-31
                In force        from 2025-01-23
                Origin          built into the program
                Contents        16 townships, 245 villages; orchard: 166 entries; forest: 245
                                entries; grassland: no grades; 70 entries disputed; no prices
                                published
                SHA-256         0f3c2d9a7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b

                """)
    }

    @Test
    func `definitions with what is equal said once, and the citation`() {
        #expect(
            text(renderer.render(Rows.definitions)) == """
                湘阴县 Base-price definition
                Rights          承包经营权
                Term of use     orchard, grassland: 30 years; forest: 70 years
                Infrastructure  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                Valuation date  2021-12-31
                Base price      not published in this edition
                grassland: no grades published.

                Citation (the next line is ready to paste)
                湘阴县人民政府, 《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》 (湘阴政发〔2025〕1号, registration XYDR-2025-0000\
                1, issued 2025-01-23, in 湘阴县人民政府公报2025年第1期), valuation date 2021-12-31; orchard, forest, g\
                rassland: 表1; edition 430624-2025-1.

                """)
    }
}
