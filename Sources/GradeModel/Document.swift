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

    public init(
        number: String, registration: String?, title: String, issuer: String, issued: CalendarDate, publication: String?
    ) {
        self.number = number
        self.registration = registration
        self.title = title
        self.issuer = issuer
        self.issued = issued
        self.publication = publication
    }
}

/// A row of a numbered table of a document: `表2第11行`. Rows are counted from 1 below the header, across page breaks.
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
        guard text.hasPrefix("表") else { return nil }
        let parts = text.dropFirst().split(separator: "第", omittingEmptySubsequences: false)
        func count(_ digits: Substring) -> Int? {
            guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(digits), number > 0
            else { return nil }
            return number
        }
        guard let table = parts.first.flatMap(count), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(table: "表\(table)", row: nil)
            return
        }
        guard parts[1].hasSuffix("行"), let row = count(parts[1].dropLast()) else { return nil }
        self.init(table: "表\(table)", row: row)
    }

    public var description: String { row.map { "\(table)第\($0)行" } ?? table }
}
