import GradeModel
import Testing

@Suite struct EditionComparisonTests {
    static let county = County(code: "430624", name: "湘阴县", province: "湖南省", prefecture: "岳阳市")

    private func entry(
        _ landType: LandType, _ township: String, _ village: String, _ grade: Int, printed: Int? = nil,
        erratum: String? = nil, row: Int = 1, kind: PlaceKind = .village
    ) -> GradeEntry {
        GradeEntry(
            landType: landType, township: township, village: village, kind: kind, grade: Grade(rawValue: grade)!,
            printedGrade: Grade(rawValue: printed ?? grade)!, erratum: erratum,
            source: TableRow(table: landType == .orchard ? "表2" : "表3", row: row))
    }

    private func edition(
        _ grades: [GradeEntry] = [], id: String = "430624-2025-1", county: County = county,
        change: (inout Edition) -> Void = { _ in }
    ) -> SourcedEdition {
        var townships: [String] = []
        for entry in grades where !townships.contains(entry.township) { townships.append(entry.township) }
        var edition = Edition(
            id: EditionID(id)!, county: county,
            document: Document(
                number: "湘阴政发〔2025〕1号", registration: nil, title: "通知", issuer: "湘阴县人民政府",
                issued: CalendarDate("2025-01-23")!, publication: nil),
            definitions: [
                Definition(
                    landType: .orchard, rights: "承包经营权", termYears: 30, infrastructure: "道路通达。",
                    valuationDate: CalendarDate("2021-12-31")!, source: TableRow(table: "表1", row: nil))
            ],
            grades: grades, aliases: [], errata: [],
            townships: townships.enumerated().map {
                TownshipEntry(name: $1, pinyin: "", code: nil, order: $0 + 1)
            }, prices: [])
        change(&edition)
        return SourcedEdition(edition: edition, packageSHA256: "", origin: .unsigned)
    }

    private func changes(_ old: SourcedEdition, _ new: SourcedEdition) throws -> [EditionChange] {
        try EditionComparison(from: old, to: new).changes
    }

    /// `moved orchard 金龙镇 芙蓉村 1 2`.
    private func entries(_ changes: [EditionChange]) -> [String] {
        changes.compactMap { change in
            guard case .entry(let entry) = change else { return nil }
            func text(_ facts: EntryFacts?) -> String {
                facts.map { "\($0.grade.rawValue)" + ($0.isDisputed ? "?" : "") } ?? "-"
            }
            return "\(entry.kind.rawValue) \(entry.landType) \(entry.township) \(entry.village ?? "*")"
                + (entry.part ?? "")
                + (entry.formerVillage.map { "<\($0)" } ?? "") + " \(text(entry.old)) \(text(entry.new))"
        }
    }

    @Test
    func `the same edition has no differences, wherever its rows stand`() throws {
        let one = edition([entry(.orchard, "金龙镇", "芙蓉村", 1, row: 1)])
        let other = edition([entry(.orchard, "金龙镇", "芙蓉村", 1, row: 9)])
        #expect(try changes(one, other).isEmpty)
    }

    @Test
    func `editions of two counties are not compared`() {
        let other = County(code: "430682", name: "临湘市")
        #expect(throws: ComparisonError.otherCounty(old: Self.county, new: other)) {
            try EditionComparison(from: edition(), to: edition(id: "430682-2025-1", county: other))
        }
    }

    @Test
    func `villages move, come and go; a table takes up and drops known ones`() throws {
        let old = edition([
            entry(.orchard, "金龙镇", "甲村", 1), entry(.orchard, "金龙镇", "乙村", 1), entry(.forest, "金龙镇", "乙村", 2),
            entry(.forest, "金龙镇", "丙村", 2), entry(.orchard, "静河镇", "丁村", 1),
        ])
        let new = edition([
            entry(.orchard, "金龙镇", "甲村", 2), entry(.orchard, "金龙镇", "丙村", 1), entry(.forest, "金龙镇", "丙村", 2),
            entry(.forest, "金龙镇", "乙村", 2), entry(.orchard, "石塘镇", "戊村", 3),
        ])
        let found = try changes(old, new)
        #expect(
            entries(found) == [
                "moved orchard 金龙镇 甲村 1 2", "listed orchard 金龙镇 丙村 - 1", "came orchard 石塘镇 戊村 - 3",
                "unlisted orchard 金龙镇 乙村 1 -", "went orchard 静河镇 丁村 1 -",
            ])
        #expect(
            found.prefix(2) == [.township("石塘镇", .came), .township("静河镇", .went)])
    }

    @Test
    func `a renaming is one only where the new edition's alias says so`() throws {
        let old = edition([entry(.orchard, "金龙镇", "甲村", 1), entry(.forest, "金龙镇", "甲村", 2)])
        let renamed = [entry(.orchard, "金龙镇", "新甲村", 1), entry(.forest, "金龙镇", "新甲村", 3)]
        #expect(
            entries(try changes(old, edition(renamed))) == [
                "came orchard 金龙镇 新甲村 - 1", "went orchard 金龙镇 甲村 1 -", "came forest 金龙镇 新甲村 - 3",
                "went forest 金龙镇 甲村 2 -",
            ])
        let alias = Alias(township: "金龙镇", alias: "甲村", village: "新甲村", kind: .formerName, source: "名录(2027)")
        let told = try changes(old, edition(renamed) { $0.aliases = [alias] })
        #expect(told.contains(.renamed(township: "金龙镇", old: "甲村", new: "新甲村", alias: alias)))
        #expect(entries(told) == ["moved forest 金龙镇 新甲村<甲村 2 3"])
        // The alias is of another township: nothing is proven.
        let elsewhere = Alias(township: "静河镇", alias: "甲村", village: "新甲村", kind: .formerName, source: "名录(2027)")
        #expect(entries(try changes(old, edition(renamed) { $0.aliases = [elsewhere] })).count == 4)
    }

    @Test
    func `two villages under one new name are a merger and no renaming; neither is a name both editions have`() throws {
        func alias(_ name: String) -> Alias {
            Alias(township: "金龙镇", alias: name, village: "新村", kind: .formerName, source: "名录(2027)")
        }
        let old = edition([entry(.orchard, "金龙镇", "甲村", 1), entry(.orchard, "金龙镇", "乙村", 1)])
        let merged = edition([entry(.orchard, "金龙镇", "新村", 1)]) { $0.aliases = [alias("甲村"), alias("乙村")] }
        #expect(entries(try changes(old, merged)).map { $0.prefix(4) } == ["came", "went", "went"])
        let both = edition([entry(.orchard, "金龙镇", "甲村", 1), entry(.orchard, "金龙镇", "新村", 1)])
        let joined = edition([entry(.orchard, "金龙镇", "新村", 1)]) { $0.aliases = [alias("甲村")] }
        #expect(entries(try changes(both, joined)) == ["went orchard 金龙镇 甲村 1 -"])
    }

    @Test
    func `a dispute comes and goes without the grade moving`() throws {
        func erratum(_ status: ErratumStatus) -> Erratum {
            Erratum(id: "E1", printed: "二级", held: "一级", evidence: "…", status: status)
        }
        let grades = [entry(.orchard, "金龙镇", "甲村", 1, printed: 2, erratum: "E1")]
        let proposed = edition(grades) { $0.errata = [erratum(.proposed)] }
        let confirmed = edition(grades) { $0.errata = [erratum(.confirmed)] }
        let settled = try changes(proposed, confirmed)
        #expect(entries(settled) == ["settled orchard 金龙镇 甲村 1? 1"])
        #expect(
            settled.last == .erratum(id: "E1", .status, old: erratum(.proposed), new: erratum(.confirmed)))
        #expect(entries(try changes(confirmed, proposed)) == ["disputed orchard 金龙镇 甲村 1 1?"])
        // E1 of another document is another erratum.
        let next = edition(grades, id: "430624-2027-3") { $0.errata = [erratum(.proposed)] }
        #expect(
            try changes(proposed, next) == [
                .erratum(id: "E1", .status, old: nil, new: erratum(.proposed)),
                .erratum(id: "E1", .status, old: erratum(.proposed), new: nil),
            ])
    }

    @Test
    func `document, townships, definitions, prices and aliases field by field`() throws {
        let grade = Grade(rawValue: 1)!
        let price = BasePrice(
            landType: .orchard, grade: grade, amount: "12.50", unit: "元/平方米", source: TableRow(table: "表4", row: 1))
        let alias = Alias(township: "金龙镇", alias: "甲庄", village: "甲村", kind: .formerName, source: "名录(2023)")
        let old = edition([entry(.orchard, "金龙镇", "甲村", 1)]) { $0.aliases = [alias] }
        let new = edition([entry(.orchard, "金龙镇", "甲村", 1, kind: .community)]) { edition in
            edition.document = Document(
                number: "湘阴政发〔2025〕1号", registration: "X-1", title: "通知", issuer: "湘阴县人民政府",
                issued: CalendarDate("2025-02-01")!, publication: nil)
            edition.townships = [TownshipEntry(name: "金龙镇", pinyin: "jinlongzhen", code: nil, order: 1)]
            edition.definitions = [
                Definition(
                    landType: .orchard, rights: "承包经营权", termYears: 40, infrastructure: "道路通达。",
                    valuationDate: CalendarDate("2021-12-31")!, source: TableRow(table: "表9", row: nil))
            ]
            edition.prices = [price]
        }
        #expect(
            try changes(old, new) == [
                .document(.registration, old: nil, new: "X-1"),
                .document(.issued, old: "2025-01-23", new: "2025-02-01"),
                .township("金龙镇", .detail(.pinyin, old: nil, new: "jinlongzhen")),
                .definition(.orchard, .termYears, old: "30", new: "40"),
                .price(.orchard, subtype: nil, grade, old: nil, new: price),
                .kind(township: "金龙镇", village: "甲村", old: .village, new: .community), .aliasWent(alias),
            ])
    }

    @Test
    func `a filter leaves out what belongs to another land type or township, and keeps what belongs to none`() throws {
        let old = edition([entry(.orchard, "金龙镇", "甲村", 1), entry(.forest, "静河镇", "乙村", 1)])
        let new = edition([entry(.orchard, "金龙镇", "甲村", 2), entry(.forest, "静河镇", "乙村", 2)]) {
            $0.document = Document(
                number: "湘阴政发〔2027〕3号", registration: nil, title: "通知", issuer: "湘阴县人民政府",
                issued: CalendarDate("2025-01-23")!, publication: nil)
        }
        let comparison = try EditionComparison(from: old, to: new)
        func kinds(_ landType: LandType?, _ township: String?) -> [String] {
            comparison.filtered(landType: landType, township: township).changes.map(\.kind.rawValue)
        }
        #expect(kinds(nil, nil) == ["document", "moved", "moved"])
        #expect(kinds(.forest, nil) == ["document", "moved"])
        #expect(kinds(.orchard, "静河镇") == ["document"])
        #expect(kinds(nil, "静河镇") == ["document", "moved"])
    }
}
