import GradeModel

/// What the editions say of one place and one land type: all the judgement of a row depends on besides what the row
/// declares and how its place was matched. Packed, as a country has two million of them.
struct LandFacts: Hashable, Sendable {
    enum State: UInt32, Sendable {
        /// No edition was in force.
        case noEdition
        /// The edition grades this land type nowhere.
        case notPublished
        case notListed
        case listed
        /// The township is graded as a whole.
        case listedAsWhole
        /// The village is graded by parts, and not all of them the same.
        case byPart
        /// The village is graded by parts, all of them the same.
        case alikeByPart
    }

    /// bits 0–2 state, 3–7 held, 8–12 printed, 13 disputed, 14 compared, 15–19 what comes after, 20–30 erratum or parts,
    /// 31 withdrawn
    let bits: UInt32

    /// - Parameters:
    ///   - erratum: of the states by part, the number of the parts.
    ///   - after: as `LaterGrades` numbers it.
    init(
        state: State, held: Grade? = nil, printed: Grade? = nil, isDisputed: Bool = false, erratum: Int = 0,
        isCompared: Bool = false, after: Int = 0, isWithdrawn: Bool = false
    ) {
        precondition(erratum < Self.errata, "an edition has a few errata")
        precondition(after < Self.laterNumbers, "five bits")
        bits =
            state.rawValue | UInt32(held?.rawValue ?? 0) << 3 | UInt32(printed?.rawValue ?? 0) << 8
            | (isDisputed ? 1 << 13 : 0) | (isCompared ? 1 << 14 : 0) | UInt32(after) << 15
            | UInt32(erratum) << 20 | (isWithdrawn ? 1 << 31 : 0)
    }

    init(bits: UInt32) { self.bits = bits }

    /// Limit of different erratum ids, and of lists of parts.
    static let errata = 1 << 11
    /// Limit of numbers of what comes after.
    static let laterNumbers = 1 << 5

    var state: State { State(rawValue: bits & 7) ?? .noEdition }
    /// The state is `listedAsWhole`.
    @inline(__always)
    var isListedAsWhole: Bool { bits & 7 == State.listedAsWhole.rawValue }
    var held: Grade? { Grade(rawValue: Int(bits >> 3 & 31)) }
    var printed: Grade? { Grade(rawValue: Int(bits >> 8 & 31)) }
    var isDisputed: Bool { bits & 1 << 13 != 0 }
    /// A second edition of this county was asked for.
    var isCompared: Bool { bits & 1 << 14 != 0 }
    /// What the second edition says, as `LaterGrades` numbers it.
    var after: Int { Int(bits >> 15 & 31) }
    /// Index in a list of ids, or of lists of parts; 0 is none.
    var erratum: Int { Int(bits >> 20) & (Self.errata - 1) }
    /// The edition that says so was withdrawn.
    var isWithdrawn: Bool { bits & 1 << 31 != 0 }
}
