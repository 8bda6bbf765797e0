import AnswerRendering
import GradeLookup
import GradeModel
import GradeStore
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import StrictJSON
import SystemSupport

/// Pages for people. Each is made from one generation alone.
extension Service {
    func addPageRoutes(to router: Router<ServiceContext>) {
        page(
            router, "/", .search, ["q", "county", "township", "village", "land_type", "as_of", "as_printed"],
            Self.search)
        page(
            router, "/value", .search,
            ["county", "township", "village", "land_type", "area", "unit", "years", "as_of"], Self.value)
        page(router, "/land", .search, ["county", "land_type", "grade", "as_of"], Self.land)
        page(
            router, "/browse", .browse,
            ["county", "township", "land_type", "grade", "disputed", "as_of", "page"], Self.county)
        page(router, "/browse/{county}/{township}", .browse, ["as_of"], Self.township)
        page(router, "/history", .search, ["county", "township", "village"], Self.history)
        addCheckRoutes(to: router)
        page(router, "/docs", nil, []) { Pages.interface.page(in: $0.frame) }
        page(router, "/editions", .editions, [], Self.editions)
        page(router, "/compare", .editions, ["old", "new"], Self.comparison)
        router.get("/suggest") { [self] request, _ in try await suggest(request) }
    }

    private static func search(_ call: PageCall) throws -> Page {
        let village = call["village"]
        let township = call["township"]
        let text = call["q"]
        let form = SearchForm(
            text: text ?? village.map { [township, $0].compactMap(\.self).joined(separator: " ") },
            county: call["county"], landType: try Inquiry.landTypeNamed(call["land_type"]), asOf: try call.date(),
            asPrinted: call["as_printed"] != nil, counties: try choices(call))
        let search = SearchPage(form, in: call.frame)
        guard text != nil || village != nil else {
            return search.start(try call.snapshot.list { try editionsInForce($0) })
        }
        guard text == nil || village == nil else { throw Problem.placeTwice }
        var question = Question(
            place: .names(township: township, village: village ?? ""), county: call["county"],
            landType: form.landType, asOf: form.asOf, asPrinted: form.asPrinted)
        let asked = try Inquiry.checked(text ?? village ?? "", .village)
        let answer: Answer
        if text != nil {
            answer = try call.snapshot.answer(oneField: asked, question)
            if let destination = try call.snapshot.destination(of: asked, answer, county: call["county"]) {
                throw Elsewhere(path: call.frame.link.destination(destination, asOf: form.asOf))
            }
        } else {
            question.place = .names(township: try township.map { try Inquiry.checked($0, .township) }, village: asked)
            answer = try call.snapshot.answer(question)
        }
        let offered =
            answer.matches.isEmpty
            ? try call.snapshot.beginnings(asked, county: call["county"], limit: 8) : []
        let next =
            answer.matches.isEmpty
            ? NextSteps(
                townships: try call.snapshot.townships(namedBy: question.place, text, county: call["county"]),
                county: try call.snapshot.list { generation in
                    let counties = try Listing(generation).counties(call["county"])
                    let held = counties.isEmpty ? try generation.counties() : counties
                    return held.count == 1 ? held[0] : nil
                })
            : NextSteps()
        return search.answer(answer, offered: offered, next: next)
    }

    /// What the box below an answer asks.
    private static func value(_ call: PageCall) throws -> Page {
        let question = try Inquiry.value(
            township: call["township"], village: call["village"], county: call["county"], landType: call["land_type"],
            area: call["area"], unit: call["unit"], years: call["years"], asOf: call["as_of"])
        let answer = try call.snapshot.value(question)
        let place = PlaceQuestion.names(township: call["township"], village: call["village"] ?? "")
        let lookup = try call.snapshot.answer(
            Question(place: place, county: call["county"], asOf: question.asOf))
        guard let found = lookup.matches.first, lookup.outcome == .found, let known = found.match.place else {
            return ValuePage(answer).page(nil, in: call.frame)
        }
        let form = ValueForm(
            place: known, asOf: question.asOf, priced: ValueForm.priced(found), landType: call["land_type"],
            area: call["area"], unit: call["unit"], years: call["years"])
        return ValuePage(answer).page(form, in: call.frame)
    }

    /// Every county, as long as they are few enough for a list.
    static func choices(_ call: PageCall) throws -> [County] {
        try call.snapshot.list { generation in
            try generation.extent().counties <= Self.listedCounties ? try generation.counties() : []
        }
    }

    /// As many counties as one finds one's own in.
    private static let listedCounties = 200

    private static func editionsInForce(_ generation: Generation) throws -> [EditionRow] {
        let listing = Listing(generation)
        return try generation.counties().prefix(listedCounties).compactMap { county in
            guard let record = try listing.inForce(of: county, asOf: nil) else { return nil }
            return try listing.editions(of: county).first { $0.id == record.id }
        }
    }

    /// What a land type's base price means, and how many villages have each grade, county by county.
    private static func land(_ call: PageCall) throws -> Page {
        guard let landType = try Inquiry.landTypeNamed(call["land_type"]) else {
            throw Problem.missingParameter("land_type")
        }
        let date = try call.date()
        let grade = try Inquiry.grade(call["grade"])
        return try call.snapshot.list { generation in
            let listing = Listing(generation)
            let counties = try listing.counties(call["county"])
            guard !counties.isEmpty else { throw Problem.unknownCounty(call["county"] ?? "") }
            let lands = try counties.prefix(listedCounties).map { county in
                CountyLand(
                    county: county, edition: try listing.inForce(of: county, asOf: date),
                    definitions: try listing.definitions(of: county, landType: landType, asOf: date) ?? [],
                    grades: try listing.grades(of: county, landType: landType, asOf: date) ?? [])
            }
            return LandPage(landType, grade, asOf: date).page(lands, in: call.frame)
        }
    }

    private static func county(_ call: PageCall) throws -> Page {
        let date = try call.date()
        let filter = try Inquiry.filter(
            township: call["township"], landType: call["land_type"], grade: call["grade"], disputed: call["disputed"])
        let part = try ListPart(call["page"])
        return try call.snapshot.list { generation in
            let listing = Listing(generation)
            let counties = Array(try generation.counties().prefix(listedCounties))
            let asked = call["county"]
            guard let county = try asked.map({ try listing.counties($0).first }) ?? counties.first else {
                throw Problem.unknownCounty(asked ?? "", known: try listing.fewCounties.map(\.name))
            }
            let edition = try listing.edition(of: county, asOf: date)
            if let edition, let township = filter.township, !edition.townshipNames.contains(township) {
                throw Problem.unknownTownship(township, known: edition.townshipNames)
            }
            return try CountyPage(
                county, of: counties, asOf: date, filter, part, offersWorkbooks: VillageWorkbook.isOffered
            ).page(edition, in: call.frame)
        }
    }

    private static func township(_ call: PageCall) throws -> Page {
        let (code, name) = (try call.captured("county"), try call.captured("township"))
        let date = try call.date()
        return try call.snapshot.list { generation in
            let listing = Listing(generation)
            guard let county = try listing.counties(code).first else { throw Problem.unknownCounty(code) }
            let edition = try listing.edition(of: county, asOf: date)
            if let edition, !edition.townshipNames.contains(name) {
                throw Problem.unknownTownship(name, known: edition.townshipNames)
            }
            return TownshipPage(name, of: county, asOf: date, offersWorkbooks: VillageWorkbook.isOffered)
                .page(edition, in: call.frame)
        }
    }

    private static func history(_ call: PageCall) throws -> Page {
        let question = try Inquiry.question(
            township: call["township"], village: call["village"], address: nil, county: call["county"], landType: nil,
            asOf: nil, asPrinted: false)
        return HistoryPage.page(try call.snapshot.history(question), in: call.frame)
    }

    private static func editions(_ call: PageCall) throws -> Page {
        try call.snapshot.list { generation in
            let editions = try Listing(generation).editions().map { row in
                EditionDetails(
                    row, definitions: try generation.definitions(in: row.id), errata: try generation.errata(in: row.id))
            }
            return EditionsPage.page(editions, in: call.frame)
        }
    }

    private static func comparison(_ call: PageCall) throws -> Page {
        func id(_ name: String) throws(Problem) -> EditionID {
            guard let text = call[name] else { throw .missingParameter(name) }
            guard let id = EditionID(text) else { throw .unknownEdition(text) }
            return id
        }
        let (old, new) = (try id("old"), try id("new"))
        return try call.snapshot.list { generation in
            func edition(_ id: EditionID) throws -> SourcedEdition {
                guard let edition = try generation.storedEdition(id) else { throw Problem.unknownEdition(id.text) }
                return edition
            }
            let (before, after) = (try edition(old), try edition(new))
            let comparison: EditionComparison
            do throws(ComparisonError) {
                comparison = try EditionComparison(from: before, to: after)
            } catch {
                let fitting = try Listing(generation).editions().filter { $0.id.countyCode == old.countyCode }
                throw Problem.badValue(parameter: "new", value: new.text, allowed: fitting.map(\.id.text))
            }
            return ComparisonPage.page(comparison, try Listing(generation).editions(), in: call.frame)
        }
    }

    /// For the search field's list, while somebody types.
    private func suggest(_ request: Request) async throws -> Response {
        let parameters = try request.parameters(["q", "county", "lang"])
        guard let text = try parameters["q"].map({ try Inquiry.checked($0, .village) }) else {
            throw Problem.missingParameter("q")
        }
        let county = try parameters["county"].map { try Inquiry.checked($0, .county) }
        let link = PageLink(try PageCall.language(parameters) ?? .zh)
        let (snapshot, isStale) = try snapshot()
        let found = try await apart { try snapshot.beginnings(text, county: county, limit: 8) }
        let value: JSONValue = [
            "suggestions": .array(
                found.map { suggestion in
                    [
                        "county": ["code": .string(suggestion.county.code), "name": .string(suggestion.county.name)],
                        "township": .text(suggestion.township),
                        "village": .text(suggestion.village), "url": .string(link.suggestion(suggestion)),
                    ]
                })
        ]
        return mark(.json(Array((value.text() + "\n").utf8)), snapshot, isStale: isStale)
    }
}
