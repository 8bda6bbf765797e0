public import GradeModel
import StrictJSON
public import SystemSupport
public import SystemSupport
import TabularText

/// Writes answers and lists in one format and one language, ready for standard output.
///
///     let renderer = AnswerRenderer(format: .text, language: .zh)
///     renderer.render(answer)    // 湘阴县 金龙镇 芙蓉村（村） …
///     renderer.offer(of: answer)    // for standard error
public struct AnswerRenderer: Sendable {
    public let format: OutputFormat
    public let language: Language
    private let layout: JSONLayout

    /// How JSON is laid out; the value is the same.
    public enum JSONLayout: Hashable, Sendable {
        /// A member a line, for people.
        case indented
        /// No white space, for the wire.
        case compact
    }

    public init(format: OutputFormat, language: Language, layout: JSONLayout = .indented) {
        self.format = format
        self.language = language
        self.layout = layout
    }

    /// UTF-8, the last line with its line end.
    public func render(_ answer: Answer) -> [UInt8] {
        switch format {
        case .text: Array(AnswerText.text(answer, in: language).utf8)
        case .json: bytes(AnswerJSON.value(answer))
        case .csv: Self.bytes(header: AnswerCSV.header, AnswerCSV.records(answer))
        }
    }

    /// The line without its end that belongs on standard error beside an answer: near names, and in CSV, which has no
    /// record for it, why no place answers. Nil where there is nothing to say, and in JSON, which holds all of it.
    public func offer(of answer: Answer) -> Sentence? {
        guard format != .json else { return nil }

        var remarks: [Sentence] = []
        if format == .csv, answer.matches.isEmpty {
            remarks.append(AnswerText.sentence(for: answer, in: language))
        }
        if !answer.suggestions.isEmpty, answer.namedTownships.isEmpty {
            remarks.append(Notice.nearNames(Self.names(answer.suggestions)).sentence(in: language))
        }
        return remarks.isEmpty ? nil : remarks.joined(separator: " ")
    }

    public func render(_ townships: [TownshipRow]) -> [UInt8] { list(townships) }

    public func render(_ villages: [VillageRow]) -> [UInt8] { list(villages) }

    public func render(_ grades: [GradeRow]) -> [UInt8] { list(grades) }

    public func render(_ editions: [EditionRow]) -> [UInt8] { list(editions) }

    public func render(_ generations: [GenerationRow]) -> [UInt8] { list(generations) }

    public func render(_ definitions: [DefinitionRow]) -> [UInt8] { list(definitions) }

    public func render(_ report: StoreReport) -> [UInt8] {
        switch format {
        case .text: Array(report.text(in: language).utf8)
        case .json: bytes(report.json)
        case .csv: Self.bytes(header: StoreReport.header, report.records)
        }
    }

    private func list<Row: ListRow>(_ rows: [Row]) -> [UInt8] {
        switch format {
        case .text:

            return Array((rows.isEmpty ? language.nothingListed.text + "\n" : Row.text(rows, in: language)).utf8)
        case .json: return bytes(.object([JSONMember(Row.key, .array(rows.map(\.json)))]))
        case .csv: return Self.bytes(header: Row.header, rows.flatMap(\.records))
        }
    }

    func bytes(_ value: JSONValue) -> [UInt8] {
        Array((value.text(pretty: layout == .indented) + "\n").utf8)
    }

    static func bytes(header: [String], _ records: [[String]]) -> [UInt8] {
        var text = CSVText()
        text.append(header)
        for record in records { text.append(record.map(SafeCell.text)) }
        return text.bytes
    }

    /// With the county in front only where there is more than one.
    private static func names(_ suggestions: [Suggestion]) -> [String] {
        let isOneCounty = Set(suggestions.map(\.county.code)).count == 1
        return suggestions.map { suggestion in
            let names = [suggestion.township, suggestion.village].compactMap(\.self)
            let county = isOneCounty && !names.isEmpty ? [] : [suggestion.county.name]
            return (county + names).joined(separator: " ")
        }
    }
}
