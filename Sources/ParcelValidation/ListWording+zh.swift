import SystemSupport
import TabularText

struct ChineseListWording: ListWording {
    func format(_ format: ListFormat) -> String {
        "编码 \(name(format.encoding))\(format.isASCII ? "（目前只见 ASCII 字符）" : "")，分隔符“\(format.delimiter.shown)”"
    }

    func columns(_ columns: ColumnMap) -> String {
        let known = ColumnRole.allCases.compactMap { role in
            columns[role].map { "\(name(role))＝第\($0 + 1)列“\(excerpt(columns.headers[$0]))”" }
        }
        return "列的认定：" + known.joined(separator: "，")
    }

    func sentence(_ error: FormatError) -> String {
        switch error {
        case .empty: "清单是空的"
        case .notText: "不是文本（含 NUL 字节）：可能是二进制文件，或没有字节序标记的 UTF-16；请另存为 UTF-8 的 CSV"
        case .utf32: "不支持 UTF-32；请另存为 UTF-8"
        case .undecodable(let utf8, let gb18030):
            "编码无法确定：按 UTF-8 在第 \(utf8) 字节处出错，按 GB18030 在第 \(gb18030) 字节处出错；请用 --encoding 指定，出错的行会单独标出"
        case .otherByteOrderMark(let found, let told): "文件的字节序标记表明是 \(name(found))，与指定的 \(name(told)) 不符"
        case .unknownSeparator(let text): "sep= 行指定的分隔符“\(excerpt(text))”不支持"
        case .delimiterUnclear(let counts):
            "分隔符不明确（\(counts.map { "“\($0.delimiter.shown)”得\($0.columns)列" }.joined(separator: "，"))）；请用 --delimiter 指定"
        case .headerTooLong: "表头行过长；请检查引号和换行"
        }
    }

    func sentence(_ error: ColumnError) -> String {
        switch error {
        case .missing(let role, let headers):
            "没有找到“\(name(role))”列；请用 --columns \(role.rawValue)=列名或列号 指定。现有列：\(list(headers))"
                + (looksLikeTitle(headers) ? "。首行似乎是标题；表头须在第一行，请删去标题行" : "")
        case .ambiguous(let role, let columns, let headers):
            "“\(name(role))”列有多个可能（第\(columns.map(String.init).joined(separator: "、"))列）；请用 --columns \(role.rawValue)=列号 指定。现有列：\(list(headers))"
        case .notThere(let role, let text, let headers):
            "--columns 为“\(name(role))”指定的“\(excerpt(text))”不存在。现有列：\(list(headers))"
        case .twice(let role, let text, let headers):
            "--columns 为“\(name(role))”指定的“\(excerpt(text))”有两列同名；请改用列号。现有列：\(list(headers))"
        case .shared(let first, let second, let column): "第\(column)列同时被指定为“\(name(first))”和“\(name(second))”"
        }
    }

    func sentence(_ error: ValidationError) -> String? {
        switch error {
        case .columns(let error): sentence(error)
        case .header(let fault, let line): "第\(line)行（表头）：\(NotesInChinese.text(of: .badRecord(fault)))"
        case .sameHeaders(let name, let columns):
            "表头“\(excerpt(name))”重复（第\(columns.map(String.init).joined(separator: "、"))列），无法输出 jsonl"
        case .noRows: "清单只有表头，没有数据行"
        case .stopped(let stop): words(stop)
        case .failed: nil
        }
    }

    private func words(_ stop: RecordStop) -> String {
        switch stop {
        case .recordTooLong(let row, let line, let offset, let quote):
            "第\(row)行记录（文件第\(line)行，字节偏移 \(offset)）超过 1 MiB"
                + (quote.map { "；引号自文件第\($0.line)行第\($0.column)列起没有闭合" } ?? "") + "；其后无法判读"
        case .unclosedQuote(let row, let quote): "第\(row)行记录的引号自文件第\(quote.line)行第\(quote.column)列起没有闭合；其后无法判读"
        case .halfCodeUnit(let offset): "UTF-16 文件在字节偏移 \(offset) 处残缺"
        }
    }

    func name(_ role: ColumnRole) -> String {
        switch role {
        case .county: "县"
        case .township: "乡镇"
        case .village: "村"
        case .address: "坐落"
        case .landType: "地类"
        case .grade: "级别"
        case .parcelID: "宗地代码"
        case .area: "面积"
        }
    }

    func name(_ verdict: Verdict) -> String {
        switch verdict {
        case .ok: "一致"
        case .filled: "已补级别"
        case .mismatch: "不一致"
        case .disputed: "有争议"
        case .notListed: "未列入"
        case .notPublished: "未公布"
        case .ambiguous: "不唯一"
        case .unknownTownship: "查无乡镇"
        case .unknownVillage: "查无此村"
        case .unknownLandType: "地类不明"
        case .outOfScope: "不在范围"
        case .unreadableGrade: "级别不明"
        case .badRow: "行有误"
        case .notARow: "不是地块"
        }
    }

    func summary(_ summary: ValidationSummary, _ columns: ColumnMap, rate: Int?, byTownship: Bool) -> [String] {
        let total = "共\(summary.rows)行" + (rate.map { "，每秒\($0)行" } ?? "")
        let townships = byTownship ? summary.townshipsInOrder : []
        return [total + "：" + counts(summary.counts) + (columns[.grade] == nil ? "（没有核对申报级别）" : "")]
            + areas(summary, columns)
            + townships.map { "  \($0.name == .none ? "未认定到村" : $0.name.text)：\(counts($0.counts))" }
    }

    private func areas(_ summary: ValidationSummary, _ columns: ColumnMap) -> [String] {
        guard let areas = summary.areas else { return [] }
        let verdicts = Verdict.allCases.filter { (summary.counts[$0] ?? 0) > 0 && $0 != .notARow }
        return [
            "面积合计\(columns.areaUnit.map { "（\(excerpt($0))）" } ?? "") \(areas.total)："
                + verdicts.map { "\(name($0)) \(areas.sum(of: $0))" }.joined(separator: "，")
                + (areas.empty > 0 ? "；空 \(areas.empty) 格" : "")
                + (areas.unreadable > 0 ? "；读不出 \(areas.unreadable) 格，没有计入" : "")
        ]
    }

    private func counts(_ counts: [Verdict: Int]) -> String {
        Verdict.allCases.compactMap { verdict in
            counts[verdict].map { "\(name(verdict))（\(verdict.rawValue)）\($0)" }
        }.joined(separator: "，")
    }

    private func name(_ encoding: TextEncoding) -> String { encoding.rawValue.uppercased() }

    private func list(_ headers: [String]) -> String { shownHeaders(headers, between: "，") }
}
