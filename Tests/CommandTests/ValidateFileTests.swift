import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The files, pipes and terminals a list is read from and written to.
@Suite struct ValidateFileTests {
    let workspace = TemporaryFolder()
    static let header = "所属乡镇,行政村,地类名称,土地级别,备注\n"
    static let row = "金龙镇,芙蓉村,果园,1,\n"

    /// A script for bash; `$0` is the program, `$1` the store, `$2` the folder of the test.
    private func script(_ text: String) async throws -> Run {
        try await Program.tool("/bin/bash").run(
            ["-c", text, Program.landgrade.path.string, try await SharedStore.shared.path(), workspace.path.string])
    }

    /// A list of ten megabytes in few rows.
    private func longList(_ name: String, rows: Int = 5_000) throws {
        let note = String(repeating: "x", count: 2_000)
        try workspace.write(Self.header + String(repeating: "金龙镇,芙蓉村,果园,1,\(note)\n", count: rows), to: name)
    }

    @Test func `a reader that has seen enough is no fault`() async throws {
        try longList("list.csv")
        let run = try await script(
            "\"$0\" validate --store \"$1\" \"$2\"/list.csv 2>\"$2\"/log | head -n 1; echo ${PIPESTATUS[0]}")
        #expect(run.output.hasSuffix("landgrade_note\n0\n") && run.error.isEmpty, "\(run)")
        #expect(!(try contents(of: workspace.path.appending("log"))).contains("failed"))
    }

    @Test func `a full disk behind standard output is said`() async throws {
        try longList("list.csv")
        let run = try await script("\"$0\" validate --store \"$1\" \"$2\"/list.csv > /dev/full")
        #expect(run.status == 2 && run.error.contains("standard output"), "\(run)")
    }

    @Test func `only a regular file of one's own is written to`() async throws {
        try workspace.write(Self.header + Self.row, to: "list.csv")
        mkfifo(workspace("pipe"), 0o644)
        mkdir(workspace("folder"), 0o755)
        symlink("/etc/passwd", workspace("link"))
        for (name, sentence) in [
            ("pipe", "is no regular file"), ("folder", "is no regular file"), ("link", "is a link"),
            ("none/out.csv", "can't be written"),
            ("/dev/null", "is no regular file"),
        ] {
            let out = name.hasPrefix("/") ? name : workspace(name)
            let run = try await Program.landgrade.run(
                ["validate", "--store", try await SharedStore.shared.path(), workspace("list.csv"), "-o", out])
            #expect(run.status == 2 && run.error.contains(sentence), "\(run.error)")
        }
        #expect(names(in: workspace.path) == ["folder", "link", "list.csv", "pipe"])
    }

    @Test func `an output that is there is replaced whole or not at all`() async throws {
        try workspace.write(Self.header + Self.row, to: "list.csv")
        try workspace.write(Self.header + "\"open\n", to: "bad.csv")
        try workspace.write("old", to: "out.csv")
        let bad = try await script("\"$0\" validate --store \"$1\" \"$2\"/bad.csv -o \"$2\"/out.csv")
        #expect(bad.status == 2)
        #expect(try contents(of: workspace.path.appending("out.csv")) == "old")
        let good = try await script("cd \"$2\" && \"$0\" validate --store \"$1\" list.csv -o out.csv")
        #expect(good.status == 0)
        #expect(try contents(of: workspace.path.appending("out.csv")).contains(",ok,"))
        #expect(names(in: workspace.path) == ["bad.csv", "list.csv", "out.csv"])
    }

    /// The pipe behind the program is full while the list is changed, so most of it has not been read yet.
    private func whileReading(_ change: String) async throws -> Run {
        try longList("list.csv")
        return try await script(
            """
            cd "$2"
            "$0" validate --store "$1" list.csv 2> log | { head -c 1000 > /dev/null; \(change); cat > out; }
            echo ${PIPESTATUS[0]} $(grep -c ok out); cat log >&2
            """)
    }

    @Test func `what is written to the list while it is read is not part of it`() async throws {
        let run = try await whileReading("for i in 1 2 3; do echo 'a,b,c,d,e' >> list.csv; done")
        #expect(run.error.contains("5000 rows: ok 5000"), "\(run)")
        #expect(run.output.hasPrefix("0 "))
    }

    @Test func `a list that is replaced while it is read is read to its end`() async throws {
        let run = try await whileReading("printf 'a,b\\n1,2\\n' > new; mv new list.csv")
        #expect(run.error.contains("5000 rows: ok 5000"), "\(run)")
    }

    @Test func `a list that becomes shorter while it is read is not taken for whole`() async throws {
        let run = try await whileReading("truncate -s 9000000 list.csv")
        #expect(run.output.hasPrefix("2 ") && run.error.contains("list.csv became shorter while it was read"), "\(run)")
    }

    @Test func `a terminal gets a bar and a pipe none`() async throws {
        try longList("list.csv")
        let command = "\"$0\" validate --store \"$1\" \"$2\"/list.csv -o \"$2\"/out.csv"
        let run = try await script(
            "export P=\"$0\" S=\"$1\" D=\"$2\"; script -qec '\"$P\" validate --store \"$S\" \"$D\"/list.csv -o \"$D\"/out.csv' /dev/null"
        )
        #expect(run.status == 0)
        #expect(
            run.output.firstMatch(of: /\r\x1B\[K\[#*\.*\] \d+ %  (\d+:\d\d left  )?\d+ rows  \d+ rows\/s/) != nil,
            "\(run.output)")
        #expect(run.output.contains(" left  "), "\(run.output)")
        // The last thing drawn is nothing, and the summary stands on a line of its own.
        #expect(run.output.contains("\r\u{1B}[K5000 rows: ok 5000"), "\(run.output)")
        let piped = try await script(command)
        #expect(piped.status == 0 && !piped.error.contains("\u{1B}") && !piped.error.contains("rows/s"))
        let chinese = try await script(
            "export P=\"$0\" S=\"$1\" D=\"$2\"; script -qec '\"$P\" validate --lang zh --store \"$S\" \"$D\"/list.csv -o \"$D\"/out.csv' /dev/null"
        )
        #expect(chinese.output.contains("剩余 ") && chinese.output.contains(" 行/s"), "\(chinese.output)")
    }

    @Test func `rows on a terminal are UTF-8 without escapes and without a bar`() async throws {
        try workspace.write(Self.header + "金龙镇,芙蓉村,果园,1,a\u{1B}[2J\u{9B}b\u{202E}\tc\n", to: "list.csv")
        let run = try await script(
            """
            export P="$0" S="$1" D="$2"
            iconv -f UTF-8 -t GB18030 "$D"/list.csv > "$D"/gbk.csv
            script -qec '"$P" validate --store "$S" "$D"/list.csv' /dev/null
            script -qec '"$P" validate --store "$S" "$D"/gbk.csv' /dev/null
            """)
        #expect(
            !run.output.contains("\u{1B}") && !run.output.contains("\u{9B}") && !run.output.contains("\u{202E}"),
            "\(run.output)")
        #expect(run.output.split(separator: "金龙镇,芙蓉村,果园,1,a\\x1b[2J\\x9bb\\u{202e}\tc,ok,").count == 3, "\(run.output)")
    }
}
