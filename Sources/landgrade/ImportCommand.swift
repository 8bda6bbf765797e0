import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeLookup
import GradeModel
import GradeStore
import SystemPackage
import SystemSupport

struct ImportCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .help(zh: "把文件夹中的成果包导入数据库。", en: "Put edition packages from folders into the store."),
        discussion: .help(
            zh: """
                先完整检查每个成果包，再写入；数据库增加一个数据批次，或者不变。库中原有的成果保留。

                示例
                  landgrade import --unsigned 430624-2027-3
                  landgrade import --unsigned --replace packages/*
                """,
            en: """
                Every package is checked whole before anything is written; the store then
                gets one new generation, or none. What is in the store stays in it.

                EXAMPLES
                  landgrade import --unsigned 430624-2027-3
                  landgrade import --unsigned --replace packages/*
                """))

    @Argument(help: ArgumentHelp(zh: "成果包所在的文件夹。", en: "Folders of edition packages.", value: .folder))
    var packages: [String]

    @Flag(
        help: ArgumentHelp(
            zh: "导入无从证明来源的成果包；由它得出的每个答复都会注明。",
            en: "Take packages that nothing proves the source of; every answer from them says so."))
    var unsigned = false

    @Flag(
        help: ArgumentHelp(
            zh: "编号相同而内容不同的成果版本，以成果包代替。",
            en: "Put a package in the place of an edition of the same id and other contents."))
    var replace = false

    @OptionGroup var common: CommonOptions

    func perform() throws {
        guard unsigned else { throw common.access.refusal(.importNeedsUnsigned) }
        let folder = StoreFolder(try common.access.location().path)
        try Self.makeStore(folder, location: try common.access.location())
        let writer = try StoreWriter(folder, indexing: .placeMatching)
        let generation = try Generation.openCurrent(of: folder)
        let new = try read(besides: generation)
        guard !new.isEmpty else { return }
        let codes = Set(new.map(\.edition.county.code))
        let amendment = try Amendment(of: generation, replacing: codes, indexing: .placeMatching)
        if amendment == nil { try folder.requireIntact(generation.name) }
        var counties = try Counties(generation, new, changedOnly: amendment != nil)
        let name = try writer.apply(amendment) { try counties.next() }
        let ids = new.prefix(10).map(\.edition.id)
        StandardStreams.write(line: Notice.imported(ids, generation: name.file).sentence(in: language))
    }

    private static func makeStore(_ folder: StoreFolder, location: StoreLocation) throws {
        do {
            _ = try folder.current()
        } catch StoreError.missing where !location.isExplicit { _ = try BuiltInEditions.build(folder) }
    }

    /// The packages that change the store, each checked.
    private func read(besides generation: Generation) throws -> [SourcedEdition] {
        var new: [SourcedEdition] = []
        for path in packages {
            let edition: SourcedEdition
            do throws(PackageError) {
                edition = try EditionPackage.read(try EditionFiles(folder: FilePath(path)), origin: .unsigned)
            } catch {
                let reason = error.sentence(in: language)
                throw CommandEnd.failure(language.pick(zh: "\(path)：\(reason)", en: "\(path): \(reason)"))
            }
            let id = edition.edition.id
            if let held = try generation.edition(id) {
                if held.packageSHA256 == edition.packageSHA256 {
                    program.say(Notice.alreadyHeld(id).sentence(in: language))
                    continue
                }
                guard replace else { throw CommandEnd.failure(Notice.conflicting(id).sentence(in: language)) }
            }
            new.append(edition)
        }
        return new
    }
}

/// The counties of a generation with their editions, joined with new ones, one county at a time: every county, or only
/// those that change.
private struct Counties {
    private let generation: Generation
    private let new: [String: [SourcedEdition]]
    private var codes: ArraySlice<String>

    init(_ generation: Generation, _ editions: [SourcedEdition], changedOnly: Bool) throws(StoreError) {
        self.generation = generation
        new = Dictionary(grouping: editions, by: \.edition.county.code)
        let known = changedOnly ? [] : try generation.counties().map(\.code)
        codes = Set(known).union(new.keys).sorted()[...]
    }

    mutating func next() throws(StoreError) -> [SourcedEdition]? {
        guard let code = codes.popFirst() else { return nil }
        let added = new[code] ?? []
        let replaced = Set(added.map(\.edition.id))
        var editions = added
        for county in try generation.counties(named: code) {
            for record in try generation.editions(of: county) where !replaced.contains(record.id) {
                if let held = try generation.storedEdition(record.id) { editions.append(held) }
            }
        }
        return editions.sorted { $0.edition.id.text < $1.edition.id.text }
    }
}
