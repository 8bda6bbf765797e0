/// A place where what the document prints and what we hold differ.
public struct Erratum: Hashable, Sendable {
    /// `E1`, `E2` …, unique in its edition.
    public let id: String
    public let printed: String
    public let held: String
    public let evidence: String
    public let status: ErratumStatus

    public init(id: String, printed: String, held: String, evidence: String, status: ErratumStatus) {
        self.id = id
        self.printed = printed
        self.held = held
        self.evidence = evidence
        self.status = status
    }
}

public enum ErratumStatus: String, CaseIterable, Hashable, Sendable {
    case proposed, confirmed, rejected
}
