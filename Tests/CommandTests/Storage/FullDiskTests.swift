import SystemPackage
import TestSupport
import Testing

/// A store on a disk of its own that is full, or gets full (FAULTS 54, 55).
@Suite(.enabled(if: StorageScene.isRoot, "needs root, to mount a small disk")) struct FullDiskTests {
    /// Runs a script with the store on a disk that has `free` KiB left. False where this machine lets nobody mount.
    private func onDisk(_ scene: StorageScene, free: Int, _ script: String) async throws -> Run? {
        let run = try await scene.run(
            """
            mkdir "$HERE/kept" && cp -a "$STORE/." "$HERE/kept/"
            mount -t tmpfs -o size=4m none "$STORE" 2>/dev/null || exit 77
            cp -a "$HERE/kept/." "$STORE/"
            blocks=$(($(stat -f -c %a "$STORE") * $(stat -f -c %S "$STORE") / 1024 - \(free)))
            dd if=/dev/zero of="$STORE/ballast" bs=1024 count=$blocks 2>/dev/null
            readers() { "$LANDGRADE" lookup --store "$STORE" --county 990001 第1村 --format csv >/dev/null; echo "reader $?"; }
            \(script)
            """, through: ["/usr/bin/unshare", "--mount"])
        guard run.status != 77, !run.error.contains("unshare failed") else {
            withKnownIssue("this machine lets nobody mount: not tested here") { Issue.record("\(run.error)") }
            return nil
        }
        return run
    }

    private static let pullAndTell = """
        "$SYNC" pull --store "$STORE"; echo "pull $?"
        readers
        ls "$STORE" | grep -c '^gen-.*sqlite'; readlink "$STORE/current.sqlite"
        """
    private static let oldStays = "reader 0\n2\ngen-00000002.sqlite\n"
    /// With room again the next pull finishes and nothing is left over.
    private static let room = """
        rm "$STORE/ballast"; "$SYNC" pull --store "$STORE" >/dev/null; echo "pull $?"
        readers
        readlink "$STORE/current.sqlite"; ls -A "$STORE/tmp"
        """
    private static let newStands = "pull 0\nreader 0\ngen-00000003.sqlite\n"

    @Test func `no room for another generation is said before anything is fetched`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        let script = Self.pullAndTell + "\nls -A \"$STORE/tmp\"\n" + Self.room
        guard let run = try await onDisk(scene, free: 100, script) else { return }
        #expect(run.output == "pull 7\n" + Self.oldStays + Self.newStands, "\(run.error)")
        #expect(run.error.lowercased().contains("no space left"))
    }

    @Test func `no room for the trust record`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        guard let run = try await onDisk(scene, free: 0, Self.pullAndTell + "\n" + Self.room) else { return }
        #expect(run.output == "pull 7\n" + Self.oldStays + Self.newStands, "\(run.error)")
        #expect(run.error.lowercased().contains("no space left"))
    }

    @Test func `the disk gets full while the generation is built`() async throws {
        let scene = try await StorageScene.settled()
        // Its tables fit where the generation before had room twice over, and what is built of them doesn't.
        try await scene.publish(grade: 2, villages: 4000)
        guard let run = try await onDisk(scene, free: 1100, Self.pullAndTell + "\n" + Self.room) else { return }
        #expect(run.output == "pull 7\n" + Self.oldStays + Self.newStands, "\(run.error)")
        #expect(run.error.contains("SQLite") || run.error.lowercased().contains("no space left"))
    }

    @Test func `a reader starts on a full disk`() async throws {
        let scene = try await StorageScene.settled()
        let script = """
            echo x >"$STORE/more" 2>/dev/null && exit 78
            readers
            "$LANDGRADE" status --store "$STORE" >/dev/null; echo "status $?"
            """
        guard let run = try await onDisk(scene, free: 0, script) else { return }
        #expect(run.output == "reader 0\nstatus 0\n", "\(run.error)")
    }
}
