import GradeModel
import SystemSupport
import Testing

@testable import LookupService

/// The exact text of notes with numbers in them.
@Suite struct PageNoteTests {
    private static let second = Grade(rawValue: 2)!
    private static let notes: [(PageNote, String, String)] = [
        (.found(villages: 12, townships: 0), "共 12 个村（社区）", "Villages: 12"),
        (
            .found(villages: 12, townships: 3), "共 12 个村（社区），另有整体定级的乡镇 3 行",
            "Villages: 12; rows of townships graded as a whole: 3"
        ),
        (.shown(51, 100, of: 245), "第 51 至 100 行，共 245 行", "Rows 51 to 100 of 245"),
        (.holding(second, 9, disputed: 0), "二级 9", "grade 2: 9"),
        (.holding(second, 9, disputed: 4), "二级 9（待核 4）", "grade 2: 9 (4 disputed)"),
        (
            .map(County(code: "430624", name: "湘阴县"), .forest), "湘阴县林地级别图", "湘阴县: grades of forest"
        ),
        (
            .marked(MarkedVillage(township: "金龙镇", village: "芙蓉村"), isDrawn: true), "图上用粗线标出：金龙镇 芙蓉村",
            "Outlined on the map: 金龙镇 芙蓉村"
        ),
        (
            .marked(MarkedVillage(township: nil, village: "x"), isDrawn: false), "图层中没有匹配到“x”，图上没有标出",
            "x is not among the layer's villages and is not outlined"
        ),
        (.unmatched(2), "未匹配的图形（2）", "Features that were not matched (2)"),
        (.missing(3), "级别表有而图层没有的村（3）", "Villages of the tables that the layer lacks (3)"),
        (.asked(CalendarDate("2026-11-29")!), "查询日期：2026年11月29日", "Asked on 2026-11-29"),
    ]

    @Test func `notes`() {
        for (note, chinese, english) in Self.notes {
            #expect(note.sentence(in: .zh).text == chinese)
            #expect(note.sentence(in: .en).text == english)
        }
    }
}
