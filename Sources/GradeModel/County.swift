/// A county-level unit, the scope of one gazetteer and of one line of editions. Kept by reference, because each of a
/// country's two million places has one.
public struct County: Hashable, Sendable {
    private let unit: Unit

    /// Six digits, GB/T 2260: `430624`.
    public var code: String { unit.code }
    /// `湘阴县`.
    public var name: String { unit.name }
    /// `湖南省`, where the edition package says so; lets an address be checked, never guessed.
    public var province: String? { unit.province }
    /// `岳阳市`, where the edition package says so.
    public var prefecture: String? { unit.prefecture }

    public init(code: String, name: String, province: String? = nil, prefecture: String? = nil) {
        unit = Unit(code: code, name: name, province: province, prefecture: prefecture)
    }

    /// Whether `code` has the form of a county code: six ASCII digits.
    public static func isCode(_ code: String) -> Bool {
        code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private final class Unit: Hashable, Sendable {
        let code: String
        let name: String
        let province: String?
        let prefecture: String?

        init(code: String, name: String, province: String?, prefecture: String?) {
            self.code = code
            self.name = name
            self.province = province
            self.prefecture = prefecture
        }

        static func == (a: Unit, b: Unit) -> Bool {
            a === b
                || a.code == b.code && a.name == b.name && a.province == b.province && a.prefecture == b.prefecture
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(code)
            hasher.combine(name)
        }
    }
}
