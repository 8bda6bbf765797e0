import GradeModel
import SystemSupport
import TabularText

extension Note: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .withdrawn(let note):
            Self.before(note, language) + language.pick(zh: "该成果已撤回", en: "the edition was withdrawn")
        case .priced(let note, let prices): Self.before(note, language) + prices.sentence(in: language)
        case .wholeTownship(let note, let isKnown):
            Self.before(note, language)
                + language.pick(
                    zh: "文件对该乡镇整体定级\(if: !isKnown, "，所写村名未经核对")",
                    en:
                        "the document grades the township as a whole\(if: !isKnown, "; the name of the village was not checked")"
                )
        case .byPart(let parts):
            language.pick(
                zh: "该村分部分定级" + parts.words(in: language) + (parts.count == 1 ? "；其他部分未公布级别" : "") + "，需按地块所在部分确定",
                en: "the village is graded by parts" + parts.words(in: language)
                    + (parts.count == 1 ? "; other parts have no published grade" : "")
                    + "; the part of the parcel decides")
        case .alikeByPart(let note, let parts):
            Self.before(note, language)
                + language.pick(
                    zh: "该村分部分定级，所列各部分级别相同", en: "the village is graded by parts, those listed all the same")
                + parts.words(in: language)
        case .mismatch(let declared, let official):
            language.pick(
                zh: "申报\(declared.label)，应为\(official.label)",
                en: "declared \(declared.rawValue), official \(official.rawValue)")
        case .mismatchDisputed(let declared, let dispute):
            language.pick(
                zh: "申报\(declared.label)；\(dispute.words(in: language))",
                en: "declared \(declared.rawValue); \(dispute.words(in: language))")
        case .disputed(let dispute):
            language.pick(
                zh: "\(dispute.words(in: language))，需人工确认", en: "\(dispute.words(in: language)): a person has to decide"
            )
        case .filledDisputed(let dispute): dispute.words(in: language)
        case .notListed: language.pick(zh: "该村未列入此类土地的级别表", en: "the table of this land type does not list the village")
        case .notPublished: language.pick(zh: "该成果未公布此类土地的级别", en: "the edition publishes no grades of this land type")
        case .noEdition: language.pick(zh: "当时没有施行的成果", en: "no edition was in force")
        case .unreadableGrade(let official, let dispute):
            language.pick(
                zh: "申报级别无法识别" + (official.map { "；应为\($0.label)" } ?? "")
                    + (dispute.map { "；\($0.words(in: language))" } ?? ""),
                en: "the declared grade is no grade" + (official.map { "; official \($0.rawValue)" } ?? "")
                    + (dispute.map { "; \($0.words(in: language))" } ?? ""))
        case .unknownLandType:
            language.pick(
                zh: "不是 GB/T 21010 或第三次全国国土调查的地类名称或编码",
                en: "no name or code of GB/T 21010 or of the third national land survey")
        case .landTypeAsNumber:
            language.pick(
                zh: "不是地类编码：可能被电子表格当作数字，去掉了前面的 0（0201 成了 201）或加了小数点（0201.0）；请补全编码，以文本存储",
                en:
                    "no code of a land type: a spreadsheet may have made a number of it, without the 0 in front (201 of 0201) or with a point (0201.0); write the whole code as text"
            )
        case .noLandType: language.pick(zh: "没有写地类", en: "names no land type")
        case .ditto(let role):
            language.pick(
                zh: "\(role.sentence(in: language))一栏是“同上”之类的记号，指上一行的内容；须填写实际内容",
                en:
                    "the cell of the \(role.sentence(in: language)) has a mark that stands for the cell above: fill in what it says"
            )
        case .landTypeOfEither(let types):
            language.pick(
                zh: "按不同标准分属\(types.map(\.name).joined(separator: "和"))，请改写为 GB/T 21010 的地类名称或编码",
                en:
                    "standards put it under \(types.map(\.name).joined(separator: " and ")); write a class of GB/T 21010"
            )
        case .contradictoryLandType:
            language.pick(
                zh: "地类栏中的编码、名称彼此不符", en: "its code and its name, or its words, are of different classes")
        case .ambiguous(let places):
            language.pick(
                zh: "有多处符合：\(Self.names(places).joined(separator: "、"))"
                    + (places.count > 5 ? "等\(places.count)处" : ""),
                en: "fits several places: \(Self.names(places).joined(separator: ", "))"
                    + (places.count > 5 ? " and \(places.count - 5) more" : ""))
        case .unknownTownship(let near):
            language.pick(zh: "没有此乡镇" + near.words(in: language), en: "no such township" + near.words(in: language))
        case .unknownVillage(let near):
            language.pick(zh: "没有此村" + near.words(in: language), en: "no such village" + near.words(in: language))
        case .villageOfOther(let county, let near):
            language.pick(
                zh: "村名后面写着\(excerpt: county)，不是本县的；请核实" + near.words(in: language),
                en: "behind the village another county is named, \(excerpt: county): find out where it is"
                    + near.words(in: language))
        case .noPlace: language.pick(zh: "没有写村名", en: "names no village")
        case .townshipOnly(let townships):
            language.pick(
                zh: "只写了乡镇（\(townships.listed("、"))），没有写村",
                en: "names a township (\(townships.listed(", "))) and no village")
        case .otherTownship(let township, let near, let inAddress):
            language.pick(
                zh: "\(inAddress ? "坐落" : "村")一栏写的是\(township)，与乡镇一栏不同" + near.words(in: language),
                en:
                    "the \(inAddress ? "address" : "village's cell") names \(township), which is not the row's township"
                    + near.words(in: language))
        case .unknownCounty: language.pick(zh: "所写的县不在库中", en: "names a county that is not in the store")
        case .otherCounty(let told):
            language.pick(zh: "县一栏写的不是\(told)", en: "the county's cell names another county than \(told)")
        case .needsCounty:
            language.pick(
                zh: "只写了拼音：库中县多，没有逐县查找；请写明县，或用汉字写乡镇",
                en:
                    "in pinyin alone, not searched in every county of the store; add the county, or the township in characters"
            )
        case .badRecord(let fault) where fault.fault == .quoteInField:
            fault.sentence(in: language)
                + language.pick(
                    zh: "；引号前有等号或空格的，请另存为 XLSX，或去掉后再核对",
                    en:
                        "; where an equals sign or a blank stands before it, save the list as XLSX or take that out"
                )
        case .badRecord(let fault): fault.sentence(in: language)
        case .badCell(let kind, let cell): kind.words(of: cell, in: language)
        case .ragged(let found, let expected, let isEmptyBehind):
            language.pick(
                zh: "有\(found)个字段，表头有\(expected)个"
                    + (isEmptyBehind ? "，多出的是空的：是行末多了分隔符，还是某格中的分隔符没有加引号，无从判断；请另存为 XLSX" : ""),
                en: "field count \(found), the header has \(expected)"
                    + (isEmptyBehind
                        ? ", and what is beyond is empty: whether there is a delimiter too many at the end or one within a cell without quotes can't be told; save the list as XLSX"
                        : ""))
        case .noParcel(let row): row.sentence(in: language)
        case .parcelID(let fault): fault.sentence(in: language)
        case .otherCode(let column):
            language.pick(
                zh: "“\(excerptLine: column)”一栏的编号已被电子表格改成数字，末几位已丢失",
                en: "‘\(excerptLine: column)’: a spreadsheet has made a number of it; its last digits are lost")
        }
    }

    /// The note in front of another one, with the mark between them.
    /// The first five, with their counties where those are several.
    private static func names(_ places: [Place]) -> [String] {
        let isOneCounty = places.allSatisfy { $0.county == places[0].county }
        return places.prefix(5).map { (isOneCounty ? "" : $0.county.name) + $0.township + $0.village }
    }

    private static func before(_ note: Note?, _ language: Language) -> Sentence {
        note.map { $0.sentence(in: language) + language.pick(zh: "；", en: "; ") } ?? ""
    }
}

extension Dispute {
    fileprivate func words(in language: Language) -> Sentence {
        language.pick(
            zh: "级别待核\(erratum.map { "（\($0)）" } ?? "")：采用\(held.label)，公报文本标为\(printed.label)",
            en: "in dispute\(erratum.map { " (\($0))" } ?? ""): held \(held.rawValue), printed \(printed.rawValue)")
    }
}

extension [PartGrade] {
    fileprivate func words(in language: Language) -> Sentence {
        guard !isEmpty else { return "" }
        let shown = prefix(5).map { part in
            language.pick(
                zh: "\(part.part)\(part.grade.label)\(if: part.isDisputed, "（待核）")",
                en: "\(part.part) \(part.grade.rawValue)\(if: part.isDisputed, " (in dispute)")")
        }
        return language.pick(
            zh: "：\(shown.joined(separator: "；"))\(if: count > 5, "等\(count)部分")",
            en: ": \(shown.joined(separator: ", "))\(if: count > 5, " and \(count - 5) more")")
    }
}

extension [Suggestion] {
    /// Behind a sentence; nothing where there are none.
    fileprivate func words(in language: Language) -> Sentence {
        guard !isEmpty else { return "" }
        return language.pick(zh: "；相近的有：\(listed("、"))", en: "; near: \(listed(", "))")
    }

    /// Their names in a row. Put together in one text, because a country's list has many.
    fileprivate func listed(_ separator: String) -> String {
        var text = ""
        for (index, place) in enumerated() {
            if index > 0 { text += separator }
            text += place.township ?? ""
            text += place.village ?? ""
        }
        return text
    }
}
