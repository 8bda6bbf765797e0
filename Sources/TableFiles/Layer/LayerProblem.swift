import SystemSupport
import TabularText

/// Why a layer can't be read, or a copy of it not be made.
enum LayerProblem: Hashable {
    case noFile
    case unreadable(String)
    case notDatabase
    case damaged(String)
    /// Another program writes to it, longer than we wait.
    case busy
    /// A change was broken off; the journal that takes it back lies beside the file.
    case interrupted(journal: String)
    /// A log with rows that nobody has open.
    case abandonedLog(String)
    /// It was written to while it was read.
    case changed
    /// The database's own definitions want something that is not done for a file from elsewhere.
    case refused(String)
    case outOfMemory
    /// A cell, or what a view makes, is longer than SQLite may hold.
    case valueTooLong
    /// A view, or columns that are made when they are read, in a file from a stranger.
    case computed(String)
    case tooSlow(seconds: Int)
    case tooMuchMemory(bytes: Int64)
    case tooManyComputedRows(Int)
    case cancelled

    case noLayers
    case severalLayers([LayerCount])
    case unknownLayer(String, [LayerCount])
    case missingTable(String)
    case tooManyColumns(Int)
    case onlyGeometry(String)
    case noGeometry(String)
    case tooManyFeatures(Int)
    case tooManyPoints(Int)

    case outputIsInput
    case outputIsLink
    case outputIsNoFile
    /// Somebody has the old file of that name open.
    case outputHasLog(String)
    case unwritable(String)
    case noSpace
    case view(String)
    case noRowID(String)
    case otherRows
    case brokenCells

    /// A layer and its rows; nil where counting them would mean to run a view.
    struct LayerCount: Hashable {
        let name: String
        let rows: Int?
    }
}

extension LayerProblem: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .noFile: language.pick(zh: "不是普通文件", en: "not a regular file")
        case .unreadable(let detail):
            language.pick(zh: "无法读取：\(SystemWords.chinese(detail))", en: "can't be read: \(detail)")
        case .notDatabase:
            language.pick(
                zh: "不是 SQLite 数据库（GeoPackage 也是一种 SQLite 数据库）",
                en: "not an SQLite database (a GeoPackage is one)")
        case .damaged(let detail):
            language.pick(
                zh: "数据库已损坏：\(excerpt: detail)；请用备份，或在 QGIS 中另存图层",
                en: "the database is damaged: \(excerpt: detail); use a backup, or save the layer anew in QGIS")
        case .busy:
            language.pick(
                zh: "另一程序正在写入此文件；请在其中保存并关闭后再试",
                en: "another program is writing to this file; save and close it there, then try again")
        case .interrupted(let journal):
            language.pick(
                zh: "上次写入中断，旁边留有日志“\(excerpt: journal)”；请先用写入它的程序（如 QGIS）打开一次，让它恢复，再试",
                en:
                    "a change was broken off and its journal \"\(excerpt: journal)\" lies beside the file; open it once in the program that wrote it (QGIS, for one), which recovers it, then try again"
            )
        case .abandonedLog(let log):
            language.pick(
                zh: "旁边的日志“\(excerpt: log)”里有未并入的数据，而写入它的程序没有正常关闭；请先用该程序（如 QGIS）打开并关闭一次，再试",
                en:
                    "the log \"\(excerpt: log)\" beside the file has rows that are not in it yet, and its program was not closed properly; open and close the file there once (QGIS, for one), then try again"
            )
        case .changed: language.pick(zh: "读取过程中文件被改动；请再试", en: "the file was written to while it was read; try again")
        case .refused(let detail):
            language.pick(
                zh: "数据库的定义中有不能执行的内容：\(excerpt: detail)",
                en: "the database's definitions want what is not done for them: \(excerpt: detail)")
        case .outOfMemory: language.pick(zh: "内存不足", en: "out of memory")
        case .valueTooLong:
            language.pick(
                zh: "数据库中有过长的值（或视图、生成列算出过长的值）；请在 QGIS 中另存所需图层，去掉无关的大字段",
                en:
                    "a value is too long, or a view or a generated column makes one; save the layer anew in QGIS without large fields"
            )
        case .computed(let name):
            language.pick(
                zh: "“\(excerpt: name)”是视图或含有生成列；这里不执行数据库中的定义，请在 QGIS 中把它另存为普通图层",
                en:
                    "\"\(excerpt: name)\" is a view or has generated columns, and what the database defines is not run here; save it as a plain layer in QGIS"
            )
        case .tooSlow(let seconds):
            language.pick(
                zh: "读了 \(seconds) 秒没有得到下一行，已停止；如果是视图，请在 QGIS 中把它另存为普通图层",
                en:
                    "stopped after \(seconds) seconds without another row; if it is a view, save it as a plain layer in QGIS"
            )
        case .tooMuchMemory(let bytes):
            language.pick(
                zh: "读取这个数据库所需内存超过 \(bytes >> 20) MiB，已停止；如果是视图，请在 QGIS 中把它另存为普通图层",
                en:
                    "stopped: to read this database takes more than \(bytes >> 20) MiB of memory; if it is a view, save it as a plain layer in QGIS"
            )
        case .tooManyComputedRows(let count):
            language.pick(
                zh: "视图的行数超过 \(count)，已停止；请在 QGIS 中把它另存为普通图层",
                en: "stopped: the view has more than \(count) rows; save it as a plain layer in QGIS")
        case .cancelled: language.pick(zh: "已取消", en: "cancelled")
        case .noLayers: language.pick(zh: "文件中没有可读的图层或表", en: "the file has no layer or table to read")
        case .severalLayers(let layers):
            language.pick(
                zh: "文件中有多个图层：\(Self.list(layers, in: language))；\(ListSetting.layer.remedy("图层名", in: language))",
                en:
                    "the file has several layers: \(Self.list(layers, in: language)); \(ListSetting.layer.remedy("NAME", in: language))"
            )
        case .unknownLayer(let name, let layers):
            language.pick(
                zh:
                    "没有图层“\(excerpt: name)”，现有：\(Self.list(layers, in: language))；\(ListSetting.layer.remedy("图层名", in: language))",
                en:
                    "there is no layer \"\(excerpt: name)\", but: \(Self.list(layers, in: language)); \(ListSetting.layer.remedy("NAME", in: language))"
            )
        case .missingTable(let name):
            language.pick(
                zh: "图层“\(excerpt: name)”登记在 gpkg_contents 中，但没有这张表",
                en: "layer \"\(excerpt: name)\" is listed in gpkg_contents, but there is no such table")
        case .tooManyColumns(let count):
            language.pick(zh: "图层有 \(count) 列，最多 1024 列", en: "the layer has \(count) columns; 1,024 are the most")
        case .onlyGeometry(let name):
            language.pick(
                zh: "图层“\(excerpt: name)”除几何外没有别的列",
                en: "layer \"\(excerpt: name)\" has no column beside its geometry")
        case .noGeometry(let name):
            language.pick(
                zh: "“\(excerpt: name)”没有图形列，画不了；请用含有面或点的图层",
                en: "\"\(excerpt: name)\" has no geometry to draw; use a layer of areas or points")
        case .tooManyFeatures(let count):
            language.pick(
                zh: "图层超过 \(count) 个图形，不像一个县的村；请先在 QGIS 中选出本县各村",
                en:
                    "the layer has more than \(count) features, which no county has villages; select its villages in QGIS first"
            )
        case .tooManyPoints(let count):
            language.pick(
                zh: "图层的顶点超过 \(count) 个；请先在 QGIS 中简化图形",
                en: "the layer has more than \(count) vertices; simplify its shapes in QGIS first")
        case .outputIsInput: language.pick(zh: "输出文件就是输入文件", en: "the output is the file that is being read")
        case .outputIsLink: language.pick(zh: "输出路径是符号链接", en: "the output is a symbolic link")
        case .outputIsNoFile: language.pick(zh: "输出路径不是普通文件", en: "the output is no regular file")
        case .outputHasLog(let log):
            language.pick(
                zh: "输出文件旁边有日志“\(excerpt: log)”，旧文件可能正打开着；请先关闭，或换一个输出文件名",
                en:
                    "the log \"\(excerpt: log)\" lies beside the output, so the old file may be open; close it, or choose another name"
            )
        case .unwritable(let detail):
            language.pick(
                zh: "无法写入：\(SystemWords.chinese(detail, characters: 80))", en: "can't be written: \(excerpt: detail)")
        case .noSpace: language.pick(zh: "磁盘空间不足", en: "no space left on the disk")
        case .view(let name):
            language.pick(
                zh: "“\(excerpt: name)”是视图，不能加列；请先把它另存为图层，或输出 CSV",
                en: "\"\(excerpt: name)\" is a view and can't get columns; save it as a layer first, or write CSV")
        case .noRowID(let name):
            language.pick(
                zh: "表“\(excerpt: name)”没有行号（rowid），不能逐行写入；请先把它另存为图层，或输出 CSV",
                en: "table \"\(excerpt: name)\" has no rowid to write by; save it as a layer first, or write CSV")
        case .otherRows:
            language.pick(
                zh: "结果的行数与图层的行数不符；没有留下输出文件",
                en: "the result has another number of rows than the layer; no output was left")
        case .brokenCells:
            language.pick(zh: "结果的格式有误；没有留下输出文件", en: "the result is not well formed; no output was left")
        }
    }

    private static func list(_ layers: [LayerCount], in language: Language) -> Sentence {
        guard !layers.isEmpty else { return language.pick(zh: "（无）", en: "(none)") }
        let shown = layers.prefix(40).map { layer -> Sentence in
            let rows =
                layer.rows.map { language.pick(zh: "\($0)行", en: $0 == 1 ? "1 row" : "\($0) rows") }
                ?? language.pick(zh: "视图", en: "a view")
            return language.pick(zh: "“\(excerpt: layer.name)”（\(rows)）", en: "\"\(excerpt: layer.name)\" (\(rows))")
        }
        let rest = layers.count > 40
        return language.pick(
            zh: "\(shown.joined(separator: "、"))\(if: rest, "……")",
            en: "\(shown.joined(separator: ", "))\(if: rest, " …")")
    }
}
