package import SystemSupport

extension ShownText {
    /// - Parameter columns: a text that is wider is cut there and ends with `…`.
    package init(_ raw: String, columns: Int) {
        self.init(raw, limit: columns) { DisplayWidth.columns(of: $0) }
    }
}
