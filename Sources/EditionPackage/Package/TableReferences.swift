import GradeModel

/// What one table of a package says about another.
extension EditionTables {
    func checkGrades() throws(PackageError) {
        let known = Set(townships.map(\.row.name))
        let defined = Set(definitions.map(\.row.landType))
        var kinds: [VillageName: (kind: PlaceKind, line: Int)] = [:]
        for entry in grades {
            let row = entry.row
            guard known.contains(row.township) else {
                throw error(entry, "township", .noSuchTownship(row.township))
            }
            guard defined.isEmpty || defined.contains(row.landType) else {
                throw error(entry, "land_type", .noDefinition(row.landType.rawValue))
            }
            guard let village = row.village, let kind = row.kind else { continue }
            let name = VillageName(township: row.township, village: village)
            let known = kinds[name] ?? (kind, entry.line)
            guard known.kind == kind else { throw error(entry, "kind", .kindDiffers(firstLine: known.line)) }
            kinds[name] = known
        }
        try checkScopes()
    }

    /// A township is graded as a whole or by villages, and a village as a whole or by parts. Beside an entry for the
    /// whole, no name could be distinguished from one that falls under it: exceptions are written as the villages they leave.
    private func checkScopes() throws(PackageError) {
        var townships: [ScopeName: (isWhole: Bool, line: Int)] = [:]
        var villages: [ScopeName: (isWhole: Bool, line: Int)] = [:]
        for entry in grades {
            let row = entry.row
            let township = ScopeName(landType: row.landType, township: row.township, village: nil)
            let first = townships[township] ?? (row.village == nil, entry.line)
            guard first.isWhole == (row.village == nil) else {
                throw error(entry, "village", .wholeTownshipMixed(row.township, firstLine: first.line))
            }
            townships[township] = first
            guard let village = row.village else { continue }
            let name = ScopeName(landType: row.landType, township: row.township, village: village)
            let firstPart = villages[name] ?? (row.part == nil, entry.line)
            guard firstPart.isWhole == (row.part == nil) else {
                throw error(entry, "part", .wholeVillageMixed(village, firstLine: firstPart.line))
            }
            villages[name] = firstPart
        }
    }

    func checkAliases() throws(PackageError) {
        let known = Set(townships.map(\.row.name))
        var rows: [VillageName: Set<TableRow>] = [:]
        for entry in grades {
            guard let village = entry.row.village else { continue }
            rows[VillageName(township: entry.row.township, village: village), default: []].insert(entry.row.source)
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
            let isRenamed = row.village.map { renamed.contains(RowName(row.township, $0, row.source.description)) }
            let differs = row.differsFromPrint || isRenamed == true
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

private struct ScopeName: Hashable {
    let landType: LandType
    let township: String
    /// Nil: the township itself.
    let village: String?
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
