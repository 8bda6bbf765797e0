/// A path as given, for a message: controls and invisible characters escaped.
struct ShownPath: CustomStringConvertible {
    private let path: String

    init(_ path: String) { self.path = path }

    var description: String {
        path.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                text += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
