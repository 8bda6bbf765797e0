public import AnswerRendering
public import ArgumentParser
public import SystemSupport

/// Where the store is.
public struct StoreOption: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp("Store folder; else LANDGRADE_STORE, else ~/.local/share/landgrade.", valueName: "folder"))
    public var store: String?

    public init() {}
}

/// In which language a command speaks: by `--lang`, else by locale.
public struct LanguageOption: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp("zh or en: the language of the text around the data; else by locale.", valueName: "lang"))
    public var lang: String?

    public init() {}

    public func validate() throws {
        if let fault = Self.fault(lang) { throw ValidationError(fault) }
    }

    public var language: Language { Self.language(lang) }

    /// What is wrong with the value of `--lang`.
    public static func fault(_ lang: String?) -> String? {
        lang.flatMap { Language(rawValue: $0) == nil ? "--lang takes zh or en" : nil }
    }

    public static func language(_ lang: String?) -> Language {
        lang.flatMap(Language.init(rawValue:)) ?? Language(locale: Environment.messageLocale)
    }
}

/// The form of an answer, a list or a comparison.
public struct AnswerFormatOption: ParsableArguments, Sendable {
    /// A text and no enum: each further type that ArgumentParser meets is one more search at start-up.
    @Option(help: ArgumentHelp("text, json or csv.", valueName: "format"))
    public var format: String?

    public init() {}

    public func validate() throws {
        if let fault = Self.fault(format) { throw ValidationError(fault) }
    }

    public var value: OutputFormat { Self.format(format) }

    /// What is wrong with the value of `--format`.
    public static func fault(_ format: String?) -> String? {
        format.flatMap { OutputFormat(rawValue: $0) == nil ? "--format takes text, json or csv" : nil }
    }

    public static func format(_ format: String?) -> OutputFormat {
        format.flatMap(OutputFormat.init(rawValue:)) ?? .text
    }
}

/// The form of a report, which is no table.
public struct ReportFormatOption: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    public var format: ReportFormat = .text

    public init() {}
}

public enum ReportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
    case text, json
}
