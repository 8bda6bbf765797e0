import GradeModel
import TabularText

enum NotesInChinese {
    static func text(of note: Note) -> String {
        switch note {
        case .withdrawn(let note): (note.map { text(of: $0) + "；" } ?? "") + "该成果已撤回"
        case .wholeTownship(let note, let isKnown):
            (note.map { text(of: $0) + "；" } ?? "") + "文件对该乡镇整体定级" + (isKnown ? "" : "，所写村名未经核对")
        case .byPart(let parts):
            "该村分部分定级" + text(of: parts) + (parts.count == 1 ? "；其他部分未公布级别" : "") + "，需按地块所在部分确定"
        case .alikeByPart(let note, let parts):
            (note.map { text(of: $0) + "；" } ?? "") + "该村分部分定级，所列各部分级别相同" + text(of: parts)
        case .mismatch(let declared, let official): "申报\(declared.label)，应为\(official.label)"
        case .mismatchDisputed(let declared, let dispute): "申报\(declared.label)；\(text(of: dispute))"
        case .disputed(let dispute): "\(text(of: dispute))，需人工确认"
        case .filledDisputed(let dispute): text(of: dispute)
        case .notListed: "该村未列入此类土地的级别表"
        case .notPublished: "该成果未公布此类土地的级别"
        case .noEdition: "当时没有施行的成果"
        case .unreadableGrade(let official, let dispute):
            "申报级别无法识别" + (official.map { "；应为\($0.label)" } ?? "") + (dispute.map { "；\(text(of: $0))" } ?? "")
        case .unknownLandType: "不是 GB/T 21010 的地类名称或编码"
        case .landTypeOfEither(let types):
            "按不同标准分属\(types.map(\.name).joined(separator: "和"))，请改写为 GB/T 21010 的地类名称或编码"
        case .ambiguous(let places):
            "有多处符合：" + places.prefix(5).map { $0.township + $0.village }.joined(separator: "、")
                + (places.count > 5 ? "等\(places.count)处" : "")
        case .unknownTownship(let near): "没有此乡镇" + text(of: near)
        case .unknownVillage(let near): "没有此村" + text(of: near)
        case .townshipOnly(let townships): townships.listed(behind: "只写了乡镇（", separator: "、") + "），没有写村"
        case .otherTownship(let township, let near): "村一栏写的是\(township)，与乡镇一栏不同" + text(of: near)
        case .unknownCounty: "所写的县不在库中"
        case .needsCounty: "只写了拼音：库中县多，没有逐县查找；请写明县，或用汉字写乡镇"
        case .badRecord(let fault): text(of: fault)
        case .badCell(.formulaWithoutValue, let cell): "\(cell)是公式，没有存结果；请在电子表格中重新计算并保存"
        case .badCell(.longNumber, let cell): "\(cell)的宗地代码存成了数字，超过15位的部分已丢失；请改为文本格式后重新录入"
        case .badCell(.binary, let cell): "\(cell)是二进制数据"
        case .badCell(.cut, let cell): "\(cell)的文字被字段长度截断，末尾不全；请按原始资料补全，或加长字段后重新导出"
        case .badCell(_, let cell): "\(cell)是错误值"
        case .ragged(let found, let expected): "有\(found)个字段，表头有\(expected)个"
        case .noParcel(.blank): "空行"
        case .noParcel(.total): "合计行，不是地块"
        case .noParcel(.footer): "表尾，不是地块"
        case .noParcel(.numbers): "栏次，不是地块"
        case .repeatsHeader: "重复的表头"
        case .parcelID(.scientific): "宗地代码已被电子表格改成数字，末几位已丢失"
        case .parcelID(.number): "宗地代码已被程序当作数字（带小数点或千分位）；请按原代码以文本重新录入"
        case .parcelID(.date): "宗地代码已被程序当作日期；请按原代码以文本重新录入"
        case .parcelID(.errorValue): "宗地代码是错误值"
        case .parcelID(.invisible): "宗地代码含有不可见字符"
        case .parcelID(.tooLong): "宗地代码超过\(ParcelIDFault.longest)个字符"
        }
    }

    private static func text(of dispute: Dispute) -> String {
        "有争议\(dispute.erratum.map { "（\($0)）" } ?? "")：采用\(dispute.held.label)，原文印作\(dispute.printed.label)"
    }

    private static func text(of parts: [PartGrade]) -> String {
        guard !parts.isEmpty else { return "" }
        let shown = parts.prefix(5).map { $0.part + $0.grade.label + ($0.isDisputed ? "（有争议）" : "") }
        return "：" + shown.joined(separator: "；") + (parts.count > 5 ? "等\(parts.count)部分" : "")
    }

    private static func text(of near: [Suggestion]) -> String {
        near.listed(behind: "；相近的有：", separator: "、")
    }

    private static func text(of fault: LocatedFault) -> String {
        let what =
            switch fault.fault {
            case .quoteInField: "未加引号的字段中有引号"
            case .textAfterQuote: "右引号后还有文字"
            case .nulByte: "有 NUL 字节"
            case .tooManyColumns: "超过\(RecordBlock.maximumColumns)列"
            case .wrongBytes: "有不属于该编码的字节"
            }
        return "第\(fault.column)列，第\(fault.offset)字节处：\(what)"
    }
}
