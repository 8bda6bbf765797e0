public import GradeStore
import SignedFeed

/// What a run did, or would do.
public struct PullReport: Sendable {
    public internal(set) var sources: [SourceReport] = []
    /// The generation that was made; nil where none was needed.
    public internal(set) var generation: GenerationName?
    /// Set where the new generation is in force and the disk did not confirm it.
    public internal(set) var notDurable: StoreError?

    init() {}

    public var hasFailures: Bool { sources.contains { $0.failure != nil } }
}

public struct SourceReport: Sendable {
    public let source: String
    public let outcome: SourceOutcome
    /// As it stands after the run; nil where there is none that can be read.
    public let record: TrustRecord?

    init(_ record: TrustRecord, _ outcome: SourceOutcome) {
        self.source = record.source
        self.outcome = outcome
        self.record = record
    }

    init(source: String, failure: PullError, record: TrustRecord?) {
        self.source = source
        outcome = .failed(failure)
        self.record = record
    }

    public var failure: PullError? {
        guard case .failed(let error) = outcome else { return nil }
        return error
    }
}

public enum SourceOutcome: Sendable {
    case upToDate
    /// Applied; in a dry run, to be applied. No edition in it: the same editions, signed again.
    case changed(SourceChanges)
    case failed(PullError)
}
