package import SystemSupport

extension Sentence.Interpolation {
    /// - Parameter columns: a text that is wider is cut there and ends with `…`.
    package mutating func appendInterpolation(_ raw: String, columns: Int) {
        appendInterpolation(raw, limit: columns) { DisplayWidth.columns(of: $0) }
    }
}
