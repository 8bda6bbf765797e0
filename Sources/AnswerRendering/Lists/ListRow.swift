import StrictJSON
import SystemSupport

/// A row type that a list can be made of, in every format.
protocol ListRow: Sendable {
    /// The key of the array in the JSON object: `townships`.
    static var key: String { get }
    static var header: [String] { get }
    var json: JSONValue { get }
    /// As many cells as `header`; several records where one row says several things.
    var records: [[String]] { get }
    /// For people; `rows` is not empty. The last line ends with a line end.
    static func text(_ rows: [Self], in language: Language) -> String
}
