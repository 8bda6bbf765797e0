extension JSONValue {
    /// The value as JSON text without a final line end. `pretty` puts each member and element on a line of its own,
    /// indented by two spaces, except empty ones.
    public func text(pretty: Bool = false) -> String {
        var out = ""
        write(to: &out, indent: pretty ? 0 : nil)
        return out
    }

    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .null: out += "null"
        case .bool(let flag): out += flag ? "true" : "false"
        case .integer(let number): out += String(number)
        case .otherNumber(let text): out += text
        case .string(let text): Self.write(text, to: &out)
        case .array(let elements):
            Self.write(elements, open: "[", close: "]", to: &out, indent: indent) { element, inner, out in
                element.write(to: &out, indent: inner)
            }
        case .object(let members):
            Self.write(members, open: "{", close: "}", to: &out, indent: indent) { member, inner, out in
                Self.write(member.key, to: &out)
                out += inner == nil ? ":" : ": "
                member.value.write(to: &out, indent: inner)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], open: String, close: String, to out: inout String, indent: Int?,
        each: (Element, Int?, inout String) -> Void
    ) {
        out += open
        let inner = indent.map { $0 + 1 }
        for (index, element) in elements.enumerated() {
            if index > 0 { out += "," }
            breakLine(inner, in: &out)
            each(element, inner, &out)
        }
        if !elements.isEmpty { breakLine(indent, in: &out) }
        out += close
    }

    private static func breakLine(_ indent: Int?, in out: inout String) {
        guard let indent else { return }
        out += "\n" + String(repeating: "  ", count: indent)
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            // C0 must be escaped by the grammar; DEL, C1 and the two line separators are for the terminals, logs and
            // script contexts this text passes through.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
