import SystemSupport
internal import TabularText

extension TableError {
    init(_ problem: LayerProblem) { self.init(problem.chinese, problem.english) }
}

extension LayerProblem {
    var chinese: String {
        switch self {
        case .noFile: "不是普通文件"
        case .unreadable(let detail): "无法读取：\(detail)"
        case .notDatabase: "不是 SQLite 数据库（GeoPackage 也是一种 SQLite 数据库）"
        case .damaged(let detail): "数据库已损坏：\(excerpt(detail))；请用备份，或在 QGIS 中另存图层"
        case .busy: "另一程序正在写入此文件；请在其中保存并关闭后再试"
        case .interrupted(let journal):
            "上次写入中断，旁边留有日志“\(excerpt(journal))”；请先用写入它的程序（如 QGIS）打开一次，让它恢复，再试"
        case .abandonedLog(let log):
            "旁边的日志“\(excerpt(log))”里有未并入的数据，而写入它的程序没有正常关闭；请先用该程序（如 QGIS）打开并关闭一次，再试"
        case .changed: "读取过程中文件被改动；请再试"
        case .refused(let detail): "数据库的定义中有不能执行的内容：\(excerpt(detail))"
        case .outOfMemory: "内存不足"
        case .valueTooLong: "数据库中有过长的值（或视图、生成列算出过长的值）；请在 QGIS 中另存所需图层，去掉无关的大字段"
        case .computed(let name): "“\(excerpt(name))”是视图或含有生成列；这里不执行数据库中的定义，请在 QGIS 中把它另存为普通图层"
        case .tooSlow(let seconds): "读了 \(seconds) 秒没有得到下一行，已停止；如果是视图，请在 QGIS 中把它另存为普通图层"
        case .tooMuchMemory(let bytes): "读取这个数据库所需内存超过 \(bytes >> 20) MiB，已停止；如果是视图，请在 QGIS 中把它另存为普通图层"
        case .tooManyComputedRows(let count): "视图的行数超过 \(count)，已停止；请在 QGIS 中把它另存为普通图层"
        case .cancelled: "已取消"
        case .noLayers: "文件中没有可读的图层或表"
        case .severalLayers(let layers): "文件中有多个图层：\(Self.chinese(layers))；请用 --layer 图层名 指定"
        case .unknownLayer(let name, let layers):
            "没有图层“\(excerpt(name))”，现有：\(Self.chinese(layers))；请用 --layer 图层名 指定"
        case .missingTable(let name): "图层“\(excerpt(name))”登记在 gpkg_contents 中，但没有这张表"
        case .tooManyColumns(let count): "图层有 \(count) 列，最多 1024 列"
        case .onlyGeometry(let name): "图层“\(excerpt(name))”除几何外没有别的列"
        case .outputIsInput: "输出文件就是输入文件"
        case .outputIsLink: "输出路径是符号链接"
        case .outputIsNoFile: "输出路径不是普通文件"
        case .outputHasLog(let log): "输出文件旁边有日志“\(excerpt(log))”，旧文件可能正打开着；请先关闭，或换一个输出文件名"
        case .unwritable(let detail): "无法写入：\(excerpt(detail))"
        case .noSpace: "磁盘空间不足"
        case .view(let name): "“\(excerpt(name))”是视图，不能加列；请先把它另存为图层，或输出 CSV"
        case .noRowID(let name): "表“\(excerpt(name))”没有行号（rowid），不能逐行写入；请先把它另存为图层，或输出 CSV"
        case .otherRows: "结果的行数与图层的行数不符；没有留下输出文件"
        case .brokenCells: "结果的格式有误；没有留下输出文件"
        }
    }

    var english: String {
        switch self {
        case .noFile: "not a regular file"
        case .unreadable(let detail): "can't be read: \(detail)"
        case .notDatabase: "not an SQLite database (a GeoPackage is one)"
        case .damaged(let detail):
            "the database is damaged: \(excerpt(detail)); use a backup, or save the layer anew in QGIS"
        case .busy: "another program is writing to this file; save and close it there, then try again"
        case .interrupted(let journal):
            "a change was broken off and its journal \"\(excerpt(journal))\" lies beside the file; open it once in the program that wrote it (QGIS, for one), which recovers it, then try again"
        case .abandonedLog(let log):
            "the log \"\(excerpt(log))\" beside the file has rows that are not in it yet, and its program was not closed properly; open and close the file there once (QGIS, for one), then try again"
        case .changed: "the file was written to while it was read; try again"
        case .refused(let detail): "the database's definitions want what is not done for them: \(excerpt(detail))"
        case .outOfMemory: "out of memory"
        case .valueTooLong:
            "a value is too long, or a view or a generated column makes one; save the layer anew in QGIS without large fields"
        case .computed(let name):
            "\"\(excerpt(name))\" is a view or has generated columns, and what the database defines is not run here; save it as a plain layer in QGIS"
        case .tooSlow(let seconds):
            "stopped after \(seconds) seconds without another row; if it is a view, save it as a plain layer in QGIS"
        case .tooMuchMemory(let bytes):
            "stopped: to read this database takes more than \(bytes >> 20) MiB of memory; if it is a view, save it as a plain layer in QGIS"
        case .tooManyComputedRows(let count):
            "stopped: the view has more than \(count) rows; save it as a plain layer in QGIS"
        case .cancelled: "cancelled"
        case .noLayers: "the file has no layer or table to read"
        case .severalLayers(let layers):
            "the file has several layers: \(Self.english(layers)); name one with --layer NAME"
        case .unknownLayer(let name, let layers):
            "there is no layer \"\(excerpt(name))\", but: \(Self.english(layers)); name one with --layer NAME"
        case .missingTable(let name):
            "layer \"\(excerpt(name))\" is listed in gpkg_contents, but there is no such table"
        case .tooManyColumns(let count): "the layer has \(count) columns; 1,024 are the most"
        case .onlyGeometry(let name): "layer \"\(excerpt(name))\" has no column beside its geometry"
        case .outputIsInput: "the output is the file that is being read"
        case .outputIsLink: "the output is a symbolic link"
        case .outputIsNoFile: "the output is no regular file"
        case .outputHasLog(let log):
            "the log \"\(excerpt(log))\" lies beside the output, so the old file may be open; close it, or choose another name"
        case .unwritable(let detail): "can't be written: \(excerpt(detail))"
        case .noSpace: "no space left on the disk"
        case .view(let name):
            "\"\(excerpt(name))\" is a view and can't get columns; save it as a layer first, or write CSV"
        case .noRowID(let name):
            "table \"\(excerpt(name))\" has no rowid to write by; save it as a layer first, or write CSV"
        case .otherRows: "the result has another number of rows than the layer; no output was left"
        case .brokenCells: "the result is not well formed; no output was left"
        }
    }

    private static func chinese(_ layers: [LayerCount]) -> String {
        let shownLayers = layers.prefix(40).map { layer in
            "“\(excerpt(layer.name))”（\(layer.rows.map { "\($0)行" } ?? "视图")）"
        }
        return layers.isEmpty ? "（无）" : shownLayers.joined(separator: "、") + (layers.count > 40 ? "……" : "")
    }

    private static func english(_ layers: [LayerCount]) -> String {
        let shownLayers = layers.prefix(40).map { layer in
            "\"\(excerpt(layer.name))\" (\(layer.rows.map { $0 == 1 ? "1 row" : "\($0) rows" } ?? "a view"))"
        }
        return layers.isEmpty ? "(none)" : shownLayers.joined(separator: ", ") + (layers.count > 40 ? " …" : "")
    }
}
