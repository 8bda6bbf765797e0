public import TabularText

/// The beginning of a list as it would be read: its header, its first rows, and what each column is taken for. For a person
/// who looks at it before anything is judged.
public struct ListPreview: Sendable {
    public let headers: [String]
    /// The first rows behind the header, cell by cell; a faulty one has fewer or more cells than there are headers.
    public let rows: [[String]]
    /// Nil where `fault` says why the columns can't be told.
    public let columns: ColumnMap?
    public let fault: ColumnError?

    /// Reads the first rows; the source can't be judged afterwards.
    ///
    /// - Parameter count: so many rows at most.
    public init(_ source: any TableSource, options: ValidationOptions, rows count: Int) throws(ValidationError) {
        let cut = source.cutNames
        var block = RecordBlock()
        try Self.fill(&block, source)
        guard block.recordCount > 0 else { throw .noRows }
        let header = try ListHeader(block, names: source.headerNames)
        var rows = Self.rows(block, from: 1, count)
        if rows.isEmpty, case .more = block.ending {
            try Self.fill(&block, source)
            rows = Self.rows(block, from: 0, count)
        }
        headers = header.names
        self.rows = rows
        do throws(ColumnError) {
            let finder = ColumnFinder(
                told: options.columns, landTypeIsTold: options.landType != nil, units: options.units)
            columns = try finder.find(headers, cut: cut)
            fault = nil
        } catch {
            columns = nil
            fault = error
        }
    }

    private static func fill(_ block: inout RecordBlock, _ source: any TableSource) throws(ValidationError) {
        do { try source.next(&block) } catch { throw .failed(error) }
    }

    private static func rows(_ block: borrowing RecordBlock, from first: Int, _ count: Int) -> [[String]] {
        var rows: [[String]] = []
        let encoding = block.encoding.inMemory
        for index in first..<max(first, min(block.recordCount, first + count)) {
            rows.append(
                (0..<Int(block.entries[index].fieldCount)).map { column in
                    let cell = Array(block.cell(column, of: index))
                    // Bytes that are no text are shown as what stands for them; the row is judged as faulty later.
                    return String(decoding: encoding == .gb18030 ? GB18030.decode(cell) ?? cell : cell, as: UTF8.self)
                })
        }
        return rows
    }
}
