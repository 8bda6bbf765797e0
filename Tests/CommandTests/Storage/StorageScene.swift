import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A bureau that publishes a small county into a folder, and an office that pulls it: the real programs. In each
/// publication all villages have one grade, and in the next one another: a mixture shows.
struct StorageScene {
    let workspace = TemporaryFolder()
    var store: FilePath { workspace.path.appending("store") }
    var feed: String { workspace("feed") }

    static let county = "990001"
    static let isRoot = geteuid() == 0
    static let hasStrace = access("/usr/bin/strace", X_OK) == 0

    /// Publishes a first time, every village in grade 1, and pulls it.
    static func settled() async throws -> StorageScene {
        let scene = StorageScene()
        try await scene.sh("ssh-keygen -q -t ed25519 -N '' -C storage -f \"$HERE/bureau\"")
        try await scene.sh(
            "\"$PUBLISH\" feed init \"$HERE/feed\" --source storage.example/grades --key \"$HERE/bureau\"")
        try await scene.publish(grade: 1)
        try await scene.sh("\"$LANDGRADE\" init --store \"$STORE\"")
        try await scene.sh(
            "\"$SYNC\" source add \"$HERE/feed\" --key \"$HERE/bureau.pub\" --yes --store \"$STORE\"")
        try await scene.sh("\"$SYNC\" pull --store \"$STORE\"")
        #expect(try await scene.grades() == ["1"])
        return scene
    }

    /// A script in which the programs and folders have names.
    func run(_ script: String, through wrapper: [String] = []) async throws -> Run {
        let variables = [
            "HERE": workspace.path.string, "STORE": store.string, "LANDGRADE": Program.landgrade.path.string,
            "SYNC": Program.sync.path.string, "PUBLISH": Program.publish.path.string,
        ]
        return try await Program.tool("/bin/sh").run(
            ["-c", script], environment: variables, through: wrapper)
    }

    /// A script that has to succeed.
    @discardableResult
    func sh(_ script: String) async throws -> String {
        let run = try await run(script)
        try #require(run.status == 0, "\(script): \(run.error)")
        return run.output
    }

    func pull() async throws -> Run { try await Program.sync.run(["pull", "--store", store.string]) }

    func publish(grade: Int, villages: Int = 12) async throws {
        let folder = "\(Self.county)-2025-1"
        try await sh("rm -rf \"$HERE/\(folder)\" && mkdir \"$HERE/\(folder)\"")
        for (name, text) in Self.tables(grade: grade, villages: villages) {
            try workspace.write(text, to: "\(folder)/\(name)")
        }
        try await sh(
            """
            "$PUBLISH" seal "$HERE/\(folder)" && "$PUBLISH" feed build "$HERE/\(folder)" --out "$HERE/feed" \
                --key "$HERE/bureau" --expires 2099-01-01
            """)
    }

    private static func tables(grade: Int, villages: Int) -> [String: String] {
        let landTypes = [("orchard", 2), ("forest", 3)]
        let rows = landTypes.flatMap { landType, table in
            (1...villages).map { "\(landType),东风镇,第\($0)村,village,\(grade),\(grade),,表\(table)第1行\n" }
        }
        return [
            "datapackage.json": """
            {"profile": "tabular-data-package", "name": "\(county)-2025-1", "title": "测试", "landgrade": {
            "format": "landgrade.edition/1", "id": "\(county)-2025-1", "county": {"code": "\(county)", "name": "测试县"},
            "document": {"number": "测〔\(grade)〕号", "registration": null, "title": "测试", "issuer": "测试县人民政府",
            "issued": "2025-01-01", "publication": null}}, "resources": []}
            """,
            "definitions.csv": "land_type,rights,term_years,infrastructure,valuation_date,source\n"
                + landTypes.map { "\($0.0),承包经营权,30,宗地外道路通达。,2024-01-01,表1\n" }.joined(),
            "townships.csv": "township,pinyin,code,order\n东风镇,,,1\n",
            "aliases.csv": "township,alias,village,kind,source\n",
            "errata.csv": "id,printed,held,evidence,status\n",
            "grades.csv": "land_type,township,village,kind,grade,printed_grade,erratum,source\n" + rows.joined(),
        ]
    }

    /// The different grades that one process finds when it asks for every village; one, unless the store is torn.
    func grades(through wrapper: [String] = [], program: FilePath = Program.landgrade.path) async throws -> Set<String>
    {
        let run = try await Program.tool(program.string).run(
            ["validate", "--store", store.string, "-"], input: Array(Self.list.utf8), through: wrapper)
        guard run.status == 0 else { return ["exit \(run.status): \(run.error)"] }
        // Only the grades of two rows differ, or none do: everything else of a row is the same in every publication.
        let rows = run.output.split(separator: "\n").dropFirst()
        return Set(rows.map { row in String(row.split(separator: ",", omittingEmptySubsequences: false)[10]) })
    }

    private static let list =
        "县,乡镇,村,地类,级别\n"
        + (1...12).flatMap { number in ["果园", "有林地"].map { "\(county),东风镇,第\(number)村,\($0),\n" } }.joined()

    var generations: [String] { names(in: store).filter { $0.hasSuffix(".sqlite") && $0.hasPrefix("gen-") } }
    var litter: [String] { names(in: store.appending("tmp")) }

    func mode(_ name: String) -> UInt32 {
        var status = stat()
        lstat(store.appending(name).string, &status)
        return UInt32(status.st_mode & 0o777)
    }

    /// What the store holds apart from what is only of the moment, for comparing before and after.
    func fingerprint() async throws -> String {
        try await sh(
            "cd \"$STORE\" && ls -A && readlink current.sqlite && cat trust/*.source trust/*.trust && sha256sum gen-*")
    }
}
