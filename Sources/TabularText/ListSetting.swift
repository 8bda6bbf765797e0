public import SystemSupport

/// What a person can say of how a list is to be read, by the name that each surface has for it.
public enum ListSetting: String, Sendable {
    case sheet
    case headerRow = "header_row"
    case layer
    case encoding
    case delimiter
    case columns
    case units

    /// As it is named: `--sheet`, ‘Sheet’, sheet.
    public func name(in language: Language) -> Sentence {
        Sentence(
            command: "--\(option)", page: language.pick(zh: "“\(field(.zh))”", en: "‘\(field(.en))’"),
            interface: "\(rawValue)")
    }

    /// “请用 --sheet 指定”, “请在“工作表”栏指定”, “请用参数 sheet 指定”.
    ///
    /// - Parameter value: the value after an option or in a parameter; a field of a page shows it itself.
    public func remedy(_ value: Sentence = "", in language: Language) -> Sentence {
        let behind: Sentence = value.isEmpty ? "" : " \(value)"
        return language.pick(
            zh: Sentence(
                command: "请用 --\(option)\(behind) 指定", page: "请在“\(field(.zh))”栏指定",
                interface: "请用参数 \(rawValue)\(behind) 指定"),
            en: Sentence(
                command: "give it with --\(option)\(behind)", page: "choose it in the field ‘\(field(.en))’",
                interface: "give it with the parameter \(rawValue)\(behind)"))
    }

    private var option: Sentence { self == .headerRow ? "header-row" : "\(rawValue)" }

    /// The label of the page's field.
    public func field(_ language: Language) -> Sentence {
        switch self {
        case .sheet: language.pick(zh: "工作表", en: "Sheet")
        case .headerRow: language.pick(zh: "表头所在行", en: "Row of the header")
        case .layer: language.pick(zh: "图层", en: "Layer")
        case .encoding: language.pick(zh: "文字编码", en: "Encoding")
        case .delimiter: language.pick(zh: "分隔符", en: "Delimiter")
        case .columns: language.pick(zh: "各列的含义", en: "What the columns are")
        case .units: language.pick(zh: "单位", en: "Units")
        }
    }
}
