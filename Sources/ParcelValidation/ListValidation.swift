public import GradeModel
public import SystemSupport
public import TabularText

/// What is asked of one validation.
public struct ValidationOptions: Sendable {
    /// What comes out.
    public enum Form: String, CaseIterable, Hashable, Sendable {
        case csv, jsonl
        /// A stream of cells for a program that builds something else from them, in UTF-8; and the same of our columns
        /// alone. Read by `CellStream`.
        case cells, ourCells
    }

    /// The county of every row, where it is known beforehand. Else the column tells it, or the place alone.
    public var county: County?
    /// The land type of every row.
    public var landType: LandType?
    /// The kind of land of every row, within it.
    public var landKind = LandKind.any
    public var columns: [ColumnRole: String] = [:]
    /// Units of columns whose headers have none.
    public var units: [ColumnRole: ListUnit] = [:]
    /// The official prices stand beside the rows, whether prices are declared or not.
    public var prices = false
    public var form = Form.csv
    /// Rows that need no attention are left out.
    public var onlyProblems = false
    /// Rows of other verdicts are left out; nil: of none.
    public var verdicts: Set<Verdict>?
    /// Rows of other townships are left out, matched by name; an empty name stands for rows without a place. Nil: none.
    public var townships: Set<String>?
    /// Rows whose grade the second edition does not change are left out.
    public var onlyChanged = false
    /// The input's own cells are made safe for a spreadsheet too.
    public var safeCells = false
    /// Of `csv` and `jsonl` the input's own cells are left out. Ours are then for a program: no cell has a line end, and
    /// none is made safe for a spreadsheet.
    public var onlyOurColumns = false
    /// With `onlyOurColumns`: behind the header a line that rows share comes once, and for every row the number of its line,
    /// in frames (`NumberedRows`); always UTF-8.
    public var numbersRows = false
    /// What the parcel code says of the row stands beside the verdict.
    public var checksCodes = true
    /// Nil: the list's own; UTF-8 for all but `csv`.
    public var outputEncoding: TextEncoding?
    /// A byte-order mark stands before the output, whether the list has one or not.
    public var outputMark = false
    /// Our columns have names and values in words of the language instead of codes; not in `jsonl`.
    public var words = false
    public var language = Language.zh
    /// A second edition is compared with.
    public var isComparing = false
    /// Nil: one for each processor.
    public var threads: Int?
    /// How many bytes are read at a time.
    public var chunk = 1 << 20

    /// Entries a thread's memo may hold before it is cleared.
    var memoLimit = 50_000

    public init() {}
}

/// Why a list is not validated to its end.
public enum ValidationError: Error {
    /// The columns can't be determined; nothing was written.
    case columns(ColumnError)
    /// The header itself is no header: quotes, bytes, columns. Nothing was written.
    case header(LocatedFault, line: Int)
    /// `jsonl` needs a name of its own for each column; the columns that share one, from 1.
    case sameHeaders(String, columns: [Int])
    /// A header and no row.
    case noRows
    /// A header further below, of a table whose columns stand otherwise: the number of its row as a person sees it, or of its
    /// line in a text, from 1.
    case otherHeader(Int, isLine: Bool)
    case stopped(RecordStop)
    /// What reading, writing or the county source threw.
    case failed(any Error)
}

/// How far a validation has come.
public struct ValidationProgress: Sendable {
    public let rows: Int
    /// How much of the source's `total` has been read.
    public let done: Int64
}

/// A list whose format and columns are known: ready to be judged.
///
///     let list = try ListValidation(format: format, sample: sample, counties: store, options: options) { try file.read($0) }
///     show(list.columns)
///     let summary = try list.run { try output.write($0) } progress: { bar.show($0) }
public final class ListValidation: Sendable {
    public let format: ListFormat
    public let columns: ColumnMap
    /// Our columns' names, as a list over one edition or two has them.
    public let ourColumns: [String]
    /// The list's own columns, of those that come out.
    public var keptColumns: Int { shape.kept.count }
    /// The places, among the list's own columns that come out, of those that say what a row is or declare something.
    public var roleColumns: [Int] {
        let roles = Set(columns.columns.values)
        return shape.kept.indices.filter { roles.contains(shape.kept[$0]) }
    }
    /// Columns of ours that the list has and this validation does not give: what stands in them is out of date.
    public var staleColumns: [String] {
        let new = Set(ourColumns.map { $0.uppercased() })
        return columns.ours.map { columns.headers[$0] }.filter { !new.contains($0.uppercased()) }
    }
    private let input: ValidationInput
    private let shape: RowShape
    private let resolver: PlaceResolver
    private let options: ValidationOptions
    private let header: ListHeader

    /// Validates a list of delimited text.
    ///
    /// - Parameters:
    ///   - sample: the first bytes, as `format` was detected from them.
    ///   - read: fills the buffer it is given and returns how many bytes it wrote, 0 at the end. Called by one thread at a time.
    public convenience init(
        format: ListFormat, sample: [UInt8], counties: any CountySource, options: ValidationOptions,
        read: @escaping @Sendable (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws(ValidationError) {
        let source = DelimitedSource(format: format, sample: sample, chunk: options.chunk, read: read)
        try self.init(source, counties: counties, options: options)
    }

    /// Reads the first rows and finds the columns.
    ///
    /// - Parameter source: at its beginning, and from now on the validation's own.
    public init(
        _ source: any TableSource, counties: any CountySource, options: ValidationOptions
    ) throws(ValidationError) {
        format = source.format
        self.options = options
        input = ValidationInput(source)
        header = try input.open()
        columns = try Self.columns(header.names, cut: input.cutNames, options)
        shape = try RowShape(header, format, isTyped: input.isTyped, firstNumber: input.firstNumber, columns, options)
        ourColumns = shape.ours.names
        resolver = PlaceResolver(counties, wantsPrices: shape.hasPrices)
    }

    /// How the list is read, as far as its source has to say more than its format.
    public var opening: [Remark] { input.remarks.opening }
    /// What has shown only while it was read; asked after `run`.
    public var closing: [Remark] { input.remarks.closing }

    private static func columns(
        _ headers: [String], cut: Set<Int>, _ options: ValidationOptions
    ) throws(ValidationError) -> ColumnMap {
        do {
            return try ColumnFinder(
                told: options.columns, landTypeIsTold: options.landType != nil, units: options.units
            ).find(headers, cut: cut)
        } catch {
            throw .columns(error)
        }
    }

    /// The names of our columns with the verdict, the matched township and the two grades.
    public var verdictColumn: String { shape.ours.name(of: .verdict) }
    public var townshipColumn: String { shape.ours.name(of: .township) }
    public var gradeColumn: String { shape.ours.name(of: .grade) }
    public var printedGradeColumn: String { shape.ours.name(of: .printedGrade) }
    /// What stands in them.
    public func text(_ verdict: Verdict) -> String { shape.ours.text(verdict) }
    public func text(_ grade: Grade) -> String { shape.ours.text(grade) }

    /// Our columns have prices among them.
    public var hasPrices: Bool { shape.hasPrices }

    /// Judges all rows, once. The output comes in order, block by block, from one thread at a time.
    public func run(
        write: @escaping @Sendable (ArraySlice<UInt8>) throws -> Void,
        progress: @escaping @Sendable (ValidationProgress) -> Void = { _ in }
    ) throws(ValidationError) -> ValidationSummary {
        let encoder = OutputEncoder(
            from: format.encoding,
            to: options.outputEncoding ?? (options.form == .csv && !options.numbersRows ? format.encoding : .utf8))
        let output = ValidationOutput(encoder, needsMark: options.outputMark, write, progress)
        do {
            try output.writeHeader(format, header, shape)
        } catch {
            throw .failed(error)
        }
        let work = ValidationWork(input, output, shape, resolver)
        Threads.run(input.isShort ? 1 : options.threads ?? Threads.available) { work.run() }
        return try work.result()
    }
}

extension ValidationError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .columns(let error): error.sentence(in: language)
        case .header(let fault, let line):
            language.pick(
                zh: "第\(line)行（表头）：\(fault.sentence(in: language))",
                en: "line \(line), the header: \(fault.sentence(in: language))")
        case .sameHeaders(let name, let columns):
            language.pick(
                zh: "表头“\(excerpt: name)”重复（第\(columns.map(String.init).joined(separator: "、"))列），无法输出 jsonl",
                en:
                    "two columns are called ‘\(excerpt: name)’ (\(columns.map(String.init).joined(separator: ", "))), which jsonl can't tell apart"
            )
        case .otherHeader(let number, let isLine):
            language.pick(
                zh: """
                    第\(number)行又是一行表头，各列与清单的表头不同，其后各行不能按清单的表头读；请把两张表分成两个文件，分别核对
                    """,
                en: """
                    \(isLine ? "line" : "row") \(number) is the header of another table, with other columns than the list's, so \
                    the rows behind it can't be read; make two files of the two tables
                    """)
        case .noRows: language.pick(zh: "清单只有表头，没有数据行", en: "the list has a header and no rows")
        case .stopped(let stop): stop.sentence(in: language)
        // Who judges a list words what it had to do with.
        case .failed(let cause): "\(String(describing: cause))"
        }
    }
}
