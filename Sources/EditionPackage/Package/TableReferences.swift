import GradeModel

/// A village as the tables name it.
struct VillageName: Hashable {
    let township: String
    let village: String
}

/// What one table of a package says about another.
extension EditionTables {
    func checkGrades() throws(PackageError) {
        let known = Set(townships.map(\.row.name))
        let defined = Set(definitions.map(\.row.landType))
        var rows: [RowTownship: Located<GradeEntry>] = [:]
        var kinds: [VillageName: (kind: PlaceKind, line: Int)] = [:]
        for entry in grades {
            let row = entry.row
            guard known.contains(row.township) else {
                throw error(entry, "township", .noSuchTownship(row.township))
            }
            guard defined.isEmpty || defined.contains(row.landType) else {
                throw error(entry, "land_type", .noDefinition(row.landType.rawValue))
            }
            // A row may grade several land types, or name several townships, each with one grade.
            let key = RowTownship(landType: row.landType, township: row.township, source: row.source)
            let first = rows[key] ?? entry
            guard first.row.printedGrade == row.printedGrade else {
                throw error(entry, "source", .rowDiffers(row.source.description, firstLine: first.line))
            }
            rows[key] = first
            let name = VillageName(township: row.township, village: row.village)
            let known = kinds[name] ?? (row.kind, entry.line)
            guard known.kind == row.kind else { throw error(entry, "kind", .kindDiffers(firstLine: known.line)) }
            kinds[name] = known
        }
    }

    func checkAliases() throws(PackageError) {
        let known = Set(townships.map(\.row.name))
        var rows: [VillageName: Set<TableRow>] = [:]
        for entry in grades {
            rows[VillageName(township: entry.row.township, village: entry.row.village), default: []]
                .insert(entry.row.source)
        }
        for entry in aliases {
            let row = entry.row
            guard known.contains(row.township) else {
                throw error(entry, "township", .noSuchTownship(row.township))
            }
            guard let sources = rows[VillageName(township: row.township, village: row.village)] else {
                throw error(entry, "village", .noSuchVillage(township: row.township, village: row.village))
            }
            guard rows[VillageName(township: row.township, village: row.alias)] == nil else {
                throw error(entry, "alias", .aliasIsVillage(township: row.township, alias: row.alias))
            }
            if let source = TableRow(row.source), !sources.contains(source) {
                throw error(entry, "source", .notInRow(village: row.village, row: row.source))
            }
        }
    }

    /// An entry names an erratum exactly where what is held is not what is printed: another grade, or another name
    /// (an alias whose source is the entry's own row). A rejected erratum stays named by entries that hold what is
    /// printed.
    func checkErrata() throws(PackageError) {
        let statuses = Dictionary(uniqueKeysWithValues: errata.map { ($0.row.id, $0.row.status) })
        let renamed = Set(aliases.map { RowName($0.row.township, $0.row.village, $0.row.source) })
        for entry in grades {
            let row = entry.row
            let differs =
                row.differsFromPrint || renamed.contains(RowName(row.township, row.village, row.source.description))
            guard let id = row.erratum else {
                guard !differs else { throw error(entry, "erratum", .erratumMissing) }
                continue
            }
            guard let status = statuses[id] else { throw error(entry, "erratum", .noSuchErratum(id)) }
            if status == .rejected {
                guard !differs else { throw error(entry, "erratum", .erratumRejected(id)) }
            } else {
                guard differs else { throw error(entry, "erratum", .erratumNeedless(id)) }
            }
        }
    }

    private func error(_ entry: Located<GradeEntry>, _ column: String, _ problem: PackageProblem) -> PackageError {
        PackageError(GradeTable.file, line: entry.line, column: column, problem)
    }

    private func error(_ entry: Located<Alias>, _ column: String, _ problem: PackageProblem) -> PackageError {
        PackageError(AliasTable.file, line: entry.line, column: column, problem)
    }
}

private struct RowTownship: Hashable {
    let landType: LandType
    let township: String
    let source: TableRow
}

private struct RowName: Hashable {
    let township: String
    let village: String
    let source: String

    init(_ township: String, _ village: String, _ source: String) {
        self.township = township
        self.village = village
        self.source = source
    }
}
