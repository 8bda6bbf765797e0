import AnswerRendering
import GradeModel
import SystemSupport
import Testing

@Suite struct MessageTests {
    private struct Case: Sendable {
        let notice: Notice
        let zh: String
        let en: String
    }

    private static let arguments: [Case] = [
        Case(notice: .emptyArgument(.village), zh: "村（社区）名称不能为空。", en: "The village is empty."),
        Case(notice: .emptyArgument(.township), zh: "乡镇名称不能为空。", en: "The township is empty."),
        Case(notice: .emptyArgument(.county), zh: "县不能为空。", en: "The county is empty."),
        Case(notice: .emptyArgument(.landType), zh: "土地类型不能为空。", en: "The land type is empty."),
        Case(notice: .emptyArgument(.date), zh: "日期不能为空。", en: "The date is empty."),
        Case(
            notice: .argumentTooLong(.address, length: 10240, limit: 1024), zh: "地址过长：10240字节，最多1024字节。",
            en: "The address is too long: 10240 bytes, at most 1024."),
        Case(
            notice: .unknownLandType("耕地"),
            zh: "不认识的土地类型“耕地”：可用 园地、林地、草地，或 orchard、forest、grassland。",
            en: "Unknown land type ‘耕地’: use orchard, forest or grassland, or the Chinese names."),
        Case(
            notice: .badDate("2026-02-30"), zh: "日期“2026-02-30”不对：日期格式应为 2025-01-23，且须为有效日期。",
            en: "‘2026-02-30’ is no date: write it like 2025-01-23, a day that exists."),
        Case(
            notice: .unknownCounty("430000"), zh: "没有收录“430000”这个县。已收录的县用 landgrade editions 查看。",
            en: "No county ‘430000’ is held. See the counties held with: landgrade editions"),
        Case(
            notice: .unknownTownship("金隆镇"), zh: "没有名为“金隆镇”的乡镇（街道）。",
            en: "There is no township ‘金隆镇’."),
        Case(
            notice: .noEdition(county: nil, date: CalendarDate("2025-01-22")), zh: "在2025年1月22日没有适用的成果版本。",
            en: "No edition was in force on 2025-01-22."),
        Case(
            notice: .noEdition(county: "湘阴县", date: nil), zh: "“湘阴县”没有成果版本。",
            en: "No edition of ‘湘阴县’ is held."),
        Case(
            notice: .notDefined(.grassland), zh: "现行成果没有定义草地的基准地价内涵。",
            en: "The edition in force has no base-price definition for grassland."),
        Case(
            notice: .nearNames(["仁合村", "仁和村"]), zh: "名称相近的有：仁合村、仁和村（仅供参考，未作替换）。",
            en: "Near names, offered and not taken: 仁合村, 仁和村."),
    ]

    private static let generation = "gen-00000002.sqlite"

    private static let reports: [Case] = [
        Case(
            notice: .seedBuilt(path: "/srv\u{1B}[2J"), zh: "首次使用：已用内置成果建立数据库 /srv\\x1b[2J。",
            en: "First use: the built-in editions were written to /srv\\x1b[2J."),
        Case(
            notice: .storeMade(path: "/srv/current.sqlite"), zh: "已建立数据库：/srv/current.sqlite",
            en: "store made: /srv/current.sqlite"),
        Case(
            notice: .storeExists(path: "/srv/current.sqlite"), zh: "数据库已存在，未作改动：/srv/current.sqlite",
            en: "there is a store already, left as it is: /srv/current.sqlite"),
        Case(
            notice: .imported([Xiangyin.edition, Xiangyin.edition], generation: generation),
            zh: "已导入430624-2025-1、430624-2025-1，当前批次gen-00000002.sqlite",
            en: "imported 430624-2025-1, 430624-2025-1; the current generation is gen-00000002.sqlite"),
        Case(
            notice: .alreadyHeld(Xiangyin.edition), zh: "430624-2025-1已在库中，内容相同，未作改动",
            en: "430624-2025-1 is in the store already, with the same contents"),
        Case(
            notice: .conflicting(Xiangyin.edition), zh: "430624-2025-1已在库中而内容不同；确要替换请加 --replace",
            en: "430624-2025-1 is in the store with other contents; to put this one in its place add --replace"),
        Case(
            notice: .importNeedsUnsigned, zh: "该成果包没有签名，无从核实来源；确要导入请加 --unsigned，此后每个答复都会注明",
            en: "the package carries no signature, so nothing proves its source; to import it all the same add "
                + "--unsigned, and every answer will say so"),
    ]

    @Test(arguments: 0..<(arguments.count + reports.count))
    func `each has its exact text in both languages`(index: Int) {
        let message = (Self.arguments + Self.reports)[index]
        #expect(message.notice.sentence(in: .zh).text == message.zh)
        #expect(message.notice.sentence(in: .en).text == message.en)
    }
}
