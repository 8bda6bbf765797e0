/// Something to be known of one cell of a typed table, which its text does not show.
public struct CellFlag: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A formula; the text is the value that was saved with it.
        case formula
        /// A formula that no value was saved with: the text is empty.
        case formulaWithoutValue
        /// An error value such as `#REF!` or `#DIV/0!`, or a number that did not fit into its field; the text is as it stands there.
        case errorValue
        /// A number of more digits than a spreadsheet keeps (15): if it was a code, its last ones are lost.
        case longNumber
        /// Bytes, no text: the text is empty.
        case binary
        /// A text that did not fit into its field and ends in half a character, which is left out.
        case cut
    }

    /// The record's number in its block.
    public let record: Int
    /// The column, from 0.
    public let column: Int
    public let kind: Kind
    /// Where a person finds it: `D5`, or `#17` for the row with that id.
    public let place: String

    public init(record: Int, column: Int, kind: Kind, place: String) {
        self.record = record
        self.column = column
        self.kind = kind
        self.place = place
    }
}
