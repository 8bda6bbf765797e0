import SystemPackage
import TestSupport
import Testing

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

    @Test func `an old program is polite about a later layout`() async throws {
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

    @Test func `an earlier layout is not read`() async throws {
        let scene = try await StorageScene.settled()
        try await rewrite(scene, "PRAGMA user_version=3")
        let lookup = try await Program.landgrade.run([
            "lookup", "--store", scene.store.string, "--county", StorageScene.county, "第1村", "--lang", "en",
        ])
        #expect(lookup.status == 2 && lookup.output.isEmpty)
        #expect(lookup.error.contains("made by an earlier landgrade (layout 3)"), "\(lookup.error)")
    }
}
