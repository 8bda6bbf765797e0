public import GradeModel
public import StrictJSON
public import SystemSupport

/// What a parcel comes to, in every format.
extension AnswerRenderer {
    /// UTF-8, the last line with its line end.
    public func render(_ answer: ValueAnswer) -> [UInt8] {
        switch format {
        case .text: Array(ValueText(answer: answer, language: language).text.utf8)
        case .json: bytes(ValueJSON.value(answer))
        case .csv: Self.bytes(header: ValueCSV.header, ValueCSV.records(answer, in: language))
        }
    }

    /// The line without its end that belongs on standard error beside the answer: near names, and in CSV why there is no
    /// amount. Nil where there is nothing to say.
    public func offer(of answer: ValueAnswer) -> Sentence? {
        if answer.outcome == .noPlace { return offer(of: answer.lookup) }
        return format == .csv && answer.outcome != .valued ? language.refusal(answer) : nil
    }
}

/// Amounts are texts, so that they keep every digit. What has to be said of an amount stands in both languages, so that it
/// goes wherever the amount goes.
public enum ValueJSON {
    public static func value(_ answer: ValueAnswer) -> JSONValue {
        let question = answer.question
        func both(_ sentences: (Language) -> [Sentence]) -> JSONValue {
            .object(
                Language.allCases.map { language in
                    JSONMember(language.rawValue, .array(sentences(language).map { .string($0.text) }))
                })
        }
        return [
            "outcome": .string(answer.outcome.rawValue),
            "reason": answer.outcome == .valued ? .null : both { [$0.refusal(answer)] },
            "subtype": .text(answer.subtype),
            "area": [
                "amount": .string(question.area.number.text), "unit": .string(question.area.unit.rawValue),
                "square_metres": .text(question.area.squareMetres?.text(decimals: 4)?.text),
            ],
            "years": .number(question.years),
            "values": .array(answer.values.map { self.value($0, question.area) }),
            "statement": both { answer.remarks(in: $0) },
            "is_appraisal": .bool(false),
            "lookup": AnswerJSON.value(answer.lookup),
        ]
    }

    private static func value(_ value: ParcelValue, _ area: LandArea) -> JSONValue {
        [
            "grade": .integer(value.grade.rawValue),
            "reading": .string(value.reading.rawValue),
            "part": .text(value.part),
            "price": AnswerJSON.price(value.price),
            "converted_price": value.converted.map { converted -> JSONValue in
                [
                    "amount": .string(converted.amount), "unit": .string(converted.unit.word),
                    "exact": .bool(converted.isExact),
                ]
            } ?? .null,
            "unit_factor": .string(value.unitFactor(area.unit) ?? "1"),
            "term_correction": value.correction.map { correction -> JSONValue in
                [
                    "rate_percent": .string(correction.rate.percent),
                    "source": .string(correction.rate.source.description),
                    "years": .integer(correction.years), "term_years": .integer(correction.term),
                    "coefficient": .string(correction.coefficient),
                ]
            } ?? .null,
            "total": .string(value.total.text),
            "currency": .string("CNY"),
            "rounded": .bool(value.isRounded),
        ]
    }
}

/// A record for each value; none where there is none.
enum ValueCSV {
    static let header = [
        "outcome", "county_code", "county", "township", "village", "rule", "land_type", "subtype", "grade", "reading",
        "part", "price", "price_unit", "price_source", "converted_price", "converted_unit", "area", "area_unit",
        "rate_percent", "years", "term_years", "coefficient", "total", "rounded", "edition", "document", "table", "row",
        "statement",
    ]

    static func records(_ answer: ValueAnswer, in language: Language) -> [[String]] {
        guard let place = answer.lookup.matches.first?.match, let landType = answer.landTypeAnswer else { return [] }
        let statement = answer.remarks(in: language).map(\.text).joined(separator: " ")
        let citation = landType.citation
        return answer.values.map { value in
            var cells = [
                answer.outcome.rawValue, place.county.code, place.county.name, place.township, place.village ?? "",
                place.rule.rawValue, landType.landType.rawValue, value.price.subtype ?? answer.subtype ?? "",
                String(value.grade.rawValue), value.reading.rawValue, value.part ?? "", value.price.amount,
                value.price.unit, value.price.source?.description ?? "", value.converted?.amount ?? "",
                value.converted?.unit.word ?? "", answer.question.area.number.text, answer.question.area.unit.rawValue,
            ]
            let correction = value.correction
            // Each part of a village has a row of its own.
            let source = landType.parts.first { $0.part == value.part }?.source ?? citation.source
            cells += [
                correction?.rate.percent ?? "", correction.map { String($0.years) } ?? "",
                correction.map { String($0.term) } ?? "", correction?.coefficient ?? "", value.total.text,
                value.isRounded ? "true" : "false", citation.edition.text, citation.document.number,
                source?.table ?? "", source?.row.map { String($0) } ?? "", statement,
            ]
            return cells
        }
    }
}
