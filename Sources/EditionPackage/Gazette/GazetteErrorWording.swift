import GradeModel

extension GazetteError: CustomStringConvertible {
    /// `line 197: 表2: 2 cells, a row has 3 (…); correct the row`.
    public var description: String { (line.map { "line \($0): " } ?? "") + problem.sentence }
}

extension GazetteProblem {
    var sentence: String {
        switch self {
        case .unreadable(let reason): "can't be read (\(reason))"
        case .notRegularFile: "not a regular file; name the text file of the gazette"
        case .tooLarge(let limit): "larger than \(limit >> 20) MiB; name the text file of one gazette"
        case .notUTF8: "not UTF-8; save the text as UTF-8"
        case .notText: "a NUL byte; this is no text file"
        case .noTables:
            "no grade tables: no line such as \"表1 …基准地价内涵\" or \"表2 …园地级别范围描述\"; is this the right gazette?"
        case .noDefinitionTable:
            "a grade table, and no definition table (a line such as \"表1 …基准地价内涵\"); get the whole document"
        case .noGradeTable:
            "a definition table, and no grade table (a line such as \"表2 …园地级别范围描述\"); get the whole document"
        case .secondTable(let what, let line):
            "a second \(what), the first is in line \(line); leave only one document's tables in the text"
        case .tableNumber(let expected, let found):
            "表\(found) follows where 表\(expected) should; get the whole document"
        case .noHeader(let table): "\(table) is announced and its header row (级别, 所属乡镇, 行政村) does not follow"
        case .badHeader(let table, let found):
            "\(table): the header is \(shown(found)); it should be 级别, 所属乡镇, 行政村, apart by tabs"
        case .noRows(let table): "\(table) is announced and has no rows; get the whole document"
        case .strayRow:
            "a row of a grade table that stands in no table; take out the line that breaks the table above it"
        case .endsInsideRow:
            "the text ends inside a table row, without a line end; if nothing is missing, end the last line"
        default: rowSentence
        }
    }

    private var rowSentence: String {
        switch self {
        case .columnCount(let table, let expected, let found):
            "\(table): \(found) cell\(found == 1 ? "" : "s"), a row has \(expected), apart by tabs; correct the row"
        case .noLabel(let table): "\(table): the first row has no grade label; correct the row"
        case .unknownLabel(let table, let text):
            "\(table): \(shown(text)) is no grade label such as 一级; correct the row"
        case .emptyTownship(let table): "\(table): the township cell is empty; correct the row"
        case .badTownship(let table, let text): "\(table): \(shown(text)) is no township name; correct the row"
        case .emptyVillage(let table): "\(table): an empty village name (names stand between 、); correct the row"
        case .badVillage(let table, let text): "\(table): \(shown(text)) is no village name; correct the row"
        case .villageTwice(let landType, let township, let village, let line):
            "\(township) \(village) has its \(landType.name) grade already in line \(line); correct one of the rows"
        default: definitionSentence
        }
    }

    private var definitionSentence: String {
        switch self {
        case .attributeMissing(let attribute, let landType):
            "the definition table gives no \(attribute) for \(landType.name)"
        case .attributeTwice(let attribute, let landType):
            "\(attribute) for \(landType.name) stands already in a row above"
        case .attributeEmpty(let attribute): "\(attribute) is empty; correct the row"
        case .unknownLandType(let text): "\(shown(text)) is none of 园地, 林地, 草地"
        case .badTerm(let text):
            "\(shown(text)) gives no term of use in a known form, such as 园地为 30 年；林地为 70 年"
        case .badDate(let text): "\(shown(text)) is no date such as 2021年12月31日"
        case .undefinedLandType(let landType):
            "a grade table of \(landType.name), which the definition table does not define"
        case .missing(let part): "the document's \(part.words) is not found in the text; \(part.remedy)"
        case .severalDates(let dates):
            "several dates between the document's number and its tables (\(dates.map(\.description).joined(separator: ", "))); "
                + CitationPart.issued.remedy
        default: ""
        }
    }
}

extension CitationPart {
    var words: String {
        switch self {
        case .number: "number (a line such as 湘阴政发〔2025〕1号)"
        case .registration: "registration number (a line such as XYDR-2025-00001)"
        case .title: "title"
        case .issuer: "issuer"
        case .issued: "date of issue"
        case .publication: "publication (lines such as …公报 and 2025年第1期)"
        case .countyName: "county name"
        case .id: "year and number for an edition id"
        }
    }

    var remedy: String {
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
