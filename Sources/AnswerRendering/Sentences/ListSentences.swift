package import GradeModel
package import SystemSupport

/// What lists say.
extension Language {
    var nothingListed: Sentence { pick(zh: "没有符合条件的条目。", en: "Nothing to list.") }

    /// Below a table whose columns leave these land types out.
    package func ungraded(_ landTypes: [LandType]) -> Sentence {
        pick(zh: "\(enumeration(landTypes))：未公布级别。", en: "\(enumeration(landTypes)): no grades published.")
    }

    /// No edition of the place's county was in force.
    package var noEditionCell: Sentence { pick(zh: "无成果版本", en: "no edition") }

    package var notPublishedCell: Sentence { pick(zh: "未公布", en: "not published") }

    package var notListedCell: Sentence { pick(zh: "未列入", en: "not listed") }

    package var unknownVillageCell: Sentence { pick(zh: "不知", en: "unknown") }

    /// In a column of counts: the township is graded as a whole.
    var wholeTownshipCell: Sentence { pick(zh: "整个乡镇", en: "as a whole") }

    /// In place of counts: the township is graded as a whole.
    package func wholeTownship(_ grade: Grade, isDisputed: Bool) -> Sentence {
        "\(wholeTownshipCell) \(gradeCell(grade, isDisputed: isDisputed))"
    }

    /// In a column that says it is of grades.
    package func gradeCell(_ grade: Grade, isDisputed: Bool) -> Sentence {
        pick(
            zh: "\(grade.label)\(if: isDisputed, "（待核）")", en: "\(grade.rawValue)\(if: isDisputed, " disputed")")
    }

    package func partCell(_ parts: [PartGrade]) -> Sentence {
        let cells = parts.map { part in
            let grade = gradeCell(part.grade, isDisputed: part.isDisputed)
            return pick(zh: "\(part.part)\(grade)", en: "\(part.part): \(grade)")
        }
        return cells.joined(separator: pick(zh: "；", en: "; "))
    }

    package func editionHeading(_ id: EditionID, county: County) -> Sentence { "\(id)  \(county.name)" }

    package func document(_ document: Document) -> Sentence {
        "\(document.number)"
            + (document.registration.map { pick(zh: "（登记号\($0)）", en: " (registration \($0))") } ?? "")
    }

    package func issue(_ document: Document) -> Sentence {
        pick(
            zh: "\(document.issuer)，\(word(document.issued))", en: "\(word(document.issued)) by \(document.issuer)")
    }

    /// - Parameter periods: at least one; nil: on no day.
    func inForce(_ periods: [ForcePeriod?]) -> Sentence {
        let each = periods.map { period in
            guard let period else { return pick(zh: "任何一天都不适用", en: "on no day") }
            let end = period.before.map { pick(zh: "，\(word($0))前", en: ", before \(word($0))") } ?? ""
            return pick(zh: "\(word(period.from))起\(end)", en: "from \(word(period.from))\(end)")
        }
        return each.joined(separator: pick(zh: "；又", en: ", and "))
    }

    package func contents(_ contents: EditionContents) -> Sentence {
        let entries = LandType.allCases.map { landType in
            let count = contents.entries[landType]
            return pick(
                zh: "\(word(landType))\(count.map { "\($0)条" } ?? "未公布级别")",
                en: "\(word(landType)): \(count.map { "\($0) entries" } ?? "no grades")")
        }
        let whole =
            contents.wholeTownships == 0
            ? ""
            : pick(
                zh: "（其中整体定级\(contents.wholeTownships)个）", en: " (\(contents.wholeTownships) graded as a whole)")
        let prices =
            contents.prices == 0
            ? pick(zh: "未公布价格", en: "no prices published")
            : pick(zh: "价格\(contents.prices)项", en: "\(contents.prices) prices")
        return pick(
            zh: """
                \(contents.townships)个乡镇（街道）\(whole)，\(contents.villages)个村（社区）；\
                \(entries.joined(separator: "，"))；其中级别待核\(contents.disputed)条；\(prices)
                """,
            en: """
                \(contents.townships) townships\(whole), \(contents.villages) villages; \
                \(entries.joined(separator: "; ")); \(contents.disputed) entries disputed; \(prices)
                """)
    }
}
