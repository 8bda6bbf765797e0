public import GradeModel

/// What a source's list would change, or has changed, in a store. Empty: the same editions, signed again.
public struct SourceChanges: Hashable, Sendable {
    public internal(set) var editions: [PulledEdition] = []
}

public struct PulledEdition: Hashable, Sendable {
    public let id: EditionID
    public let kind: PulledEditionKind
    /// Against the edition that this one corrects or follows; nil where there is none.
    public let comparison: EditionComparison?

    init(_ id: EditionID, _ kind: PulledEditionKind, _ comparison: EditionComparison? = nil) {
        self.id = id
        self.kind = kind
        self.comparison = comparison
    }
}

public enum PulledEditionKind: String, CaseIterable, Hashable, Sendable {
    /// Not held before.
    case added
    /// The same edition with other contents.
    case corrected
    /// The same contents as were held from elsewhere (compiled in, imported), now vouched for by the source.
    case confirmed
    /// Not listed any more. It stays in the store, marked.
    case withdrawn
    /// Withdrawn before, listed again.
    case restored
}
