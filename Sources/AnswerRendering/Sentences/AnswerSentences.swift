package import GradeModel
package import SystemSupport

/// What an answer for one place says.
extension Language {
    package func heading(_ match: PlaceMatch) -> Sentence {
        let township: Sentence = "\(match.county.name) \(match.township)"
        guard let place = match.place else {
            return pick(zh: "\(township)（整个乡镇）", en: "\(township) (the township as a whole)")
        }
        let names: Sentence = "\(township) \(place.village)", kind = word(place.kind)
        // 芙蓉村 says itself that it is a village.
        let isSaid = place.village.hasSuffix(kind.text)
        return pick(zh: isSaid ? names : "\(names)（\(kind)）", en: "\(names) (\(kind))")
    }

    package func rule(_ match: PlaceMatch) -> Sentence {
        let rule = word(match.rule)
        guard let alias = match.alias else { return rule }
        let kind = word(alias.kind)
        return pick(
            zh: "\(rule)：“\(alias.alias)”是别名（\(kind)，来源：\(alias.source)）",
            en: "\(rule); \(alias.alias) is an alias (\(kind), source: \(alias.source))")
    }

    private func word(_ rule: MatchRule) -> Sentence {
        switch rule {
        case .exact: pick(zh: "名称完全一致", en: "exactly as written")
        case .normalized:
            pick(
                zh: "按规范写法一致（全半角、空格、繁简、村（居）委会等机关后缀不计）",
                en: "with width, spaces, traditional characters and office suffixes set aside")
        case .alias: pick(zh: "按别名查得", en: "by another spelling")
        case .townshipOmitted:
            pick(zh: "未写乡镇，全县只此一处", en: "no township given; the only one of this name in the county")
        case .suffixOmitted:
            pick(zh: "省略了“村”“社区”“镇”等字，同名的只此一处", en: "without its ending; the only name of this stem")
        case .address:
            pick(
                zh: "由地址识别（含上级名称、组、门牌的写法）",
                en: "recognised in an address, or in a name with a place in front or a group or number behind")
        case .pinyin: pick(zh: "按拼音一致", en: "by pinyin")
        case .township:
            pick(
                zh: "按乡镇查得；所写的村名不在已知村名之中，未经核对",
                en: "by the township; the name asked for in it is no known village and was not checked")
        }
    }

    package func origin(_ origin: EditionOrigin) -> Sentence {
        switch origin {
        case .builtIn: pick(zh: "随程序内置", en: "built into the program")
        case .unsigned: pick(zh: "【未签名】人工导入，没有核验签名", en: "[UNSIGNED] imported by hand, no signature checked")
        case .feed(let source): pick(zh: "发布源 \(source)，签名已核验", en: "feed \(source), signature checked")
        }
    }

    /// Of an edition that its source lists no longer; the day this was seen.
    package func withdrawn(_ day: CalendarDate) -> Sentence {
        pick(
            zh: "【已撤回】发布源不再列出本成果（\(word(day))得知）",
            en: "[WITHDRAWN] its source lists this edition no longer (seen on \(word(day)))")
    }

    package func asOf(_ date: CalendarDate) -> Sentence {
        pick(zh: "\(word(date))适用的成果", en: "the edition in force on \(word(date))")
    }

    package var asPrinted: Sentence {
        let option = Sentence(
            command: pick(zh: "（--as-printed）", en: " (--as-printed)"), page: "",
            interface: pick(zh: "（as_printed）", en: " (as_printed)"))
        return pick(zh: "按公报所印级别显示", en: "grades as printed") + option
    }

    /// Follows a grade that the document prints otherwise, confirmed or not.
    package func disputeMark(_ status: ErratumStatus?) -> Sentence {
        switch status {
        case .proposed, nil: pick(zh: "【级别待核】", en: "[DISPUTED, not yet verified]")
        case .confirmed: pick(zh: "【与原文印字不同，勘误已核实】", en: "[differs from the printed label, erratum confirmed]")
        case .rejected: pick(zh: "【级别待核，勘误已否定】", en: "[DISPUTED, erratum rejected]")
        }
    }

    package func dispute(_ dispute: Dispute) -> Sentence {
        let printed = word(dispute.printed), held = word(dispute.held)
        let reading =
            dispute.asPrinted
            ? pick(zh: "按公报所印级别显示\(printed)", en: "Answered as the document prints, \(printed)")
            : pick(zh: "公报文本标为\(printed)", en: "The document prints \(printed)")
        let basis =
            dispute.erratum.map { erratum in
                pick(
                    zh: "勘误\(erratum.id)，\(word(erratum.status))\(if: dispute.isRepeated, "，依据见上")",
                    en: "erratum \(erratum.id), \(word(erratum.status))\(if: dispute.isRepeated, ", evidence above")")
            } ?? pick(zh: "没有勘误记录", en: "no erratum recorded")
        let following: Sentence = dispute.erratum == nil ? "" : "按勘误"
        return pick(
            zh: "\(reading)，本系统\(following)采用\(held)（\(basis)）。", en: "\(reading); \(held) is held (\(basis)).")
    }

    /// An erratum on the entry that does not concern its grade.
    package func erratum(_ erratum: Erratum) -> Sentence {
        pick(
            zh: "另有勘误\(erratum.id)（\(word(erratum.status))）。",
            en: "See also erratum \(erratum.id) (\(word(erratum.status))).")
    }

    package func notListed(_ landType: LandType, table: String?) -> Sentence {
        let table = name(table, landType)
        return pick(zh: "未列入：\(table)未列该村（社区）。", en: "not listed: this place is not in \(table).")
    }

    /// The table grades by villages, and has none of the name asked for in this township.
    package func unknownInTable(_ landType: LandType, table: String?) -> Sentence {
        let table = name(table, landType)
        return pick(
            zh: "不知：\(table)按村（社区）定级，该乡镇之下没有列出所写的村名。",
            en: "unknown: \(table) grades by villages, and lists none of the name asked for in this township.")
    }

    private func name(_ table: String?, _ landType: LandType) -> Sentence {
        table.map { "\($0)" } ?? pick(zh: "\(word(landType))级别表", en: "the \(word(landType)) table")
    }

    /// Below a grade of the township as a whole.
    package func gradedAsWhole(_ township: String) -> Sentence {
        pick(
            zh: "文件把\(township)作为整体定级，没有列出村名。",
            en: "The document grades \(township) as a whole and names no villages.")
    }

    package var gradedByPart: Sentence { pick(zh: "村内分别定级：", en: "graded by parts of the village:") }

    /// A part of a village with its grade; `amount`: what the edition publishes for that grade.
    package func part(_ part: PartAnswer, amount: Sentence?) -> Sentence {
        let mark = part.heldGrade == part.printedGrade ? "" : " " + disputeMark(part.erratum?.status)
        let grade = word(part.grade) + mark
        return pick(zh: "\(part.part)：\(grade)", en: "\(part.part): \(grade)")
            + (amount.map { pick(zh: "，\($0)", en: ", \($0)") } ?? "")
    }

    /// Below the parts: what of the others.
    package var otherParts: Sentence {
        pick(zh: "文件没有写到的部分，没有公布级别。", en: "For other parts of the village the document publishes no grade.")
    }

    package func notPublished(_ answer: LandTypeAnswer) -> Sentence {
        let name = word(answer.landType)
        if answer.isPriced {
            return pick(
                zh: "未公布：本成果公布了\(name)各级的基准地价，没有公布哪些村是哪一级。",
                en:
                    "not published: this edition has base prices of \(name) by grade and does not say which villages have which."
            )
        }
        return answer.definition != nil
            ? pick(
                zh: "未公布：本成果只定义了\(name)的基准地价内涵，没有公布\(name)级别。",
                en: "not published: this edition defines the base price of \(name) and grades it nowhere.")
            : pick(zh: "未公布：本成果没有涉及\(name)。", en: "not published: this edition does not speak of \(name).")
    }

    package var noAmount: Sentence { pick(zh: "本成果未公布价格", en: "not published in this edition") }
}
