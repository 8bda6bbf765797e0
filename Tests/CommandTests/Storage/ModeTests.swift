import SystemPackage
import TestSupport
import Testing

/// Files have the modes that the store is specified with, whatever the umask (FAULTS 66).
@Suite struct ModeTests {
    @Test(arguments: ["077", "000", "022"]) func `modes do not come from the umask`(_ umask: String) async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        try await scene.sh(
            """
            rm -rf "$STORE"; umask \(umask)
            "$LANDGRADE" init --store "$STORE"
            "$SYNC" source add "$HERE/feed" --key "$HERE/bureau.pub" --yes --store "$STORE"
            "$SYNC" pull --store "$STORE"
            """)
        let modes: [(String, UInt32)] = [
            (".", 0o755), ("tmp", 0o700), ("trust", 0o755), (".lock", 0o600), ("gen-00000001.sqlite", 0o444),
            ("gen-00000002.sqlite", 0o444), ("gen-00000002.sha256", 0o644),
            ("trust/storage.example+grades.trust", 0o644), ("trust/storage.example+grades.source", 0o644),
            ("trust/storage.example+grades.signed", 0o644),
        ]
        for (name, mode) in modes {
            #expect(scene.mode(name) == mode, "\(name): \(String(scene.mode(name), radix: 8))")
        }
    }
}
