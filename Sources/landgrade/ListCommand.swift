import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemSupport

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .help(zh: "列出成果版本中的乡镇、村或级别。", en: "Townships, villages or grades of an edition."),
        discussion: .help(zh: "示例", en: "EXAMPLES") + """

              landgrade list townships
              landgrade list villages --township 金龙镇
              landgrade list villages --land-type 园地 --grade 1 --format csv
              landgrade list villages --disputed
              landgrade list grades
            """,
        subcommands: [ListTownships.self, ListVillages.self, ListGrades.self])
}

/// Which edition of which counties is listed.
struct ListScope: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            zh: "县代码或名称；不写则为库中各县。", en: "County code or name; else every county of the store.", value: .county))
    var county: String?

    @Option(
        help: ArgumentHelp(
            zh: "这一天适用的成果版本，如 2025-06-30；不写则为最新。", en: "The edition in force on this day, YYYY-MM-DD; else the newest.",
            value: .date))
    var asOf: String?

    @OptionGroup var common: CommonOptions

    /// The rows of every county in scope. Ends with 1 where the county is unknown or had no edition on that day.
    func rows<Row>(_ read: (Listing, County, CalendarDate?) throws(StoreError) -> [Row]?) throws -> [Row] {
        let date = try common.access.date(asOf)
        let county = try county.map { try common.access.checked($0, .county) }
        let generation = try common.access.openGeneration()
        var rows: [Row] = []
        var found = false
        let listing = Listing(generation)
        for county in try listing.counties(county) {
            guard let more = try read(listing, county, date) else { continue }
            found = true
            rows += more
            if let edition = try listing.inForce(of: county, asOf: date), let day = edition.withdrawn {
                program.say(Notice.listedFromWithdrawn(edition.id, day: day).sentence(in: common.language))
            }
        }
        guard try found || !listing.counties(county).isEmpty else { throw no(.unknownCounty(county ?? "")) }
        guard found else { throw no(.noEdition(county: county, date: date)) }
        return rows
    }

    /// The end of a question that was answered with "no".
    func no(_ notice: Notice) -> CommandEnd { .no(notice.sentence(in: common.language)) }
}

struct ListTownships: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "townships",
        abstract: .help(
            zh: "按文件次序列出乡镇（街道）及其拼音、条目数。",
            en: "Townships in the edition's order, with their pinyin and entry counts."))

    @OptionGroup var scope: ListScope

    var common: CommonOptions { scope.common }

    func perform() throws {
        let rows = try scope.rows { listing, county, date throws(StoreError) in
            try listing.townships(of: county, asOf: date)
        }
        StandardStreams.write(common.renderer.render(rows))
    }
}

struct ListVillages: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "villages",
        abstract: .help(
            zh: "列出各村级别，级别待核的加标记。", en: "Villages with their grades; disputed ones are marked."))

    @Option(
        help: ArgumentHelp(zh: "只列这一乡镇（写全称）。", en: "Only this township, by its full name.", value: .township),
        completion: PlaceCompletion.townships)
    var township: String?

    @Option(help: ArgumentHelp(zh: "只列这一土地类型。", en: "Only this land type.", value: .landType))
    var landType: String?

    @Option(
        help: ArgumentHelp(
            zh: "只列这一级别的村：1、2、3 或 一级。", en: "Only villages that hold this grade: 1, 2, 3 or 一级.",
            value: .init(zh: "级别", en: "grade")))
    var grade: String?

    @Flag(
        help: ArgumentHelp(
            zh: "只列有级别待核的村；与 --grade 同用，只列该级别待核的村。",
            en: "Only villages with a grade in dispute; with --grade, with that one in dispute."))
    var disputed = false

    @OptionGroup var scope: ListScope

    var common: CommonOptions { scope.common }

    func validate() throws { _ = try heldGrade() }

    func perform() throws {
        let landType = try common.access.landType(landType)
        let grade = try heldGrade()
        let township = try township.map { try common.access.checked($0, .township) }
        let filter = VillageFilter(
            township: township, landType: landType, grade: grade, disputed: disputed ? true : nil)
        let rows = try scope.rows { listing, county, date throws(StoreError) in
            try listing.villages(of: county, filter, asOf: date)
        }
        if let township, rows.isEmpty, grade == nil, !disputed {
            throw CommandEnd.no(try common.access.unknown(township: township, county: scope.county))
        }
        StandardStreams.write(common.renderer.render(rows))
    }

    private func heldGrade() throws -> Grade? {
        guard let text = grade else { return nil }
        guard let grade = Grade(label: text) ?? wholeNumber(text.utf8, digits: 2).flatMap(Grade.init(rawValue:)) else {
            throw ValidationError(
                zh: "--grade 只能是 1、2、3…… 或 一级、二级……", en: "--grade takes 1, 2, 3 … or 一级, 二级 …")
        }
        return grade
    }
}

struct ListGrades: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "grades",
        abstract: .help(
            zh: "各级别的村数，以及其中级别待核的村数。",
            en: "How many villages hold each grade, and how many of those are disputed."))

    @Option(help: ArgumentHelp(zh: "只列这一土地类型。", en: "Only this land type.", value: .landType))
    var landType: String?

    @OptionGroup var scope: ListScope

    var common: CommonOptions { scope.common }

    func perform() throws {
        let landType = try common.access.landType(landType)
        let rows = try scope.rows { listing, county, date throws(StoreError) in
            try listing.grades(of: county, landType: landType, asOf: date)
        }
        StandardStreams.write(common.renderer.render(rows))
    }
}
