public import GradeModel

/// What the caller knows, or knows better than the document.
public struct ImportOptions: Hashable, Sendable {
    public let countyCode: String
    public var countyName: String?
    public var province: String?
    public var prefecture: String?
    public var id: EditionID?
    public var number: String?
    public var registration: Stated = .find
    public var title: String?
    public var issuer: String?
    public var issued: CalendarDate?
    public var publication: Stated = .find
    /// The one right that the edition holds, of a document that has several: 土地承包经营权.
    public var rights: String?

    /// What may truly be absent is either found, given, or said to be absent.
    public enum Stated: Hashable, Sendable {
        case find
        case given(String)
        case absent
    }

    /// `countyCode` has the form of `County.isCode`.
    public init(countyCode: String) { self.countyCode = countyCode }
}
