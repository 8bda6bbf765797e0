/// A generation of a store as `generations` shows it.
public struct GenerationRow: Hashable, Sendable {
    public let number: Int
    /// `gen-00000001.sqlite`.
    public let file: String
    public let bytes: Int
    /// When the file was made, `2026-11-24T08:00:00Z`: a generation is never written to afterwards. Nil where the file
    /// system can't say.
    public let made: String?
    /// In the order of `editions`; nil where the file can't be read as a generation.
    public let editions: [EditionID]?
    /// The store's link names it.
    public let isCurrent: Bool
    public let state: State

    public enum State: String, CaseIterable, Hashable, Sendable {
        /// The whole file has the hash that was noted when it was made.
        case intact
        case changed
        /// There is no noted hash to hold it against.
        case noChecksum = "no_checksum"
        /// No generation that this program reads, whatever its hash.
        case unreadable
    }

    public init(
        number: Int, file: String, bytes: Int, made: String?, editions: [EditionID]?, isCurrent: Bool, state: State
    ) {
        self.number = number
        self.file = file
        self.bytes = bytes
        self.made = made
        self.editions = editions
        self.isCurrent = isCurrent
        self.state = state
    }
}
