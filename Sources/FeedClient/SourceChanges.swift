public import GradeModel
public import SystemSupport

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

extension PulledEditionKind: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .added: language.pick(zh: "新增", en: "new")
        case .corrected: language.pick(zh: "更正", en: "corrected")
        case .confirmed:
            language.pick(zh: "内容已有，现由发布源签名确认", en: "held already, now vouched for by the source")
        case .withdrawn:
            language.pick(zh: "发布源已撤回；数据库中保留并注明", en: "withdrawn by the source; it stays in the store, marked")
        case .restored: language.pick(zh: "重新列入", en: "listed again")
        }
    }
}
