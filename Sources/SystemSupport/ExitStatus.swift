/// How every program of landgrade ends.
public enum ExitStatus: Int32, Sendable {
    /// Found; all rows fine; up to date. A closed pipe counts as this.
    case success = 0
    /// The question was answered, with "no": unknown, ambiguous, rows that need attention.
    case no = 1
    /// It could not be answered: bad file, no store.
    case failure = 2
    /// The command line makes no sense.
    case usage = 64
}
