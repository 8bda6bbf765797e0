import GradeModel
import TestSupport

/// Answers that only the text has to tell apart.
extension Answers {
    private static let jinsong = Alias(
        township: "三塘镇", alias: "金嵩村", village: "金嵒村", kind: .misprint, source: "表3第21行")

    /// Found by an alias, in an edition that publishes one amount and that nobody signed.
    static let jinyan = found(
        Xiangyin.match(Xiangyin.place("三塘镇", "金嵒村"), .alias, alias: jinsong),
        [
            Xiangyin.graded(.orchard, 2, row: 21, price: "12.50", origin: .unsigned),
            Xiangyin.graded(
                .forest, 2, row: 21,
                erratum: Erratum(
                    id: "E3", printed: "金嵩村", held: "金嵒村", evidence: "两表位置相同；2023年统计用区划名录作金崙村。",
                    status: .proposed), origin: .unsigned),
        ])

    static let asPrinted = found(
        Xiangyin.match(Xiangyin.place("杨林寨乡", "东合港村"), .pinyin),
        [Xiangyin.disputed(.orchard, row: 11, asPrinted: true, erratum: Xiangyin.erratum("E1"))],
        question: Question(
            place: .names(township: "ylzx", village: "dhgc"), landType: .orchard, asOf: CalendarDate("2025-06-30"),
            asPrinted: true))

    /// One erratum on two entries, confirmed by a person, and an entry that nobody has explained.
    static let confirmed = found(
        Xiangyin.match(Xiangyin.place("杨林寨乡", "东合港村"), .normalized),
        [
            Xiangyin.disputed(.orchard, row: 11, erratum: Xiangyin.erratum("E1", .confirmed), outcome: .graded),
            Xiangyin.disputed(.forest, row: 13, erratum: Xiangyin.erratum("E1", .confirmed), outcome: .graded),
            Xiangyin.disputed(.grassland, row: 1, erratum: nil),
        ])
}
