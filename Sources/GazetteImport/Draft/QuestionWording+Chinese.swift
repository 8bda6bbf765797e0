import GradeModel

extension ImportQuestion {
    /// As a clerk reads it in the review workbook.
    public var chinese: String {
        switch kind {
        case .partOfVillage: "“\(text)”只涉及村的一部分，请写明村名，部分写在括号内，如：大坪村（1、2、3组）" + chineseForm
        case .joinedNames: "“\(text)”可能是两个村名，请用顿号分开写明；确为一个村名的照写" + chineseForm
        case .countedNames: "“\(text)”没有列全村名，请逐一写明" + chineseForm
        case .boundary: "“\(text)”按四至描述范围，请写明包括哪些村" + chineseForm
        case .exceptVillages, .restOfTownship:
            "“\(text)”须对照该乡镇全部村名才能确定，请写明所指各村" + chineseForm + "；有全县村名表的，也可以加上 --places 重新导入原文件"
        case .shortName: "“\(text)”不像完整的村名，请写全称；确为全称的照写" + chineseForm
        case .phrase: "“\(text)”没有写明村名，请写明所指各村；指整个乡镇的写“全域”" + chineseForm
        case .unknownTownship: "“\(text)”属于哪个乡镇？请按“乡镇：村、村”写明"
        case .wholeCounty: "“\(text)”指全县，请写明全部乡镇"
        case .wholeAndVillages: "“\(text)”包括整个乡镇，但其他行又列了该乡镇的村，请写明此处所指各村"
        case .villageTwice: "“\(text)”同一地类已有级别；本条不要的写“无”，应为其他村的写明村名"
        case .citation: "请填写文件的\(part?.chinese ?? "")" + (text.isEmpty ? "" : "（文中有：\(text)）")
        case .definition:
            "请填写\(landTypes.map(\.name).joined(separator: "、"))的\(attribute?.name ?? "")"
                + (text == attribute?.name ? "" : "（原文：\(text)）")
        case .price: "“\(text)”不能确定基准地价，请写明金额和单位，如：42.00元/平方米；没有的写“无”"
        case .rights: "文件有多种权利（\(text)），一个成果只能取一种：请加上 --rights 和其中一种，重新导入原文件；此处不必填写"
        case .labels: "级别栏或乡镇栏的文字可能错行：请对照印本逐行核对，把“级别”表的“乡镇”“级别”两栏改成印本所印的内容，然后写“是”"
        case .aligned: "本表的列是按版面位置划分的，请对照原件逐行核对，无误后写“是”"
        case .unknownTable: "本表的表头无法识别（\(text)），如是级别表或地价表，请在“级别”“地价”表中补录，处理完写“是”"
        case .unknownColumn: "“\(text)”一栏无法识别，请核对它是否影响各行的含义，处理完写“是”"
        case .landTypeOfTable: "本表（\(text)）适用于哪些地类？请写：园地、林地、草地中的一种或几种"
        case .note: "“\(text)”是否影响表中内容？请核对“级别”“地价”表，处理完写“是”"
        case .row: "本行无法识别（\(text)），请在“级别”“地价”表中补录，处理完写“是”"
        }
    }

    /// Where the document does not say the township, the answer has to.
    private var chineseForm: String { township == nil ? "；请写成“乡镇：村、村；乡镇：村”" : "" }

    /// The same in English.
    var form: String { township == nil ? "; write 乡镇：村、村；乡镇：村" : "" }
}

extension CitationPart {
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
