import GradeModel

/// Finds what a citation must name in the text around the annex: the document's number above it with title and
/// registration, issuer and date at its foot, the gazette's name and issue on its cover.
struct CitationReading {
    private let text: GazetteText
    private let annex: Annex
    private let options: ImportOptions

    init(_ text: GazetteText, _ annex: Annex, _ options: ImportOptions) {
        self.text = text
        self.annex = annex
        self.options = options
    }

    /// Lines from the start to the first table.
    private var above: ArraySlice<SourceLine> { text.lines[..<(annex.definitions.line - 1)] }

    func document() throws(GazetteError) -> Document {
        let head = self.head
        guard let number = options.number ?? head?.number else { throw missing(.number) }
        guard let title = options.title ?? head?.title else { throw missing(.title) }
        let foot = try self.foot(below: head?.line)
        guard let issued = options.issued ?? foot?.date else { throw missing(.issued) }
        guard let issuer = options.issuer ?? foot?.issuer else { throw missing(.issuer) }
        return Document(
            number: number, registration: try stated(options.registration, .registration) { head?.registration },
            title: title, issuer: issuer, issued: issued,
            publication: try stated(options.publication, .publication) { publication(above: head?.line) })
    }

    func county() throws(GazetteError) -> County {
        guard let name = options.countyName ?? countyName else { throw missing(.countyName) }
        return County(
            code: options.countyCode, name: name, province: options.province, prefecture: options.prefecture)
    }

    /// `430624-2025-1` for number 湘阴政发〔2025〕1号.
    func id(_ document: Document) throws(GazetteError) -> EditionID {
        if let id = options.id { return id }
        guard let parts = DocumentNumber(document.number),
            let id = EditionID("\(options.countyCode)-\(parts.year)-\(parts.serial)")
        else { throw missing(.id) }
        return id
    }

    private func missing(_ part: CitationPart) -> GazetteError {
        GazetteError(line: annex.definitions.line, .missing(part))
    }

    private func stated(
        _ option: ImportOptions.Stated, _ part: CitationPart, find: () -> String?
    ) throws(GazetteError) -> String? {
        switch option {
        case .absent: return nil
        case .given(let text): return text
        case .find:
            guard let found = find() else { throw missing(part) }
            return found
        }
    }

    /// The caption names the county before the land types: 湘阴县园地、林地、草地级别基准地价内涵.
    private var countyName: String? {
        let title = annex.definitions.title
        let name = title.prefix { !"园林草".contains($0) }
        return Grammar.isName(String(name)) && "县市区旗".contains(name.last ?? " ") ? String(name) : nil
    }

    private struct Head {
        let line: Int
        let number: String
        let title: String
        let registration: String?
    }

    /// The nearest document number above the annex, where the title over it speaks of the annex's land: otherwise it is
    /// the number of another document.
    private var head: Head? {
        guard let index = above.lastIndex(where: { DocumentNumber($0.compact) != nil }) else { return nil }
        var rest = text.lines[..<index]
        while rest.last?.isBlank == true { rest.removeLast() }
        var title = ""
        while let line = rest.last, !line.isBlank, !line.isRow, !Self.isRegistration(line.compact) {
            title = line.compact + title
            rest.removeLast()
        }
        guard title.contains("基准地价") || LandType.allCases.contains(where: { title.contains($0.name) }) else {
            return nil
        }
        while rest.last?.isBlank == true { rest.removeLast() }
        let registration = rest.last.map(\.compact).flatMap { Self.isRegistration($0) ? $0 : nil }
        let line = text.lines[index]
        return Head(line: line.number, number: line.compact, title: title, registration: registration)
    }

    /// `XYDR-2025-00001`.
    private static func isRegistration(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && (2...8).contains(parts[0].utf8.count)
            && parts[0].utf8.allSatisfy { (0x41...0x5A).contains($0) }
            && parts[1].utf8.count == 4 && parts[2].utf8.count == 5
            && (parts[1] + parts[2]).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The one date between the number and the tables, and who signs above it.
    private func foot(below head: Int?) throws(GazetteError) -> (date: CalendarDate, issuer: String?)? {
        guard let head else { return nil }
        let body = above[head...]
        let dated = body.filter { ChineseDate.date($0.text) != nil }
        guard dated.count <= 1 || options.issued != nil else {
            throw GazetteError(line: dated.last?.number, .severalDates(dated.compactMap { ChineseDate.date($0.text) }))
        }
        guard let line = dated.first, let date = ChineseDate.date(line.text) else { return nil }
        let signer = body[..<(line.number - 1)].last { !$0.isBlank }?.compact
        return (date, signer.flatMap { Grammar.isName($0) ? $0 : nil })
    }

    /// `湘阴县人民政府公报 2025年第1期`.
    private func publication(above head: Int?) -> String? {
        let front = head.map { text.lines[..<($0 - 1)] } ?? above
        let names = front.lazy.map(\.compact)
        guard let name = names.first(where: { $0.hasSuffix("公报") && Grammar.isName($0) }),
            let issue = names.first(where: Self.isIssue)
        else { return nil }
        return "\(name) \(issue)"
    }

    /// `2025年第1期`.
    private static func isIssue(_ text: String) -> Bool {
        let parts = text.split(separator: "年第", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count == 4 && Grammar.whole(String(parts[0])) != nil
            && parts[1].hasSuffix("期") && Grammar.whole(String(parts[1].dropLast())) != nil
    }
}

/// `湘阴政发〔2025〕1号`: who, year, serial number.
struct DocumentNumber {
    let year: Int
    let serial: Int

    init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { "〔〕[]［］".contains($0) }.map(String.init)
        guard parts.count == 3, Grammar.isName(parts[0]), parts[1].utf8.count == 4,
            let year = Grammar.whole(parts[1]), parts[2].hasSuffix("号"),
            let serial = Grammar.whole(String(parts[2].dropLast()))
        else { return nil }
        self.year = year
        self.serial = serial
    }
}
