import GradeModel

/// What the editions say of one place and one land type: all the judgement of a row depends on besides what the row
/// declares and how its place was matched. Packed, as a country has two million of them.
struct LandFacts: Hashable, Sendable {
    enum State: UInt32 {
        /// No edition was in force.
        case noEdition
        /// The edition grades this land type nowhere.
        case notPublished
        case notListed
        case listed
    }

    /// bits 0–1 state, 2–6 held, 7–11 printed, 12 disputed, 13 compared, 14–18 grade after, 19–30 erratum, 31 withdrawn
    let bits: UInt32

    init(
        state: State, held: Grade? = nil, printed: Grade? = nil, isDisputed: Bool = false, erratum: Int = 0,
        isCompared: Bool = false, after: Grade? = nil, isWithdrawn: Bool = false
    ) {
        precondition(erratum < Self.errata, "an edition has a few errata")
        bits =
            state.rawValue | UInt32(held?.rawValue ?? 0) << 2 | UInt32(printed?.rawValue ?? 0) << 7
            | (isDisputed ? 1 << 12 : 0) | (isCompared ? 1 << 13 : 0) | UInt32(after?.rawValue ?? 0) << 14
            | UInt32(erratum) << 19 | (isWithdrawn ? 1 << 31 : 0)
    }

    init(bits: UInt32) { self.bits = bits }

    /// More different erratum ids than this can't be told apart.
    static let errata = 1 << 12

    var state: State { State(rawValue: bits & 3) ?? .noEdition }
    var held: Grade? { Grade(rawValue: Int(bits >> 2 & 31)) }
    var printed: Grade? { Grade(rawValue: Int(bits >> 7 & 31)) }
    var isDisputed: Bool { bits & 1 << 12 != 0 }
    /// A second edition of this county was asked for.
    var isCompared: Bool { bits & 1 << 13 != 0 }
    var after: Grade? { Grade(rawValue: Int(bits >> 14 & 31)) }
    /// Index in a list of ids; 0 is none.
    var erratum: Int { Int(bits >> 19) & (Self.errata - 1) }
    /// The edition that says so was withdrawn.
    var isWithdrawn: Bool { bits & 1 << 31 != 0 }
}
