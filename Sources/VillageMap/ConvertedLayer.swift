import SystemPackage
import SystemSupport
import TabularText

/// A GeoPackage that GDAL's `ogr2ogr` made of a file of another format, for as long as it is read.
final class ConvertedLayer {
    let path: FilePath
    /// The first line of what `ogr2ogr` said, though it ended well.
    let said: String?
    private let folder: ScratchFolder

    /// - Parameter encoding: of a shapefile's names; nil: as its `.cpg` says, or found out.
    init(_ file: FilePath, _ format: LayerFormat, encoding: TextEncoding?) throws {
        folder = try ScratchFolder()
        path = folder.path.appending("villages.gpkg")
        // Absolute, so that no beginning of it means something to GDAL or is an option.
        let source = try FileSystem.resolved(file)
        var words: [FilePath] = ["-f", "GPKG", "-nlt", "CONVERT_TO_LINEAR", "-dim", "XY", "-lco", "SPATIAL_INDEX=NO"]
        if format == .shapefile, let encoding = try encoding ?? Self.encoding(beside: source) {
            words += ["-oo", FilePath("ENCODING=\(encoding.rawValue.uppercased())")]
        }
        let program = ChildProgram(name: "ogr2ogr", arguments: words + [path, source], time: 300, memory: 4096)
        do {
            said = ChildProgram.firstLine(try program.run { _ in })
        } catch let failure as ChildProgram.Failure { throw ConversionFault(failure, time: program.time) }
    }

    /// Of a shapefile without a `.cpg`: as its table says or its texts are. Nil: GDAL knows it.
    private static func encoding(beside file: FilePath) throws -> TextEncoding? {
        func beside(_ names: String...) -> FilePath? {
            names.lazy.map { name in
                var path = file
                path.extension = name
                return path
            }.first { FileSystem.isFile($0) }
        }
        guard beside("cpg", "CPG") == nil, let table = beside("dbf", "DBF", "Dbf") else { return nil }
        let input = try systemCall { try FileDescriptor.open(table, .readOnly, options: [.closeOnExec]) }
        defer { try? input.close() }
        var first = [UInt8](repeating: 0, count: 4096)
        let count = try systemCall { try first.withUnsafeMutableBytes { try input.read(into: $0) } }
        let source = try DBFSource(sample: Array(first[..<count]), encoding: nil) { buffer in
            try systemCall { try input.read(into: buffer) }
        }
        return source.format.encoding
    }
}

/// Why a layer could not be made a GeoPackage.
struct ConversionFault: Error, Worded {
    private let failure: ChildProgram.Failure
    private let time: Int

    init(_ failure: ChildProgram.Failure, time: Int) { (self.failure, self.time) = (failure, time) }

    func sentence(in language: Language) -> Sentence {
        switch failure {
        case .missing:
            language.pick(
                zh: "不是 GeoPackage；转换要用 ogr2ogr，这台机器上没有：请运行 apt install gdal-bin，或在 QGIS 中另存为 GeoPackage",
                en:
                    "no GeoPackage; converting it takes ogr2ogr, which is not installed: run `apt install gdal-bin`, or save it as GeoPackage in QGIS"
            )
        case .tooSlow:
            language.pick(
                zh: "ogr2ogr 用了 \(time) 秒还没有转换完，已停止；请在 QGIS 中另存为 GeoPackage",
                en: "ogr2ogr did not finish within \(time) seconds; save the layer as GeoPackage in QGIS")
        case .tooMuch, .failed:
            language.pick(
                zh: "不是 GeoPackage，ogr2ogr 也读不了\(said("，它说“", "”"))；请在 QGIS 中另存为 GeoPackage",
                en:
                    "no GeoPackage, and ogr2ogr can't read it\(said(", saying \u{2018}", "\u{2019}")); save the layer as GeoPackage in QGIS"
            )
        }
    }

    private func said(_ before: Sentence, _ behind: Sentence) -> Sentence {
        guard case .failed(_, let said) = failure, let line = ChildProgram.firstLine(said) else { return "" }
        return before + "\(excerpt: line, characters: 160)" + behind
    }
}
