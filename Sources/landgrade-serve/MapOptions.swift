import ArgumentParser
import CommandSupport
import LookupService
import ParcelValidation
import SystemPackage
import SystemSupport
import VillageMap

/// Layers of villages that the pages draw maps of.
struct MapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            zh: "一个县的村级图层（面或点，GeoPackage 最好），网页据此画级别地图；可写多次，每县一个文件。不写则没有地图。",
            en:
                "A county's layer of villages (areas or points, best a GeoPackage), which the pages draw grades on; may be repeated, one file a county. Else no maps.",
            value: .file))
    var villages: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "--villages 各文件中的图层；只有一个时不必写。", en: "The layer in the files of --villages, where they have several.",
            value: .init(zh: "图层", en: "layer")))
    var villagesLayer: String?

    @Option(
        help: ArgumentHelp(
            zh: "--villages 各文件中名称所在的列，写作 用途=列名，以逗号分隔；用途：county（县）、township（乡镇）、village（村）。不写则自动识别。",
            en:
                "Where the names are in the files of --villages: role=NAME, with commas between; roles: county, township, village. Else found out.",
            value: .init(zh: "各列", en: "columns")))
    var villagesColumns: String?

    func validate() throws {
        for (name, value) in [("--villages-layer", villagesLayer), ("--villages-columns", villagesColumns)]
        where value != nil && villages.isEmpty {
            throw ArgumentParser.ValidationError(
                zh: "\(name) 须与 --villages 同用", en: "\(name) goes with --villages")
        }
        _ = try roles()
    }

    private func roles() throws -> [ColumnRole: String] {
        let known: Set<ColumnRole> = [.county, .township, .village]
        guard let roles = ColumnRoles.read(villagesColumns ?? ""), known.isSuperset(of: roles.keys) else {
            throw ArgumentParser.ValidationError(
                zh: "--villages-columns 须写作 用途=列名 或 用途=列号，每种用途一次：county、township、village",
                en: "--villages-columns takes role=NAME or role=NUMBER, each role once: county, township, village")
        }
        return roles
    }

    /// Reads all files.
    ///
    /// - Throws: a `CommandEnd` that names the first that can't be read.
    func sheets(in language: Language) throws -> [MapSheet] {
        var reading = VillageLayer.Reading()
        reading.layer = villagesLayer
        reading.columns = try roles()
        return try villages.flatMap { file in
            do {
                return try MapSheet.sheets(of: FilePath(file), reading)
            } catch let error as any Worded {
                // A remedy names the options of the commands that read one file; here they say whose they are.
                let reason = error.sentence(in: language).text
                    .replacing("--layer ", with: "--villages-layer ")
                    .replacing("--columns ", with: "--villages-columns ")
                throw CommandEnd.failure("\(file): \(reason)")
            }
        }
    }
}
