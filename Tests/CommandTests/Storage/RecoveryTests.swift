import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What a pull makes of a store that is not the one it left (FAULTS 62).
@Suite struct RecoveryTests {
    @Test func `a flipped bit is not taken over into the next generation`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        try await scene.sh(
            """
            cd "$STORE" && chmod 644 gen-00000002.sqlite && python3 - <<'END'
            with open("gen-00000002.sqlite", "r+b") as file:
                bytes = bytearray(file.read())
                bytes[-2000] ^= 1
                file.seek(0); file.write(bytes)
            END
            chmod 444 gen-00000002.sqlite
            """)
        let run = try await scene.pull()
        #expect(run.status == 7 && run.error.contains("gen-00000002.sqlite: the file was changed"), "\(run.error)")
        #expect(scene.generations == ["gen-00000001.sqlite", "gen-00000002.sqlite"])
    }

    /// The trust record says that serial 1 was applied; it was, to another store.
    @Test func `a store made anew gets its editions again`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.sh("rm \"$STORE\"/gen-* \"$STORE/current.sqlite\" && \"$LANDGRADE\" init --store \"$STORE\"")
        let run = try await scene.pull()
        #expect(run.status == 0, "\(run.error)")
        #expect(try await scene.grades() == ["1"])
    }

    @Test func `one pull after another changes nothing`() async throws {
        let scene = try await StorageScene.settled()
        let before = try await scene.sh("cd \"$STORE\" && ls && readlink current.sqlite && sha256sum gen-*")
        for _ in 1...2 { #expect(try await scene.pull().status == 0) }
        #expect(try await scene.sh("cd \"$STORE\" && ls && readlink current.sqlite && sha256sum gen-*") == before)
    }
}
