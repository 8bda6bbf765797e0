public import AnswerRendering
public import ArgumentParser
public import SystemSupport

/// Where the store is.
public struct StoreOption: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            zh: "数据库所在文件夹；不写则依次取 LANDGRADE_STORE、~/.local/share/landgrade。",
            en: "Store folder; else LANDGRADE_STORE, else ~/.local/share/landgrade.", value: .folder))
    public var store: String?

    public init() {}
}

/// In which language a command speaks: by `--lang`, else by locale.
public struct LanguageOption: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            zh: "zh 或 en：数据以外文字的语言；不写则按区域设置。",
            en: "zh or en: the language of the text around the data; else by locale.", value: .language))
    public var lang: String?

    public init() {}

    public func validate() throws {
        if let fault = Self.fault(lang) { throw ValidationError(fault) }
    }

    public var language: Language { Self.language(lang) }

    /// What is wrong with the value of `--lang`.
    public static func fault(_ lang: String?) -> Remark? {
        lang.flatMap {
            Language(rawValue: $0) == nil ? Remark(zh: "--lang 只能是 zh 或 en", en: "--lang takes zh or en") : nil
        }
    }

    public static func language(_ lang: String?) -> Language {
        lang.flatMap(Language.init(rawValue:)) ?? Language(locale: Environment.messageLocale)
    }
}

/// The form of an answer, a list or a comparison.
public struct AnswerFormatOption: ParsableArguments, Sendable {
    /// A text and no enum: each further type that ArgumentParser meets is one more search at start-up.
    @Option(help: ArgumentHelp(zh: "text、json 或 csv。", en: "text, json or csv.", value: .format))
    public var format: String?

    public init() {}

    public func validate() throws {
        if let fault = Self.fault(format) { throw ValidationError(fault) }
    }

    public var value: OutputFormat { Self.format(format) }

    /// What is wrong with the value of `--format`.
    public static func fault(_ format: String?) -> Remark? {
        format.flatMap {
            OutputFormat(rawValue: $0) == nil
                ? Remark(zh: "--format 只能是 text、json 或 csv", en: "--format takes text, json or csv") : nil
        }
    }

    public static func format(_ format: String?) -> OutputFormat {
        format.flatMap(OutputFormat.init(rawValue:)) ?? .text
    }
}

/// The form of a report, which is no table.
public struct ReportFormatOption: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp(zh: "text 或 json。", en: "text or json.", value: .format))
    public var format: ReportFormat = .text

    public init() {}
}

public enum ReportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
    case text, json
}
