import AnswerRendering
import GradeModel
import SystemSupport
import Testing

@Suite struct ChineseListTests {
    private let renderer = AnswerRenderer(format: .text, language: .zh)

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test
    func `townships`() {
        #expect(
            text(renderer.render(Rows.townships)) == """
                乡镇              拼音                    村（社区）数  园地  林地
                金龙镇            jinlongzhen                       15    12    15
                横岭湖自然保护区  henglinghuziranbaohuqu             3     0     3
                草地：未公布级别。

                """)
    }

    @Test
    func `villages with their grades, disputed ones marked`() {
        #expect(
            text(renderer.render(Rows.villages)) == """
                乡镇      村（社区）  类别  园地          林地
                金龙镇    芙蓉村      村    一级          一级
                杨林寨乡  东合港村    村    一级（待核）  一级（待核）
                文星街道  滨江社区    社区  未列入        一级
                草地：未公布级别。

                """)
    }

    @Test
    func `how many villages hold each grade`() {
        #expect(
            text(renderer.render(Rows.grades)) == """
                土地类型  级别    村（社区）数  级别待核
                园地      一级              67        16
                园地      二级              99         0
                林地      一级             117        24
                林地      二级             128        30
                草地      未公布

                """)
    }

    @Test
    func `editions with their document, dates and contents`() {
        #expect(
            text(renderer.render([Rows.edition])) == """
                430624-2025-1  湘阴县
                文件      湘阴政发〔2025〕1号（登记号XYDR-2025-00001）
                标题      湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通
                          知
                发布      湘阴县人民政府，2025年1月23日
                刊登      湘阴县人民政府公报2025年第1期
                估价期日  2021年12月31日
                适用      2025年1月23日起
                来源      随程序内置
                内容      16个乡镇（街道），245个村（社区）；园地166条，林地245条，草地未公布级
                          别；其中级别待核70条；未公布价格
                SHA-256   0f3c2d9a7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b

                """)
    }

    @Test
    func `definitions with what is equal said once, and the citation`() {
        #expect(
            text(renderer.render(Rows.definitions)) == """
                湘阴县 基准地价内涵
                权利状况  承包经营权
                使用年期  园地、草地：30年；林地：70年
                基本设施  按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。
                估价期日  2021年12月31日
                基准地价  本成果未公布价格
                草地：未公布级别。

                引用（下一行可直接粘贴到报告）
                湘阴县人民政府：《湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知》（湘阴政发〔2025〕1号，登记号XYDR-2025-00001，2025年1月23日发\
                布，载湘阴县人民政府公报2025年第1期），估价期日2021年12月31日；园地、林地、草地见表1；成果版本430624-2025-1。

                """)
    }
}
