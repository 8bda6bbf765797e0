import GradeModel

extension RowJudge {
    /// What a row's cells come to: a place and the rule it was matched by, or why there is none.
    enum Found {
        case place(Int, UInt16)
        case failure(Int)

        init(_ known: ByteTable.Entry) {
            self = known.tag == failed ? .failure(Int(known.value)) : .place(Int(known.value), known.tag)
        }
    }

    /// Why a row has no place.
    struct Failure: Sendable {
        var verdict: Int
        /// The number of the township that was found and is graded as a whole for some land type; -1: none.
        var whole: Int32
        var before: Pieces.Range
        var place: Pieces.Range
        var after: Pieces.Range
        /// The row is asked for more of its cells before it is said.
        var mayBeNoParcel: Bool
    }

    /// Which counties a row is looked for in.
    struct Scope: Sendable {
        /// Nil: any.
        let counties: [County]?
        /// Numbers can be set aside.
        let splits: Bool
        /// Not nil: in addresses that are not known, too.
        let ends: AddressEnds?
    }
}
