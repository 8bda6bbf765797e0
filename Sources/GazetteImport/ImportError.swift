public import GradeModel
public import SourceDocuments
public import SystemSupport
public import TabularText

/// Why nothing can be made of a document, and where.
public struct ImportError: Error, Hashable, Sendable {
    public let place: SourcePlace?
    public let problem: ImportProblem

    public init(place: SourcePlace?, _ problem: ImportProblem) {
        self.place = place
        self.problem = problem
    }
}

/// What a citation needs and the document is searched for.
public enum CitationPart: String, CaseIterable, Hashable, Sendable {
    case number, registration, title, issuer, issued, publication, countyName, id
}

public enum ImportProblem: Hashable, Sendable {
    /// No table of the document is about grades or prices of our land; the headers that were seen.
    case noTables(seen: [String])
    case noGradeTable
    /// A caption without a table below it.
    case announced(String)
    case otherCounty(found: String, expected: String)
    case secondTable(LandType, table: String, first: String)
    case secondDefinitions(first: String)
    case noSuchRight(String, known: [String])
    case endsInsideRow
    // The list of places
    case places(CSVError)
    case placesHeader(String)
    case placesRow(line: Int, text: String)
}

extension ImportError: Worded {
    /// `line 197: 表2 …`, with the remedy.
    public func sentence(in language: Language) -> Sentence {
        let sentence = problem.sentence(in: language)
        guard let place = place?.sentence(in: language), !place.isEmpty else { return sentence }
        return language.pick(zh: "\(place)：\(sentence)", en: "\(place): \(sentence)")
    }
}

extension SourcePlace: Worded {
    /// `line 12`; `table 2, row 3, column 1`; `sheet "地价", row 3, column 2`. `第12行`; `第2个表第3行第1列`.
    public func sentence(in language: Language) -> Sentence {
        if let line {
            let column = column.map { language.pick(zh: "第\($0)栏", en: ", column \($0)") } ?? ""
            return language.pick(zh: "第\(line)行\(column)", en: "line \(line)\(column)")
        }
        var parts: [Sentence] = []
        if let sheet { parts.append(language.pick(zh: "工作表“\(sheet)”", en: "sheet \(quoted: sheet)")) }
        if let page { parts.append(language.pick(zh: "第\(page)页", en: "page \(page)")) }
        if let table, sheet == nil { parts.append(language.pick(zh: "第\(table)个表", en: "table \(table)")) }
        if let row { parts.append(language.pick(zh: "第\(row)行", en: "row \(row)")) }
        if let column { parts.append(language.pick(zh: "第\(column)列", en: "column \(column)")) }
        return parts.joined(separator: language.pick(zh: "", en: ", "))
    }
}

extension ImportProblem: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .noTables(let seen):
            language.pick(
                zh: "没有找到园地、林地或草地的级别表或基准地价表；"
                    + (seen.isEmpty
                        ? "文件中一张表也没有：附表是不是在另一个文件中，或者是图片？"
                        : "见到的表头：\(seen.map { "“\(line: $0)”" as Sentence }.joined(separator: "；"))；是不是选错了文件？"),
                en: "no table of grades or base prices of 园地, 林地 or 草地 was found; "
                    + (seen.isEmpty
                        ? "there is no table at all: is the annex in a file of its own, or a picture?"
                        : "headers seen: \(seen.map { "\(quoted: $0)" as Sentence }.joined(separator: "; ")); is this the right document?")
            )
        case .noGradeTable:
            language.pick(
                zh: "只有基准地价或内涵，没有写明各地是什么级别的表；请把有级别表的文件一并写上",
                en:
                    "base prices or definitions, and no table that says which place has which grade; name the file with the grade tables too"
            )
        case .announced(let caption):
            language.pick(
                zh: "“\(caption)”之后没有表；如果是图片或在另一个文件中，请取得表格并把那个文件一并写上",
                en:
                    "\(quoted: caption) is announced and no table follows; if it is a picture or in another file, get it as a table and name that file too"
            )
        case .otherCounty(let found, let expected):
            language.pick(
                zh: "表题写的是\(found)，不是\(expected)；请改正 --county-name，或者只留一个县的表",
                en:
                    "the caption names \(found), not \(expected); correct --county-name, or leave only one county's tables"
            )
        case .secondTable(let landType, let table, let first):
            language.pick(
                zh: "\(table)又给\(landType.name)定级，前面已有\(first)；请只留一份文件的表",
                en: "\(table) grades \(landType.name) again, after \(first); leave only one document's tables")
        case .secondDefinitions(let first):
            language.pick(
                zh: "有第二张内涵表，前面已有\(first)；请只留一份文件的表",
                en: "a second definition table, after \(first); leave only one document's tables")
        case .noSuchRight(let right, let known):
            language.pick(
                zh: "--rights “\(right)”：文件中的权利有\(known.joined(separator: "、"))；请写其中一种",
                en:
                    "--rights \(quoted: right): the document's rights are \(known.joined(separator: "、")); name one of them"
            )
        case .endsInsideRow:
            language.pick(
                zh: "文本在表的一行中间结束，末行没有换行；如果并没有缺少内容，请在末行后加一个换行",
                en: "the text ends inside a table row, without a line end; if nothing is missing, end the last line")
        case .places(let reason):
            language.pick(
                zh: "读不了村名表：\(reason.sentence(in: .zh))",
                en: "the list of places can't be read: \(reason.sentence(in: .en))")
        case .placesHeader(let header):
            language.pick(
                zh: "村名表要有“乡镇”“村”两列；现有“\(header)”",
                en: "the list of places needs the columns township and village (乡镇, 村); it has \(quoted: header)")
        case .placesRow(let line, let text):
            language.pick(
                zh: "村名表第 \(line) 行“\(text)”不是乡镇和村；请改正",
                en: "the list of places, line \(line): \(quoted: text) is no township and village; correct the row")
        }
    }
}
