import GradeModel

extension ImportQuestion {
    /// In English, for the command's output: what is asked about `text`, and where it stands.
    public var english: String {
        let about = ([township].compactMap { $0 } + landTypes.map(\.name) + [grade?.label].compactMap { $0 })
            .joined(separator: " ")
        return [source?.description ?? place?.words, about.isEmpty ? nil : about].compactMap { $0 }
            .joined(separator: ", ") + (source == nil && place == nil && about.isEmpty ? "" : ": ") + asked
            + (suggestion.isEmpty ? "" : "; suggested: \(suggestion)")
    }

    private var asked: String {
        switch kind {
        case .partOfVillage: "\(shown(text)) is about a part of a village; name the village, with the part in brackets"
        case .joinedNames: "\(shown(text)) may be two names; write them with 、 between, or as one name"
        case .countedNames: "\(shown(text)) counts villages without naming them all; name them"
        case .boundary: "\(shown(text)) describes an area by its borders; name the villages in it"
        case .exceptVillages:
            "\(shown(text)) needs the list of the township's villages (--places); or name those that are meant"
        case .restOfTownship:
            "\(shown(text)) needs the list of the township's villages (--places); or name those that are meant"
        case .shortName: "\(shown(text)) has no ending that a place has; write the whole name"
        case .phrase: "\(shown(text)) names no villages; name those that are meant, or 全域 for the whole township"
        case .unknownTownship: "of which township is \(shown(text))? write 乡镇：村、村"
        case .wholeCounty: "\(shown(text)): name the townships of the county"
        case .wholeAndVillages:
            "\(shown(text)) takes in the whole township, and other rows name villages of it; name the villages that are meant here"
        case .villageTwice:
            "\(shown(text)) has a grade for this land type already; say 无 to leave this entry out, or name another village"
        case .citation:
            part.map {
                "the document's \($0.words) was not found; \($0.remedy)" + (text.isEmpty ? "" : " (seen: \(text))")
            } ?? ""
        case .definition:
            "the definition's \(attribute?.name ?? "") is not told"
                + (text == attribute?.name ? "" : ": \(shown(text))")
        case .price: "\(shown(text)): what is the base price, and its unit?"
        case .rights: "the document has several rights (\(text)), an edition holds one; name it with --rights"
        case .labels:
            "the grade labels may stand in the wrong rows; compare each row with the printed document: \(shown(text))"
        case .aligned: "the columns were told by their position on the page; compare each row with the document"
        case .unknownTable: "a table that may be one of grades or prices has a header that is not known: \(shown(text))"
        case .unknownColumn: "the column \(shown(text)) is not known; does it change what the rows mean?"
        case .landTypeOfTable: "for which land types does this table hold? \(shown(text))"
        case .note: "does this note change what the tables say? \(shown(text))"
        case .row: "the row can't be understood: \(shown(text))"
        }
    }

    /// As a clerk reads it in the review workbook.
    public var chinese: String {
        switch kind {
        case .partOfVillage: "“\(text)”只涉及村的一部分，请写明村名，部分写在括号内，如：大坪村（1、2、3组）"
        case .joinedNames: "“\(text)”可能是两个村名，请用顿号分开写明；确为一个村名的照写"
        case .countedNames: "“\(text)”没有列全村名，请逐一写明"
        case .boundary: "“\(text)”按四至描述范围，请写明包括哪些村"
        case .exceptVillages, .restOfTownship: "“\(text)”须对照该乡镇全部村名才能确定，请写明所指各村"
        case .shortName: "“\(text)”不像完整的村名，请写全称"
        case .phrase: "“\(text)”没有写明村名，请写明所指各村；指整个乡镇的写“全域”"
        case .unknownTownship: "“\(text)”属于哪个乡镇？请按“乡镇：村、村”写明"
        case .wholeCounty: "“\(text)”指全县，请写明全部乡镇"
        case .wholeAndVillages: "“\(text)”包括整个乡镇，但其他行又列了该乡镇的村，请写明此处所指各村"
        case .villageTwice: "“\(text)”同一地类已有级别；本条不要的写“无”，应为其他村的写明村名"
        case .citation: "请填写文件的\(part?.chinese ?? "")" + (text.isEmpty ? "" : "（文中有：\(text)）")
        case .definition:
            "请填写\(landTypes.map(\.name).joined(separator: "、"))的\(attribute?.name ?? "")"
                + (text == attribute?.name ? "" : "（原文：\(text)）")
        case .price: "“\(text)”不能确定基准地价，请写明金额和单位，如：42.00元/平方米；没有的写“无”"
        case .rights: "文件有多种权利（\(text)），成果只能采用一种，请写明采用哪一种"
        case .labels: "级别栏的文字可能错行，请对照印本逐行核对“级别”表，改正后写“是”"
        case .aligned: "本表的列是按版面位置划分的，请对照原件逐行核对，无误后写“是”"
        case .unknownTable: "本表的表头无法识别（\(text)），如是级别表或地价表，请在“级别”“地价”表中补录，处理完写“是”"
        case .unknownColumn: "“\(text)”一栏无法识别，请核对它是否影响各行的含义，处理完写“是”"
        case .landTypeOfTable: "本表（\(text)）适用于哪些地类？请写：园地、林地、草地中的一种或几种"
        case .note: "“\(text)”是否影响表中内容？请核对“级别”“地价”表，处理完写“是”"
        case .row: "本行无法识别（\(text)），请在“级别”“地价”表中补录，处理完写“是”"
        }
    }
}

extension CitationPart {
    public var words: String {
        switch self {
        case .number: "number (such as 湘阴政发〔2025〕1号)"
        case .registration: "registration number (such as XYDR-2025-00001)"
        case .title: "title"
        case .issuer: "issuer"
        case .issued: "date of issue"
        case .publication: "publication (such as …公报 2025年第1期)"
        case .countyName: "county name"
        case .id: "year and number for an edition id"
        }
    }

    public var remedy: String {
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

    public var chinese: String {
        switch self {
        case .number: "文号"
        case .registration: "登记号（没有的写“无”）"
        case .title: "标题"
        case .issuer: "发布机关"
        case .issued: "发布日期"
        case .publication: "刊登处（没有的写“无”）"
        case .countyName: "县名"
        case .id: "成果编号"
        }
    }
}
