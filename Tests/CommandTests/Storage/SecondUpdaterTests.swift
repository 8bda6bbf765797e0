import SystemPackage
import TestSupport
import Testing

/// One updater at a time, and none that is gone (FAULTS 58).
@Suite struct SecondUpdaterTests {
    @Test(.enabled(if: StorageScene.hasStrace, "needs strace"))
    func `a second one is refused and a killed one holds nothing`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        // The first stands still for a minute before its first flush, the lock in its hand.
        let run = try await scene.run(
            """
            strace -D -o "$HERE/calls" -e trace=fsync -e inject=fsync:delay_enter=60000000:when=1 \
                "$SYNC" pull --store "$STORE" >"$HERE/first" 2>&1 &
            first=$!
            tries=0
            # Looked up and not tried: a lock that is tried is held for a moment, and the first would find it taken.
            while ! grep -q ":$(stat -c %i "$STORE/.lock") " /proc/locks; do
                tries=$((tries + 1)); [ $tries -lt 1000 ] || exit 99
                sleep 0.02
            done
            "$SYNC" pull --store "$STORE"; echo "second $?"
            "$LANDGRADE" lookup --store "$STORE" --county 990001 第1村 >/dev/null; echo "reader $?"
            kill -9 $first; wait $first 2>/dev/null
            "$SYNC" pull --store "$STORE" >/dev/null; echo "third $?"
            """)
        #expect(run.output == "second 75\nreader 0\nthird 0\n", "\(run.error)")
        #expect(run.error.contains("Another process is updating"), "\(run.error)")
        #expect(try await scene.grades() == ["2"])
    }

    @Test func `the text in the lock means nothing`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        // Process 1 is always alive.
        try scene.workspace.write("pid 1\n", to: "store/.lock")
        let run = try await scene.pull()
        #expect(run.status == 0, "\(run.error)")
        #expect(try await scene.grades() == ["2"])
    }
}
