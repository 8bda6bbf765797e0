import SystemSupport
public import TabularText

/// What is said about a list as a whole: one sentence each, without a final line end.
/// Text that came from the list is escaped before it is put in.
public protocol ListWording: Sendable {
    /// How the list is read: encoding, delimiter, columns.
    func format(_ format: ListFormat) -> String
    func columns(_ columns: ColumnMap) -> String
    func sentence(_ error: FormatError) -> String
    func sentence(_ error: ColumnError) -> String
    /// Nil where something else than the list failed: `.failed` holds that.
    func sentence(_ error: ValidationError) -> String?
    func name(_ role: ColumnRole) -> String
    func name(_ verdict: Verdict) -> String
    /// Lines of the summary; `rate` in rows a second, nil where it was too quick to tell.
    func summary(_ summary: ValidationSummary, _ columns: ColumnMap, rate: Int?, byTownship: Bool) -> [String]
}

extension NoteLanguage {
    public var wording: any ListWording {
        switch self {
        case .zh: ChineseListWording()
        case .en: EnglishListWording()
        }
    }
}

extension Delimiter {
    /// As it can be written in a sentence.
    var shown: String { self == .tab ? "TAB" : rawValue }
}

/// The first headers of a list, as many as a person reads.
func shownHeaders(_ headers: [String], between separator: String) -> String {
    let shown = headers.prefix(40).enumerated().map { "\($0.offset + 1)=\(excerpt($0.element))" }
    return shown.joined(separator: separator) + (headers.count > 40 ? " …" : "")
}

/// One cell of several is filled: a title that was written above the table.
func looksLikeTitle(_ headers: [String]) -> Bool {
    headers.count > 1 && headers.count { !$0.allSatisfy(\.isWhitespace) } == 1
}

extension TownshipName {
    /// `湘阴县 金龙镇`
    var text: String { "\(county) \(township)" }
}
