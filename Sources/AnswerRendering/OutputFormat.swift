/// The form an answer or a list is written in.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
    /// For people, at most 80 columns wide where the data allows.
    case text
    /// One object, keys and enum values always English.
    case json
    /// RFC 4180 with a header line and LF line ends.
    case csv
}
