import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Links and files that somebody put into a store (FAULTS 61, 64, 65).
@Suite struct HostileStoreTests {
    @Test func `side files of SQLite are passed over and named`() async throws {
        let scene = try await StorageScene.settled()
        // A journal that SQLite would play back into the file: it holds the pages of another generation.
        try await scene.sh(
            """
            cd "$STORE" && python3 - <<'END'
            import os, struct
            size = os.path.getsize("gen-00000002.sqlite")
            page = open("gen-00000001.sqlite", "rb").read(8192)[4096:]
            header = bytes.fromhex("d9d505f920a163d7") + struct.pack(">IIIII", 1, 0, size // 4096, 512, 4096)
            body = struct.pack(">I", 2) + page + struct.pack(">I", sum(page[i] for i in range(4096 - 200, 0, -200)) & 0xffffffff)
            open("gen-00000002.sqlite-journal", "wb").write(header.ljust(512, b"\\0") + body)
            open("gen-00000002.sqlite-wal", "wb").write(b"\\x37\\x7f\\x06\\x82 stale")
            END
            """)
        #expect(try await scene.grades() == ["1"])
        let names = names(in: scene.store)
        #expect(names.contains("gen-00000002.sqlite-journal") && !names.contains("gen-00000002.sqlite-shm"))
        let doctor = try await Program.sync.run(["doctor", "--store", scene.store.string])
        #expect(doctor.status == 7)
        for name in ["gen-00000002.sqlite-journal", "gen-00000002.sqlite-wal"] {
            #expect(doctor.output.split(separator: "\n").contains { $0.hasPrefix("WRONG") && $0.contains(name) })
        }
        try await scene.publish(grade: 2)
        #expect(try await scene.pull().status == 0)
        #expect(try await scene.grades() == ["2"])
    }

    /// Where a link leads that is none of ours: another absolute file, one beside, nothing, a folder.
    @Test(arguments: ["SECRET", "../secret", "gen-00000009.sqlite", "tmp", "FOLDER"])
    func `a link elsewhere is refused and its target not opened`(_ target: String) async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        try scene.workspace.write("secret\n", to: "secret")
        let link = scene.store.appending("current.sqlite")
        unlink(link.string)
        if target == "FOLDER" {
            mkdir(link.string, 0o755)
        } else {
            symlink(target == "SECRET" ? scene.workspace("secret") : target, link.string)
        }
        let log = scene.workspace("calls")
        let wrapper =
            StorageScene.hasStrace ? ["/usr/bin/strace", "-f", "-o", log, "-e", "trace=open,openat,creat"] : []
        for (program, words, status) in [
            (Program.landgrade, ["lookup", "--county", StorageScene.county, "第1村"], 2), (Program.sync, ["pull"], 7),
        ] {
            let run = try await program.run(words + ["--store", scene.store.string], through: wrapper)
            #expect(run.status == status && run.output.isEmpty, "\(run.error)")
            #expect(run.error.contains("current.sqlite"), "\(run.error)")
            if StorageScene.hasStrace {
                #expect(!(try contents(of: FilePath(log)).contains("secret")))
            }
        }
        #expect(scene.generations == ["gen-00000001.sqlite", "gen-00000002.sqlite"])
    }

    @Test func `links in the temporary folder are not followed`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        try await scene.sh(
            """
            echo untouched >"$HERE/victim"
            for name in build.sqlite build.sqlite-journal side link message; do ln -s "$HERE/victim" "$STORE/tmp/$name"; done
            for file in "$HERE/feed/files/"*; do ln -s "$HERE/victim" "$STORE/tmp/$(basename "$file")"; done
            ln -s "$HERE/victim" "$STORE/trust/.storage.example+grades.trust.new"
            """)
        let run = try await scene.pull()
        #expect(run.status == 0, "\(run.error)")
        #expect(try contents(of: FilePath(scene.workspace("victim"))) == "untouched\n")
        #expect(try await scene.grades() == ["2"])
        #expect(scene.litter == [])
    }

    @Test func `a link in the place of the temporary folder is refused`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.publish(grade: 2)
        try await scene.sh(
            "mkdir \"$HERE/elsewhere\" && rmdir \"$STORE/tmp\" && ln -s \"$HERE/elsewhere\" \"$STORE/tmp\"")
        let run = try await scene.pull()
        #expect(run.status == 7 && run.error.contains("/tmp"), "\(run.error)")
        #expect(names(in: FilePath(scene.workspace("elsewhere"))) == [])
        #expect(try await scene.grades() == ["1"])
    }

    @Test func `a link in the place of the lock is refused`() async throws {
        let scene = try await StorageScene.settled()
        try await scene.sh("echo untouched >\"$HERE/victim\" && ln -sf \"$HERE/victim\" \"$STORE/.lock\"")
        let run = try await scene.pull()
        #expect(run.status == 7, "\(run.error)")
        #expect(try contents(of: FilePath(scene.workspace("victim"))) == "untouched\n")
    }
}
