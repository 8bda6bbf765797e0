import GradeModel
import SourceDocuments

extension ImportError {
    /// The same as `description`, as a clerk reads it.
    public var chinese: String { (place.map { $0.chinese.isEmpty ? "" : $0.chinese + "：" } ?? "") + problem.chinese }
}

extension ImportProblem {
    fileprivate var chinese: String {
        switch self {
        case .noTables(let seen):
            "没有找到园地、林地或草地的级别表或基准地价表；"
                + (seen.isEmpty
                    ? "文件中一张表也没有：附表是不是在另一个文件中，或者是图片？"
                    : "见到的表头：\(seen.map { "“\($0)”" }.joined(separator: "；"))；是不是选错了文件？")
        case .noGradeTable: "只有基准地价或内涵，没有写明各地是什么级别的表；请把有级别表的文件一并写上"
        case .announced(let caption): "“\(caption)”之后没有表；如果是图片或在另一个文件中，请取得表格并把那个文件一并写上"
        case .otherCounty(let found, let expected): "表题写的是\(found)，不是\(expected)；请改正 --county-name，或者只留一个县的表"
        case .secondTable(let landType, let table, let first):
            "\(table)又给\(landType.name)定级，前面已有\(first)；请只留一份文件的表"
        case .secondDefinitions(let first): "有第二张内涵表，前面已有\(first)；请只留一份文件的表"
        case .noSuchRight(let right, let known):
            "--rights “\(right)”：文件中的权利有\(known.joined(separator: "、"))；请写其中一种"
        case .endsInsideRow: "文本在表的一行中间结束，末行没有换行；如果并没有缺少内容，请在末行后加一个换行"
        case .places(let reason): "读不了村名表：\(reason)"
        case .placesHeader(let header): "村名表要有“乡镇”“村”两列；现有“\(header)”"
        case .placesRow(let line, let text): "村名表第 \(line) 行“\(text)”不是乡镇和村；请改正"
        }
    }
}
