import GradeModel
import SystemSupport

extension ImportQuestion {
    /// In English, for the command's output: what is asked about `text`, and where it stands.
    public var english: String {
        let about = ([township].compactMap { $0 } + landTypes.map(\.name) + [grade?.label].compactMap { $0 })
            .joined(separator: " ")
        return [source?.description ?? place?.words, about.isEmpty ? nil : about].compactMap { $0 }
            .joined(separator: ", ") + (source == nil && place == nil && about.isEmpty ? "" : ": ") + asked
            + (suggestion.isEmpty ? "" : "; suggested: \(suggestion)")
    }

    /// In Chinese, for the command's output: with where it stands and what it is about.
    public var placed: String {
        let about = ([township].compactMap { $0 } + landTypes.map(\.name) + [grade?.label].compactMap { $0 })
            .joined(separator: " ")
        let front = [source?.description ?? place?.chinese, about.isEmpty ? nil : about].compactMap { $0 }
            .filter { !$0.isEmpty }.joined(separator: "，")
        return front + (front.isEmpty ? "" : "：") + chinese + (suggestion.isEmpty ? "" : "；建议：\(suggestion)")
    }

    private var asked: String {
        switch kind {
        case .partOfVillage:
            "\(quoted(text)) is about a part of a village; name the village, with the part in brackets"
                + form
        case .joinedNames:
            "\(quoted(text)) may be two names; write them with 、 between, or as one name"
                + form
        case .countedNames: "\(quoted(text)) counts villages without naming them all; name them" + form
        case .boundary: "\(quoted(text)) describes an area by its borders; name the villages in it" + form
        case .exceptVillages:
            "\(quoted(text)) needs the list of the township's villages (--places); or name those that are meant" + form
        case .restOfTownship:
            "\(quoted(text)) needs the list of the township's villages (--places); or name those that are meant" + form
        case .shortName:
            "\(quoted(text)) has no ending that a place has; write the whole name, or the same again if it is whole"
                + form
        case .phrase:
            "\(quoted(text)) names no villages; name those that are meant, or 全域 for the whole township" + form
        case .unknownTownship: "of which township is \(quoted(text))? write 乡镇：村、村"
        case .wholeCounty: "\(quoted(text)): name the townships of the county"
        case .wholeAndVillages:
            "\(quoted(text)) takes in the whole township, and other rows name villages of it; name the villages that are meant here"
        case .villageTwice:
            "\(quoted(text)) has a grade for this land type already; say 无 to leave this entry out, or name another village"
        case .citation:
            part.map {
                "the document's \($0.words) was not found; \($0.remedy)" + (text.isEmpty ? "" : " (seen: \(text))")
            } ?? ""
        case .definition:
            "the definition's \(attribute?.name ?? "") is not told"
                + (text == attribute?.name ? "" : ": \(quoted(text))")
        case .price: "\(quoted(text)): what is the base price, and its unit?"
        case .rights:
            "the document has several rights (\(text)), an edition holds one; import the document again with --rights "
                + "and one of them"
        case .labels:
            "the labels (grade, township) may stand in the wrong rows; compare each row with the printed document, correct "
                + "the columns 乡镇 and 级别 of the sheet 级别, then answer 是: \(quoted(text))"
        case .aligned: "the columns were told by their position on the page; compare each row with the document"
        case .unknownTable:
            "a table that may be one of grades or prices has a header that is not known: \(quoted(text))"
        case .unknownColumn: "the column \(quoted(text)) is not known; does it change what the rows mean?"
        case .landTypeOfTable: "for which land types does this table hold? \(quoted(text))"
        case .note: "does this note change what the tables say? \(quoted(text))"
        case .row: "the row can't be understood: \(quoted(text))"
        }
    }
}

extension CitationPart {
    public var words: String {
        switch self {
        case .number: "number (such as 湘阴政发〔2025〕1号)"
        case .registration: "registration number (such as XYDR-2025-00001)"
        case .title: "title"
        case .issuer: "issuer"
        case .issued: "date of issue"
        case .publication: "publication (such as …公报 2025年第1期)"
        case .countyName: "county name"
        case .id: "year and number for an edition id"
        }
    }

    public var remedy: String {
        switch self {
        case .number: "give it with --document"
        case .registration: "give it with --registration, or say --no-registration"
        case .title: "give it with --title"
        case .issuer: "give it with --issuer"
        case .issued: "give the date with --issued"
        case .publication: "give it with --publication, or say --no-publication"
        case .countyName: "give it with --county-name"
        case .id: "give one with --id"
        }
    }
}
