import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A validation that is ended in the middle leaves nothing of what it was writing, whatever ended it; what the name held
/// before is still there.
@Suite struct InterruptedOutputTests {
    let workspace = TemporaryFolder()

    /// Starts a validation, waits until it has its output open, ends it by a signal, and prints what is in the folder.
    private static let script = """
        import os, signal, sqlite3, subprocess, sys, time

        program, store, folder, kind, number = sys.argv[1:]
        out = os.path.join(folder, "checked." + kind)
        with open(out, "w") as old:
            old.write("old")
        row = "金龙镇,芙蓉村,园地,1\\n"
        if kind == "gpkg":
            source = os.path.join(os.path.dirname(folder), "list.gpkg")
            database = sqlite3.connect(source)
            database.execute("CREATE TABLE list (id INTEGER PRIMARY KEY, 乡镇 TEXT, 村 TEXT, 地类 TEXT, 级别 INTEGER, more TEXT)")
            rows = (("金龙镇", "芙蓉村", "园地", 1, "x" * 200) for _ in range(150_000))
            database.executemany("INSERT INTO list (乡镇, 村, 地类, 级别, more) VALUES (?, ?, ?, ?, ?)", rows)
            database.commit()
            database.close()
        else:
            source = "-"
        process = subprocess.Popen(
            [program, "validate", "--store", store, source, "-o", out, "--county", "430624"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if kind != "gpkg":
            process.stdin.write(("乡镇,村,地类,级别\\n" + row * 100_000).encode())
            process.stdin.flush()

        def children(pid):
            with open(f"/proc/{pid}/task/{pid}/children") as file:
                return [int(word) for word in file.read().split()]

        def writes(pid):
            names = []
            for name in os.listdir(f"/proc/{pid}/fd"):
                try:
                    path = f"/proc/{pid}/fd/{name}"
                    if os.readlink(path).startswith(folder + "/") and os.stat(path).st_size > 0:
                        return True
                except OSError:
                    pass
            return False

        def begun():
            try:
                return any(writes(pid) for pid in [process.pid] + children(process.pid))
            except OSError:
                return False

        for _ in range(6000):
            if begun() or process.poll() is not None:
                break
            time.sleep(0.005)
        assert process.poll() is None, "it ended too early"
        others = children(process.pid)
        process.send_signal(int(number))
        status = process.wait()
        assert status == -int(number), status
        # The program that writes workbooks sees the end of its rows, and ends too.
        for _ in range(6000):
            if not any(os.path.exists(f"/proc/{pid}/fd") and os.listdir(f"/proc/{pid}/fd") for pid in others):
                break
            time.sleep(0.005)
        with open(out) as old:
            assert old.read() == "old"
        print(" ".join(sorted(os.listdir(folder))))
        """

    @Test(arguments: ["csv", "xlsx", "gpkg"], ["INT", "TERM", "HUP", "KILL"])
    func `leaves nothing`(_ kind: String, _ name: String) async throws {
        let numbers = ["INT": 2, "TERM": 15, "HUP": 1, "KILL": 9]
        let folder = workspace("out")
        try #require(mkdir(folder, 0o755) == 0)
        try workspace.write("", to: "out/.keep")
        let run = try await Program.tool("/usr/bin/env").run(
            [
                "python3", "-c", Self.script, Program.landgrade.path.string, try await SharedStore.shared.path(),
                folder,
                kind, "\(numbers[name] ?? 0)",
            ])
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == ".keep checked.\(kind)\n")
    }
}
