import EditionPackage
import GradeModel
import SystemSupport

/// What the sheets and answers say together and no package may hold: found by the cells, before a package is made.
struct ReviewChecks {
    private let draft: ImportDraft
    private let grades: [HeldGrade]
    private let prices: [ReviewCell]

    init(_ answers: ReviewAnswers) {
        draft = answers.draft
        grades = answers.grades
        prices = answers.priceCells
    }

    func check(_ faults: inout ReviewFaults) {
        checkScopes(&faults)
        for held in grades { checkErratum(held, &faults) }
        checkPrices(&faults)
        checkDefinitions(&faults)
        var errata: Set<String> = []
        for erratum in draft.errata where !errata.insert(erratum.id).inserted {
            faults.add(
                ReviewError("工作表“\(ReviewWords.errata)”：\(erratum.id)写了两行", "sheet 勘误: \(erratum.id) has two rows"))
        }
    }

    private struct Scope: Hashable {
        let landType: LandType
        let township: String
        var village: String?
        var part: String?
    }

    /// A place has one entry for a land type; a township has villages or is graded as a whole, a village parts or none.
    private func checkScopes(_ faults: inout ReviewFaults) {
        var first: [Scope: ReviewCell] = [:]
        var townships: [Scope: (isWhole: Bool, cell: ReviewCell)] = [:]
        var villages: [Scope: (isWhole: Bool, cell: ReviewCell)] = [:]
        for held in grades {
            let grade = held.grade
            guard let landType = grade.landType else { continue }
            var scope = Scope(landType: landType, township: grade.township)
            let township = townships[scope] ?? (grade.village.isEmpty, held.cell)
            townships[scope] = township
            scope.village = grade.village
            let village = villages[scope] ?? (grade.part == nil, held.cell)
            villages[scope] = village
            scope.part = grade.part ?? ""
            let name = "\(grade.township)\(grade.village)\(grade.part.map { "（\($0)）" } ?? "")的\(landType.name)"
            if let cell = first.updateValue(held.cell, forKey: scope) {
                faults.add(
                    held.cell, "\(name)级别与\(Self.place(cell))重复；只能留一处",
                    "\(name) has a grade in sheet \(cell.sheet), row \(cell.row) already; keep one of them")
            } else if township.isWhole != grade.village.isEmpty {
                faults.add(
                    held.cell,
                    "\(grade.township)的\(landType.name)在一处写“全域”，在另一处写村（\(Self.place(township.cell))）；整个乡镇的只留“全域”一行，否则逐村填写",
                    "\(grade.township) is graded as a whole and by villages (sheet \(township.cell.sheet), row \(township.cell.row)); keep the one or the other"
                )
            } else if village.isWhole != (grade.part == nil) {
                faults.add(
                    held.cell, "\(name)一处写整个村，一处写部分（\(Self.place(village.cell))）；只能用一种写法",
                    "\(name) is graded as a whole and by parts (sheet \(village.cell.sheet), row \(village.cell.row)); keep the one or the other"
                )
            }
        }
    }

    private static func place(_ cell: ReviewCell) -> String { "工作表“\(cell.sheet)”第 \(cell.row) 行" }

    private func checkErratum(_ held: HeldGrade, _ faults: inout ReviewFaults) {
        let grade = held.grade
        let cell = { (column: String) in
            held.isAnswer ? held.cell : ReviewCell(sheet: held.cell.sheet, row: held.cell.row, column: column)
        }
        let differs = grade.grade != grade.printedGrade
        guard let id = grade.erratum else {
            if differs {
                faults.add(
                    cell("原印级别"),
                    "“级别”是\(grade.grade.label)，“原印级别”是\(grade.printedGrade.label)；文件印的就是\(grade.grade.label)的，把“原印级别”也改成\(grade.grade.label)；文件印错的，填写“勘误号”，并在“勘误”表中写明",
                    "the grade held (\(grade.grade.label)) is not the one printed (\(grade.printedGrade.label)): correct 原印级别, or name an erratum of the sheet 勘误"
                )
            }
            return
        }
        guard let erratum = draft.errata.first(where: { $0.id == id }) else {
            faults.add(cell("勘误号"), "“勘误”表中没有“\(id)”", "no \(id) on the sheet 勘误")
            return
        }
        if erratum.status == .rejected, differs {
            faults.add(
                cell("级别"), "\(id)已否定，“级别”应与“原印级别”（\(grade.printedGrade.label)）相同",
                "\(id) is rejected, so the grade printed (\(grade.printedGrade.label)) is held")
        } else if erratum.status != .rejected, !differs {
            faults.add(
                cell("勘误号"), "“级别”与“原印级别”相同，不需要勘误；请删去“\(id)”，或改正级别",
                "the grade held is the one printed; take \(id) out, or correct the grade")
        }
    }

    private func checkPrices(_ faults: inout ReviewFaults) {
        var first: [[String]: ReviewCell] = [:]
        for (price, cell) in zip(draft.prices, prices) {
            let name = "\(price.landType.name)\(price.subtype ?? "")\(price.grade.label)"
            guard let known = first.updateValue(cell, forKey: [price.landType.rawValue, price.subtype ?? "", name])
            else { continue }
            faults.add(
                cell, "\(name)的地价与\(Self.place(known))重复；只能留一处",
                "\(name) has a price in sheet \(known.sheet), row \(known.row) already; keep one of them")
        }
    }

    /// Where the document defines prices at all, it defines those of every land type that is graded.
    private func checkDefinitions(_ faults: inout ReviewFaults) {
        guard !draft.definitions.isEmpty else { return }
        let defined = Set(draft.definitions.map(\.landType))
        for landType in Set(grades.compactMap(\.grade.landType)).subtracting(defined).sorted() {
            faults.add(
                ReviewError(
                    "工作表“\(ReviewWords.definitions)”：“级别”表有\(landType.name)，这里没有填写\(landType.name)一行；请补上，文件没有内涵的各行都留空",
                    "sheet 内涵: no row for \(landType.name), which is graded; add it, or leave all rows empty where the document has none"
                ))
        }
    }
}
