/// The published document an edition comes from: what a citation must name.
public struct Document: Hashable, Sendable {
    /// `湘阴政发〔2025〕1号`.
    public let number: String
    /// `XYDR-2025-00001`, where the document carries one.
    public let registration: String?
    public let title: String
    /// `湘阴县人民政府`.
    public let issuer: String
    public let issued: CalendarDate
    /// Where it was printed: `湘阴县人民政府公报 2025年第1期`.
    public let publication: String?
    /// The day from which it applies, where the document says so: `自2024年7月1日起施行`.
    public let effective: CalendarDate?
    /// The last day on which it applies, where the document says so.
    public let expires: CalendarDate?
    /// The tables of correction factors (区域因素, 个别因素 …) that it has, as it numbers them: `表6、表7`. Nil: none, as far
    /// as the package says. They are not computed with.
    public let factorTables: String?

    public init(
        number: String, registration: String?, title: String, issuer: String, issued: CalendarDate,
        publication: String?, effective: CalendarDate? = nil, expires: CalendarDate? = nil, factorTables: String? = nil
    ) {
        self.number = number
        self.registration = registration
        self.title = title
        self.issuer = issuer
        self.issued = issued
        self.publication = publication
        self.effective = effective
        self.expires = expires
        self.factorTables = factorTables
    }

    /// The first day on which it is in force: `effective`, else the day of issue.
    public var inForceFrom: CalendarDate { effective ?? issued }
}

/// A row of a table of a document: `表2第11行`. Rows are counted from 1 below the header, across page breaks. A table
/// is named as the document numbers it (`表2`, `附表1-2`), by its place among the document's tables where it has no number
/// (`第3表`), and `正文` is the running text.
public struct TableRow: Hashable, Sendable, CustomStringConvertible {
    /// `表2`.
    public let table: String
    /// Nil where the whole table is meant.
    public let row: Int?

    public init(table: String, row: Int?) {
        self.table = table
        self.row = row
    }

    /// Reads `表2第11行` or `表2`; nil for anything else.
    public init?(_ text: String) {
        var table = text[...]
        var row: Int?
        if text.hasSuffix("行"), let mark = text.lastIndex(of: "第") {
            guard let number = Self.count(text[text.index(after: mark)...].dropLast()) else { return nil }
            row = number
            table = text[..<mark]
        }
        guard Self.isTable(table), row == nil || table != "正文" else { return nil }
        self.init(table: String(table), row: row)
    }

    /// Whether a text names a table in one of the forms a `TableRow` has.
    public static func isTable(_ text: some StringProtocol) -> Bool {
        if text == "正文" { return true }
        guard text.unicodeScalars.count <= 20 else { return false }
        if text.hasPrefix("第"), text.hasSuffix("表") { return count(text.dropFirst().dropLast()) != nil }
        guard let mark = text.lastIndex(of: "表") else { return false }
        let numbers = text[text.index(after: mark)...].split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(numbers.count), numbers.allSatisfy({ count($0) != nil }) else { return false }
        let front = text[..<mark]
        if front.isEmpty || front == "附" { return true }
        guard front.hasPrefix("附件") else { return false }
        return front.dropFirst(2).isEmpty || count(front.dropFirst(2)) != nil
    }

    private static func count(_ digits: some StringProtocol) -> Int? {
        guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(String(digits)), number > 0
        else { return nil }
        return number
    }

    public var description: String { row.map { "\(table)第\($0)行" } ?? table }
}
