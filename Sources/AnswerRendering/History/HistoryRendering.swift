public import GradeModel
import StrictJSON
public import SystemSupport

/// A place's history in every format.
extension AnswerRenderer {
    public func render(_ history: PlaceHistory) -> [UInt8] {
        switch format {
        case .text: Array(HistoryText(history, language).text.utf8)
        case .json: bytes(history.json)
        case .csv: Self.bytes(header: PlaceHistory.header, history.editions.flatMap { $0.records(of: history) })
        }
    }

    /// What belongs on standard error beside a history (`offer(of: Answer)`).
    public func offer(of history: PlaceHistory) -> Sentence? { offer(of: history.lookup) }
}

extension PlaceHistory {
    fileprivate var json: JSONValue {
        [
            "outcome": .string(lookup.outcome.rawValue),
            "places": .array(lookup.matches.map { AnswerJSON.place($0.match) }),
            "editions": .array(editions.map(\.json)),
            "suggestions": .array(lookup.suggestions.map(AnswerJSON.suggestion)),
        ]
    }

    /// The columns of a look-up, and behind them those of an edition in a history.
    fileprivate static let header = AnswerCSV.header + ["in_force_from", "in_force_before", "alias_edition"]
}

extension HistoryEdition {
    fileprivate var json: JSONValue {
        [
            "edition": .string(id.text), "document": .string(document.number),
            "registration": .text(document.registration), "title": .string(document.title),
            "issuer": .string(document.issuer), "issued": .string(document.issued.description),
            "publication": .text(document.publication), "effective": .text(document.effective?.description),
            "expires": .text(document.expires?.description), "rights": .text(rights),
            "package_sha256": .string(packageSHA256), "origin": .string(origin.text),
            "withdrawn": .text(withdrawn?.description),
            "in_force": .array(
                periods.map {
                    ["from": .string($0.from.description), "before": .text($0.before?.description)]
                }),
            "outcome": .string(outcome.rawValue),
            "matches": .array(
                places.map { place in
                    .object(
                        (AnswerJSON.match(place.answer).members ?? [])
                            + [JSONMember("alias_edition", .text(place.aliasEdition?.text))])
                }),
            "elsewhere": .array(elsewhere.map(AnswerJSON.suggestion)),
        ]
    }

    /// As a look-up in this edition has them; one without a grade where the place is not in it. Several periods stand in one
    /// cell with spaces between them.
    fileprivate func records(of history: PlaceHistory) -> [[String]] {
        let days = [
            periods.map(\.from.description).joined(separator: " "),
            periods.compactMap(\.before?.description).joined(separator: " "),
        ]
        guard !places.isEmpty else { return [absent(history) + days + [""]] }
        return places.flatMap { place in
            let answer = Answer(
                question: history.lookup.question, outcome: outcome, matches: [place.answer], suggestions: [])
            return AnswerCSV.records(answer).map { $0 + days + [place.aliasEdition?.text ?? ""] }
        }
    }

    private func absent(_ history: PlaceHistory) -> [String] {
        var record = AnswerCSV.header.map { _ in "" }
        func set(_ column: String, _ value: String?) {
            guard let value, let index = AnswerCSV.header.firstIndex(of: column) else { return }
            record[index] = value
        }
        set("outcome", outcome.rawValue)
        if let match = history.lookup.matches.first?.match {
            set("county_code", match.county.code)
            set("county", match.county.name)
            set("township", match.township)
            set("village", match.village)
        }
        set("edition", id.text)
        set("document", document.number)
        set("registration", document.registration)
        set("title", document.title)
        set("issuer", document.issuer)
        set("issued", document.issued.description)
        set("publication", document.publication)
        set("package_sha256", packageSHA256)
        set("origin", origin.text)
        set("as_printed", "false")
        set("withdrawn", withdrawn?.description)
        set("effective", document.effective?.description)
        set("expires", document.expires?.description)
        set("edition_rights", rights)
        return record
    }
}
