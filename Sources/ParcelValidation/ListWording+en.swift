import SystemSupport
import TabularText

struct EnglishListWording: ListWording {
    func format(_ format: ListFormat) -> String {
        "encoding \(name(format.encoding))\(format.isASCII ? " (only ASCII seen so far)" : ""), delimiter ‘\(format.delimiter.shown)’"
    }

    func columns(_ columns: ColumnMap) -> String {
        let known = ColumnRole.allCases.compactMap { role in
            columns[role].map { "\(name(role)) = column \($0 + 1) ‘\(excerpt(columns.headers[$0]))’" }
        }
        return "columns: " + known.joined(separator: ", ")
    }

    func sentence(_ error: FormatError) -> String {
        switch error {
        case .empty: "the list is empty"
        case .notText:
            "not text (NUL bytes): a binary file, or UTF-16 without a byte-order mark; save it as CSV in UTF-8"
        case .utf32: "UTF-32 is not read; save it as UTF-8"
        case .undecodable(let utf8, let gb18030):
            "the encoding can't be told: as UTF-8 it fails at byte \(utf8), as GB18030 at byte \(gb18030); give it with --encoding, and the rows at fault are marked one by one"
        case .otherByteOrderMark(let found, let told):
            "the byte-order mark says \(name(found)), not \(name(told)) as was given"
        case .unknownSeparator(let text): "the sep= line names ‘\(excerpt(text))’, which is no delimiter we read"
        case .delimiterUnclear(let counts):
            "several delimiters fit (\(counts.map { "‘\($0.delimiter.shown)’ gives \($0.columns) columns" }.joined(separator: ", "))); give one with --delimiter"
        case .headerTooLong: "the header line is too long; look for stray quotes and line ends"
        }
    }

    func sentence(_ error: ColumnError) -> String {
        switch error {
        case .missing(let role, let headers):
            "no column for the \(name(role)) was found; give one with --columns \(role.rawValue)=NAME or NUMBER. There are: \(list(headers))"
                + (looksLikeTitle(headers) ? ". The first line looks like a title; the header has to stand first" : "")
        case .ambiguous(let role, let columns, let headers):
            "several columns could be the \(name(role)) (\(columns.map(String.init).joined(separator: ", "))); give one with --columns \(role.rawValue)=NUMBER. There are: \(list(headers))"
        case .notThere(let role, let text, let headers):
            "--columns names ‘\(excerpt(text))’ for the \(name(role)), which is not there. There are: \(list(headers))"
        case .twice(let role, let text, let headers):
            "--columns names ‘\(excerpt(text))’ for the \(name(role)), which two columns are called; give its number. There are: \(list(headers))"
        case .shared(let first, let second, let column):
            "column \(column) is given for both the \(name(first)) and the \(name(second))"
        }
    }

    func sentence(_ error: ValidationError) -> String? {
        switch error {
        case .columns(let error): sentence(error)
        case .header(let fault, let line): "line \(line), the header: \(NotesInEnglish.text(of: .badRecord(fault)))"
        case .sameHeaders(let name, let columns):
            "two columns are called ‘\(excerpt(name))’ (\(columns.map(String.init).joined(separator: ", "))), which jsonl can't tell apart"
        case .noRows: "the list has a header and no rows"
        case .stopped(let stop): words(stop)
        case .failed: nil
        }
    }

    private func words(_ stop: RecordStop) -> String {
        switch stop {
        case .recordTooLong(let row, let line, let offset, let quote):
            "record \(row) (line \(line), byte \(offset)) exceeds 1 MiB"
                + (quote.map { "; a quote opened at line \($0.line), column \($0.column) is not closed" } ?? "")
                + "; nothing behind it can be judged"
        case .unclosedQuote(let row, let quote):
            "record \(row): the quote opened at line \(quote.line), column \(quote.column) is not closed; nothing behind it can be judged"
        case .halfCodeUnit(let offset): "the UTF-16 text is cut short at byte \(offset)"
        }
    }

    func name(_ role: ColumnRole) -> String {
        switch role {
        case .county: "county"
        case .township: "township"
        case .village: "village"
        case .address: "address"
        case .landType: "land type"
        case .grade: "grade"
        case .parcelID: "parcel id"
        case .area: "area"
        }
    }

    func name(_ verdict: Verdict) -> String { verdict.rawValue }

    func summary(_ summary: ValidationSummary, _ columns: ColumnMap, rate: Int?, byTownship: Bool) -> [String] {
        let total = "\(summary.rows) \(summary.rows == 1 ? "row" : "rows")" + (rate.map { ", \($0) rows/s" } ?? "")
        let townships = byTownship ? summary.townshipsInOrder : []
        return [total + ": " + counts(summary.counts) + (columns[.grade] == nil ? " (no declared grade compared)" : "")]
            + areas(summary, columns)
            + townships.map { "  \($0.name == .none ? "no village matched" : $0.name.text): \(counts($0.counts))" }
    }

    private func areas(_ summary: ValidationSummary, _ columns: ColumnMap) -> [String] {
        guard let areas = summary.areas else { return [] }
        let verdicts = Verdict.allCases.filter { (summary.counts[$0] ?? 0) > 0 && $0 != .notARow }
        return [
            "area\(columns.areaUnit.map { " (\(excerpt($0)))" } ?? "") \(areas.total): "
                + verdicts.map { "\($0.rawValue) \(areas.sum(of: $0))" }.joined(separator: ", ")
                + (areas.empty > 0 ? "; empty cells: \(areas.empty)" : "")
                + (areas.unreadable > 0 ? "; unreadable and left out: \(areas.unreadable)" : "")
        ]
    }

    private func counts(_ counts: [Verdict: Int]) -> String {
        Verdict.allCases.compactMap { verdict in counts[verdict].map { "\(verdict.rawValue) \($0)" } }
            .joined(separator: ", ")
    }

    private func name(_ encoding: TextEncoding) -> String { encoding.rawValue.uppercased() }

    private func list(_ headers: [String]) -> String { shownHeaders(headers, between: ", ") }
}
