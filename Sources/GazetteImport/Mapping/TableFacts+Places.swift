import EditionPackage
import GradeModel
import SourceDocuments

/// The rows' places with their grades, and their prices.
extension TableFacts {
    mutating func readPlaces(_ cells: [SourceCell], _ row: FoundRow, _ source: TableRow) {
        let townshipIndex = columns.firstIndex { $0.role == .township }
        let named = columns.indices.filter { [.village, .scope].contains(columns[$0].role) }
        let graded = columns.indices.filter { columns[$0].role == .grade && columns[$0].landType != nil }
        if !graded.isEmpty {
            readGraded(cells, graded, named, townshipIndex, row, source)
            return
        }
        for index in named {
            let column = columns[index]
            let text = cells[index].text
            guard !text.isEmpty, !Amount.isNone(folded(text)) else {
                if named.count == 1, column.grade == nil { readBare(cells, townshipIndex, column, row, source) }
                continue
            }
            add(text, column.role == .village ? .villages : .scope, column, index, row, source)
        }
        if named.isEmpty, let townshipIndex, !cells[townshipIndex].text.isEmpty {
            add(cells[townshipIndex].text, .townships, ColumnMeaning(""), townshipIndex, row, source)
        }
    }

    /// A row that names a township and no village: a farm by itself is one; a township may have lost its cell.
    mutating func readBare(
        _ cells: [SourceCell], _ townshipIndex: Int?, _ column: ColumnMeaning, _ row: FoundRow, _ source: TableRow
    ) {
        guard let townshipIndex, !cells[townshipIndex].text.isEmpty, !cells[townshipIndex].isContinuation else {
            return
        }
        let name = compacted(cells[townshipIndex].text)
        let place = row.row.place.at(column: townshipIndex + 1)
        let isUnit = !["镇", "乡", "街道", "办事处", "苏木"].contains { name.hasSuffix($0) } && reading.isTownship(name)
        if isUnit {
            add(name, .townships, column, townshipIndex, row, source)
        } else {
            questions.append(
                OpenQuestion(
                    kind: .phrase, place: place, source: source, text: cells[townshipIndex].text,
                    landTypes: types(column),
                    grade: grade, printed: grade, township: name))
        }
    }

    /// One row for a village, its grade for each land type in a column of its own.
    mutating func readGraded(
        _ cells: [SourceCell], _ graded: [Int], _ named: [Int], _ townshipIndex: Int?, _ row: FoundRow,
        _ source: TableRow
    ) {
        for index in graded {
            let text = folded(cells[index].text)
            let own = named.filter { columns[$0].landType == columns[index].landType }
            let shared = named.filter { columns[$0].landType == nil }
            let named = own.first ?? shared.first
            let place = row.row.place.at(column: index + 1)
            if text.isEmpty || Amount.isNone(text) {
                // A scope beside it would have lost its grade.
                if let first = own.first, !cells[first].text.isEmpty, !Amount.isNone(folded(cells[first].text)) {
                    questions.append(OpenQuestion(kind: .row, place: place, source: source, text: cells[first].text))
                }
                continue
            }
            guard columns[index].subtype == nil, let label = GradeLabel.read(text, bare: true) else {
                questions.append(OpenQuestion(kind: .row, place: place, source: source, text: cells[index].text))
                continue
            }
            let before = grade
            grade = label
            if let named, !cells[named].text.isEmpty {
                add(
                    cells[named].text, columns[named].role == .village ? .villages : .scope, columns[index], named, row,
                    source)
            } else if let townshipIndex, !cells[townshipIndex].text.isEmpty {
                add(cells[townshipIndex].text, .townships, columns[index], townshipIndex, row, source)
            } else {
                questions.append(OpenQuestion(kind: .row, place: place, source: source, text: cells[index].text))
            }
            grade = before
        }
    }

    mutating func add(
        _ text: String, _ mode: ScopeFact.Mode, _ column: ColumnMeaning, _ index: Int, _ row: FoundRow,
        _ source: TableRow
    ) {
        let place = row.row.place.at(column: index + 1)
        guard let grade = column.grade ?? self.grade ?? table.caption.grade else {
            questions.append(OpenQuestion(kind: .row, place: place, source: source, text: text, township: township))
            return
        }
        if subtype != nil || column.subtype != nil {
            // An edition grades land types: a grade for 竹林地 is none for 林地.
            questions.append(OpenQuestion(kind: .row, place: place, source: source, text: text, township: township))
            return
        }
        if mode != .townships, let township, !reading.isTownship(township) || township.contains("、") {
            questions.append(
                OpenQuestion(
                    kind: .unknownTownship, place: place, source: source, text: "\(township)：\(text)",
                    landTypes: types(column), grade: grade, printed: grade))
            return
        }
        if mode == .villages, township == nil {
            questions.append(
                OpenQuestion(
                    kind: .unknownTownship, place: place, source: source, text: text, landTypes: types(column),
                    grade: grade,
                    printed: grade))
            return
        }
        scopes.append(
            ScopeFact(
                landTypes: types(column), grade: grade, printed: grade, township: mode == .townships ? nil : township,
                text: text, mode: mode, source: source, place: place))
    }

    // MARK: Prices

    mutating func readPrices(_ cells: [SourceCell], _ row: FoundRow, _ source: TableRow) {
        let fallback = table.caption.unit ?? columns.lazy.compactMap(\.unit).first
        for (index, column) in columns.enumerated() where column.isPrice && !column.isOtherLand {
            let text = folded(cells[index].text)
            if text.isEmpty || Amount.isNone(text) { continue }
            let place = row.row.place.at(column: index + 1)
            let types = types(column)
            guard let grade = column.grade ?? grade ?? table.caption.grade, types.count == 1, Amount.isNumber(text)
            else {
                questions.append(
                    OpenQuestion(
                        kind: .price, place: place, source: source, text: cells[index].text, landTypes: types,
                        grade: grade))
                continue
            }
            prices.append(
                PriceFact(
                    landType: types[0], subtype: column.subtype ?? (column.landType == nil ? subtype : nil),
                    grade: grade,
                    amount: Amount.plain(text), unit: column.unit ?? fallback, source: source, place: place))
        }
    }
}
