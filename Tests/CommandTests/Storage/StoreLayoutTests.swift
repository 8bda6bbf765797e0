import SystemPackage
import Testing

/// What makes a generation of today one of an older layout.
enum OldLayouts {
    static let second = """
        DROP INDEX grade_corrected; ALTER TABLE graded DROP COLUMN grades; ALTER TABLE county DROP COLUMN first_village;
        ALTER TABLE county DROP COLUMN villages; PRAGMA user_version=2
        """
    static let first = "\(second); ALTER TABLE edition DROP COLUMN withdrawn; PRAGMA user_version=1"
}

/// Programs and generations of different times (FAULTS 67).
@Suite struct StoreLayoutTests {
    /// Changes a generation as a program of another time would have written it, side file included.
    private func rewrite(_ scene: StorageScene, _ sql: String) async throws {
        try await scene.sh(
            """
            cd "$STORE" && chmod 644 gen-00000002.sqlite && python3 - <<'END'
            import sqlite3
            connection = sqlite3.connect("gen-00000002.sqlite")
            connection.executescript(\"\"\"\(sql)\"\"\")
            connection.close()
            END
            chmod 444 gen-00000002.sqlite && sha256sum gen-00000002.sqlite >gen-00000002.sha256
            """)
    }

    @Test func anOldProgramIsPoliteAboutALaterLayout() async throws {
        let scene = try await StorageScene.settled()
        try await rewrite(scene, "PRAGMA user_version=99")
        try await scene.publish(grade: 2)
        let lookup = try await Program.landgrade.run([
            "lookup", "--store", scene.store.string, "--county", StorageScene.county, "第1村",
        ])
        #expect(lookup.status == 2 && lookup.output.isEmpty)
        #expect(lookup.error.contains("made by a newer landgrade (layout 99)"), "\(lookup.error)")
        let pull = try await scene.pull()
        #expect(pull.status == 7 && pull.error.contains("layout 99"), "\(pull.error)")
        #expect(scene.generations == ["gen-00000001.sqlite", "gen-00000002.sqlite"])
    }

    @Test(arguments: [(1, OldLayouts.first), (2, OldLayouts.second)])
    func anOldLayoutIsReadAndTheNextGenerationIsOfTheNewest(_ layout: Int, _ change: String) async throws {
        let scene = try await StorageScene.settled()
        try scene.workspace.write("乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n金龙镇,芙蓉村,林地,\n金龙镇,芙蓉,草地,2\n", to: "list.csv")
        let check = ["validate", "--store", scene.store.string, "--county", "430624", scene.workspace("list.csv")]
        let checked = try await Program.landgrade.run(check)
        try await rewrite(
            scene,
            """
            \(change); UPDATE meta SET value = 'landgrade.store/\(layout)' WHERE key = 'format';
            UPDATE meta SET value = '\(layout)' WHERE key = 'min_reader';
            """)
        #expect(try await scene.grades() == ["1"])
        let again = try await Program.landgrade.run(check)
        #expect(checked.status == 1 && again.output == checked.output)
        try await scene.publish(grade: 2)
        let pull = try await scene.pull()
        #expect(pull.status == 0, "\(pull.error)")
        #expect(try await scene.grades() == ["2"])
        let status = try await Program.landgrade.run(["status", "--store", scene.store.string])
        #expect(status.output.contains("gen-00000003.sqlite (layout 3)"), "\(status.output)")
        // The seed came along from the old layout.
        let seed = try await Program.landgrade.run([
            "lookup", "--store", scene.store.string, "--county", "430624", "金龙镇", "芙蓉村",
        ])
        #expect(seed.status == 0, "\(seed.error)")
    }
}
