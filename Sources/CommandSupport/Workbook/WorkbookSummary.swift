public import SystemSupport

/// What stands on a workbook's summary sheet, worded by the program that made the rows.
public struct WorkbookSummary: Hashable, Sendable {
    /// A name and what it is: `对照成果版本`, `430624-2025-1`.
    public struct Fact: Hashable, Sendable {
        public let name: String
        public let text: String
        /// The text is a number, which a spreadsheet can reckon with.
        public let isNumber: Bool

        public init(_ name: String, _ text: String, isNumber: Bool = false) {
            self.name = name
            self.text = text
            self.isNumber = isNumber
        }

        public init(_ name: Sentence, _ text: Sentence) { self.init(name.text, text.text) }

        public init(_ name: Sentence, number: Sentence) { self.init(name.text, number.text, isNumber: true) }
    }

    /// How serious a count is: it gets the colour that its rows have.
    public enum Mark: String, Hashable, Sendable {
        case fine, doubtful, wrong
    }

    public struct Count: Hashable, Sendable {
        public let name: String
        public let count: Int
        public let mark: Mark

        public init(_ name: String, _ count: Int, _ mark: Mark) {
            self.name = name
            self.count = count
            self.mark = mark
        }
    }

    /// A table of counts; each row has one for each column but the first.
    public struct Table: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public let name: String
            public let counts: [Int]

            public init(_ name: String, _ counts: [Int]) {
                self.name = name
                self.counts = counts
            }
        }

        /// The first is the name's.
        public let columns: [String]
        public let rows: [Row]

        public init(columns: [String], rows: [Row]) {
            self.columns = columns
            self.rows = rows
        }
    }

    public let title: String
    public let facts: [Fact]
    /// What stands over the names of the counts, and over the numbers.
    public let nameColumn: String
    public let countColumn: String
    /// Shown as a table and as a chart of bars, in this order.
    public let counts: [Count]
    public let townships: Table?

    public init(
        title: String, facts: [Fact], nameColumn: String, countColumn: String, counts: [Count],
        townships: Table? = nil
    ) {
        self.title = title
        self.facts = facts
        self.nameColumn = nameColumn
        self.countColumn = countColumn
        self.counts = counts
        self.townships = townships
    }
}
