import TabularText

/// Which sheet of a workbook is the list.
struct SheetChoice {
    let archive: ZipArchive
    let parts: WorkbookParts
    let strings: SharedStrings
    let judge: HeaderJudge

    /// - Parameter told: a name or, where none is called so, a number from 1.
    func sheet(told: String?) throws -> WorkbookParts.Sheet {
        let all = parts.sheets
        if let told {
            let named = all.first { $0.name.utf8.elementsEqual(told.utf8) }
            let numbered = CellReference.number(told.utf8).flatMap { all.indices.contains($0 - 1) ? all[$0 - 1] : nil }
            guard let sheet = named ?? numbered else {
                throw WorkbookFault.sheet(told: told, names: all.map(\.name)).error
            }
            return sheet
        }
        let visible = all.filter { !$0.isHidden }
        if visible.count == 1 { return visible[0] }
        // Empty sheets come with every new workbook; notes beside the list have no header of a list.
        var filled: [WorkbookParts.Sheet] = [], lists: [WorkbookParts.Sheet] = []
        var count = 0
        for sheet in visible.isEmpty ? all : visible {
            let (hasRows, hasHeader) = try look(at: sheet, &count)
            guard count <= Self.mostRead else { throw WorkbookFault.sheets(all.map(\.name)).error }
            if hasRows { filled.append(sheet) }
            if hasHeader { lists.append(sheet) }
        }
        let choice = lists.isEmpty ? filled : lists
        if choice.count == 1 { return choice[0] }
        if choice.isEmpty { throw WorkbookFault.noRows(all[0].name).error }
        throw WorkbookFault.sheets(all.map(\.name)).error
    }

    private struct Enough: Error {}

    /// Bytes of XML that are read to choose a sheet, before the user is asked to name one.
    private static let mostRead = 1 << 30

    private func look(at sheet: WorkbookParts.Sheet, _ count: inout Int) throws -> (hasRows: Bool, hasHeader: Bool) {
        var search = HeaderSearch(told: nil, spans: [], judge: judge)
        let reader = SheetReader(sheet.name, strings, parts) { row in
            search.take(row)
            if search.isOver { throw Enough() }
        }
        let part = try archive.open(sheet.part, limit: SheetReader.limit)
        defer { count += part.count }
        do {
            try XMLStream.read(part, reader, isOneNamespace: true)
        } catch is Enough {}
        return (!search.rows.isEmpty, search.choice?.isList == true)
    }
}
