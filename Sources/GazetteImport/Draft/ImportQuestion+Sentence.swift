import GradeModel
public import SystemSupport

extension ImportQuestion: Worded {
    /// What a person is asked about `text`.
    public func sentence(in language: Language) -> Sentence {
        switch kind {
        case .partOfVillage:
            language.pick(
                zh: "“\(line: text)”只涉及村的一部分，请写明村名，部分写在括号内，如：大坪村（1、2、3组）" + form(in: language),
                en: "\(quoted: text) is about a part of a village; name the village, with the part in brackets"
                    + form(in: language))
        case .joinedNames:
            language.pick(
                zh: "“\(line: text)”可能是两个村名，请用顿号分开写明；确为一个村名的照写" + form(in: language),
                en: "\(quoted: text) may be two names; write them with 、 between, or as one name" + form(in: language))
        case .countedNames:
            language.pick(
                zh: "“\(line: text)”没有列全村名，请逐一写明" + form(in: language),
                en: "\(quoted: text) counts villages without naming them all; name them" + form(in: language))
        case .boundary:
            language.pick(
                zh: "“\(line: text)”按四至描述范围，请写明包括哪些村" + form(in: language),
                en: "\(quoted: text) describes an area by its borders; name the villages in it" + form(in: language))
        case .exceptVillages:
            language.pick(
                zh: "“\(line: text)”须对照该乡镇全部村名才能确定，请写明所指各村" + form(in: language) + "；有全县村名表的，也可以加上 --places 重新导入原文件",
                en: "\(quoted: text) needs the list of the township's villages (--places); or name those that are meant"
                    + form(in: language))
        case .restOfTownship:
            language.pick(
                zh: "“\(line: text)”须对照该乡镇全部村名才能确定，请写明所指各村" + form(in: language) + "；有全县村名表的，也可以加上 --places 重新导入原文件",
                en: "\(quoted: text) needs the list of the township's villages (--places); or name those that are meant"
                    + form(in: language))
        case .shortName:
            language.pick(
                zh: "“\(line: text)”不像完整的村名，请写全称；确为全称的照写" + form(in: language),
                en:
                    "\(quoted: text) has no ending that a place has; write the whole name, or the same again if it is whole"
                    + form(in: language))
        case .phrase:
            language.pick(
                zh: "“\(line: text)”没有写明村名，请写明所指各村；指整个乡镇的写“全域”" + form(in: language),
                en: "\(quoted: text) names no villages; name those that are meant, or 全域 for the whole township"
                    + form(in: language))
        case .unknownTownship:
            language.pick(
                zh: "“\(line: text)”属于哪个乡镇？请按“乡镇：村、村”写明", en: "of which township is \(quoted: text)? write 乡镇：村、村")
        case .wholeCounty:
            language.pick(zh: "“\(line: text)”指全县，请写明全部乡镇", en: "\(quoted: text): name the townships of the county")
        case .wholeAndVillages:
            language.pick(
                zh: "“\(line: text)”包括整个乡镇，但其他行又列了该乡镇的村，请写明此处所指各村",
                en:
                    "\(quoted: text) takes in the whole township, and other rows name villages of it; name the villages that are meant here"
            )
        case .villageTwice:
            language.pick(
                zh: "“\(line: text)”同一地类已有级别；本条不要的写“无”，应为其他村的写明村名",
                en:
                    "\(quoted: text) has a grade for this land type already; say 无 to leave this entry out, or name another village"
            )
        case .citation:
            language.pick(
                zh: "请填写文件的\(part?.sentence(in: language) ?? "")" + (text.isEmpty ? "" : "（文中有：\(line: text)）"),
                en: part.map {
                    "the document's \($0.sentence(in: language)) was not found; \($0.remedy)"
                        + (text.isEmpty ? "" : " (seen: \(line: text))")
                } ?? "")
        case .definition:
            language.pick(
                zh: "请填写\(landTypes.map(\.name).joined(separator: "、"))的\(attribute?.name ?? "")"
                    + (text == attribute?.name ? "" : "（原文：\(line: text)）"),
                en: "the definition's \(attribute?.name ?? "") is not told"
                    + (text == attribute?.name ? "" : ": \(quoted: text)"))
        case .price:
            language.pick(
                zh: "“\(line: text)”不能确定基准地价，请写明金额和单位，如：42.00元/平方米；没有的写“无”",
                en: "\(quoted: text): what is the base price, and its unit?")
        case .rights:
            language.pick(
                zh: "文件有多种权利（\(line: text)），一个成果只能取一种：请加上 --rights 和其中一种，重新导入原文件；此处不必填写",
                en:
                    "the document has several rights (\(line: text)), an edition holds one; import the document again with --rights and one of them"
            )
        case .labels:
            language.pick(
                zh: "级别栏或乡镇栏的文字可能错行：请对照印本逐行核对，把“级别”表的“乡镇”“级别”两栏改成印本所印的内容，然后写“是”",
                en:
                    "the labels (grade, township) may stand in the wrong rows; compare each row with the printed document, correct the columns 乡镇 and 级别 of the sheet 级别, then answer 是: \(quoted: text)"
            )
        case .aligned:
            language.pick(
                zh: "本表的列是按版面位置划分的，请对照原件逐行核对，无误后写“是”",
                en: "the columns were told by their position on the page; compare each row with the document")
        case .unknownTable:
            language.pick(
                zh: "本表的表头无法识别（\(line: text)），如是级别表或地价表，请在“级别”“地价”表中补录，处理完写“是”",
                en: "a table that may be one of grades or prices has a header that is not known: \(quoted: text)")
        case .unknownColumn:
            language.pick(
                zh: "“\(line: text)”一栏无法识别，请核对它是否影响各行的含义，处理完写“是”",
                en: "the column \(quoted: text) is not known; does it change what the rows mean?")
        case .landTypeOfTable:
            language.pick(
                zh: "本表（\(line: text)）适用于哪些地类？请写：园地、林地、草地中的一种或几种",
                en: "for which land types does this table hold? \(quoted: text)")
        case .note:
            language.pick(
                zh: "“\(line: text)”是否影响表中内容？请核对“级别”“地价”表，处理完写“是”",
                en: "does this note change what the tables say? \(quoted: text)")
        case .row:
            language.pick(
                zh: "本行无法识别（\(line: text)），请在“级别”“地价”表中补录，处理完写“是”",
                en: "the row can't be understood: \(quoted: text)")
        }
    }

    /// Where the document does not say the township, the answer has to.
    private func form(in language: Language) -> Sentence {
        guard township == nil else { return "" }
        return language.pick(zh: "；请写成“乡镇：村、村；乡镇：村”", en: "; write 乡镇：村、村；乡镇：村")
    }

    /// The question for a command's output: with where `text` stands, what it is about and what is suggested.
    public func placed(in language: Language) -> Sentence {
        let names = [township].compactMap { $0 } + landTypes.map(\.name) + [grade?.label].compactMap { $0 }
        let about: Sentence = "\(names.joined(separator: " "))"
        let stands = source.map { "\($0)" as Sentence } ?? place?.sentence(in: language)
        let front = [stands, about].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: language.pick(zh: "，", en: ", "))
        let colon = front.isEmpty ? "" : language.pick(zh: "：", en: ": ")
        let suggested =
            suggestion.isEmpty ? "" : language.pick(zh: "；建议：\(suggestion)", en: "; suggested: \(suggestion)")
        return "\(front)\(colon)\(sentence(in: language))\(suggested)"
    }
}

extension CitationPart: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .number: language.pick(zh: "文号", en: "number (such as 湘阴政发〔2025〕1号)")
        case .registration: language.pick(zh: "登记号（没有的写“无”）", en: "registration number (such as XYDR-2025-00001)")
        case .title: language.pick(zh: "标题", en: "title")
        case .issuer: language.pick(zh: "发布机关", en: "issuer")
        case .issued: language.pick(zh: "发布日期", en: "date of issue")
        case .publication: language.pick(zh: "刊登处（没有的写“无”）", en: "publication (such as …公报 2025年第1期)")
        case .countyName: language.pick(zh: "县名", en: "county name")
        case .id: language.pick(zh: "成果编号", en: "year and number for an edition id")
        }
    }

    /// How it is given on the command line.
    fileprivate var remedy: Sentence {
        switch self {
        case .number: "give it with --document"
        case .registration: "give it with --registration, or say --no-registration"
        case .title: "give it with --title"
        case .issuer: "give it with --issuer"
        case .issued: "give the date with --issued"
        case .publication: "give it with --publication, or say --no-publication"
        case .countyName: "give it with --county-name"
        case .id: "give one with --id"
        }
    }
}
