/// An element of QGIS's XML. Values come from the program alone and are escaped all the same: a name of a column may hold
/// any character that XML knows.
struct StyleXML {
    private let name: String
    private let attributes: KeyValuePairs<String, String>
    private let children: [StyleXML]
    private let text: String

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [StyleXML] = []) {
        (self.name, self.attributes, self.children, text) = (name, attributes, children, "")
    }

    init(_ name: String, text: String) { (self.name, attributes, children, self.text) = (name, [:], [], text) }

    var document: String { "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + serialized("") }

    private func serialized(_ indent: String) -> String {
        let start = indent + "<" + name + attributes.map { " \($0.key)=\"\(Self.escaped($0.value))\"" }.joined()
        if children.isEmpty {
            return text.isEmpty ? start + "/>\n" : start + ">" + Self.escaped(text) + "</" + name + ">\n"
        }
        return start + ">\n" + children.map { $0.serialized(indent + " ") }.joined() + indent + "</" + name + ">\n"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\t", "\n", "\r": "&#\(scalar.value);"
            default: String(scalar)
            }
        }.joined()
    }
}
