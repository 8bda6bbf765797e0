import GradeModel
import GradeStore

#if canImport(Glibc)
    import Glibc
#endif

/// Two editions of one county and one of another, small and with every kind of row.
enum SampleEditions {
    static let xiangyin = County(code: "430624", name: "湘阴县", province: "湖南省", prefecture: "岳阳市")
    static let other = County(code: "430682", name: "临湘市")

    static func edition(
        _ id: String, _ county: County, issued: String, grade: Int = 1, villages: [String] = ["芙蓉村", "金嵒村"],
        effective: String? = nil, expires: String? = nil, prices: [BasePrice]? = nil, more: [GradeEntry] = []
    ) -> SourcedEdition {
        let source = TableRow(table: "表2", row: 3)
        var grades: [GradeEntry] = []
        for village in villages {
            for landType in [LandType.orchard, .forest] {
                grades.append(
                    GradeEntry(
                        landType: landType, township: "金龙镇", village: village, kind: PlaceKind(name: village),
                        grade: Grade(rawValue: grade)!, printedGrade: Grade(rawValue: landType == .forest ? 2 : grade)!,
                        erratum: landType == .forest && grade != 2 ? "E1" : nil, source: source))
            }
        }
        let definitions = LandType.allCases.map {
            Definition(
                landType: $0, rights: "承包经营权", termYears: $0 == .forest ? 70 : 30, infrastructure: "宗地外道路通达。",
                valuationDate: CalendarDate("2021-12-31")!, source: TableRow(table: "表1", row: nil))
        }
        let edition = Edition(
            id: EditionID(id)!, county: county,
            document: Document(
                number: "湘阴政发〔2025〕1号", registration: nil, title: "关于公布…的通知", issuer: "\(county.name)人民政府",
                issued: CalendarDate(issued)!, publication: nil, effective: effective.map { CalendarDate($0)! },
                expires: expires.map { CalendarDate($0)! }),
            definitions: definitions, grades: grades + more,
            aliases: [
                Alias(
                    township: "金龙镇", alias: "金嵩村", village: villages[villages.count - 1], kind: .misprint,
                    source: "表3第20行")
            ],
            errata: [Erratum(id: "E1", printed: "二级", held: "一级", evidence: "…", status: .proposed)],
            townships: [TownshipEntry(name: "金龙镇", pinyin: "jinlongzhen", code: nil, order: 1)],
            prices: prices ?? [
                BasePrice(
                    landType: .orchard, grade: Grade(rawValue: 1)!, amount: "12.50", unit: "元/平方米",
                    source: TableRow(table: "表4", row: 1))
            ])
        return SourcedEdition(
            edition: edition, packageSHA256: String(repeating: "ab", count: 32), origin: .feed("county.example/grades"))
    }

    static let indexing = NameIndexing(
        rules: 7, township: { [$0.name] }, village: { [$0.village, "key of \($0.village)"] }, alias: { [$0.alias] })
}

extension StoreFolder {
    /// Makes the next generation of these, one county each.
    @discardableResult
    func applying(_ counties: [[SourcedEdition]]) throws -> GenerationName {
        var rest = counties[...]
        return try writer().apply { rest.popFirst() }
    }

    /// A writer, waited for: other tests of this process start programs, and between its fork and its exec a child holds
    /// every lock that its parent held.
    func writer() throws(StoreError) -> StoreWriter {
        var tries = 0
        while true {
            do {
                return try StoreWriter(self, indexing: SampleEditions.indexing)
            } catch .busy(let path) {
                tries += 1
                guard tries < 500 else { throw .busy(path: path) }
                usleep(10_000)
            }
        }
    }
}
