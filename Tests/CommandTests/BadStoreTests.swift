import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Each broken store: one clear sentence in the language asked for, status 2, nothing on standard output, nothing
/// written.
@Suite struct BadStoreTests {
    let workspace = TemporaryFolder()

    private func link(_ store: FilePath, _ target: String) {
        unlink(store.appending("current.sqlite").string)
        symlink(target, store.appending("current.sqlite").string)
    }

    private func patch(_ store: FilePath, at offset: Int64, _ bytes: [UInt8]) {
        let file = store.appending("gen-00000001.sqlite")
        chmod(file.string, 0o644)
        guard let descriptor = try? FileDescriptor.open(file, .writeOnly) else { return }
        _ = try? bytes.withUnsafeBytes { try descriptor.write(toAbsoluteOffset: offset, $0) }
        try? descriptor.close()
    }

    /// As another program, or another landgrade, would have written it.
    private func rewrite(_ store: FilePath, at offset: Int64, _ bytes: [UInt8]) {
        patch(store, at: offset, bytes)
        try? seal(store.appending("gen-00000001.sqlite"))
    }

    private func check(
        _ spoil: (FilePath) -> Void, _ english: String, _ chinese: String, source: SourceLocation = #_sourceLocation
    ) async throws {
        let store = workspace.path.appending("store")
        removeTree(store)
        _ = try await Program.landgrade.run(["init", "--store", store.string])
        spoil(store)
        let before = names(in: store)
        for (language, expected) in [("en", english), ("zh", chinese)] {
            let run = try await Program.landgrade.run(
                ["lookup", "--lang", language, "--store", store.string, "金龙镇", "芙蓉村"])
            #expect(run.status == 2 && run.output.isEmpty, sourceLocation: source)
            let sentence = run.error.replacing(store.string, with: "STORE")
            #expect(sentence == "landgrade: \(expected)\n", sourceLocation: source)
        }
        #expect(names(in: store) == before, sourceLocation: source)
    }

    @Test func `a link out of the folder`() async throws {
        try await check(
            { link($0, "/etc/passwd") },
            "The link STORE/current.sqlite points to /etc/passwd, which is no generation in the same folder; it was not opened.",
            "链接 STORE/current.sqlite 指向 /etc/passwd，不是同一文件夹中的数据批次，未打开。")
    }

    @Test func `a link to nothing`() async throws {
        try await check(
            { link($0, "gen-00000009.sqlite") },
            "The link STORE/current.sqlite points to gen-00000009.sqlite, which is not there. Make a store with: landgrade init",
            "链接 STORE/current.sqlite 指向的 gen-00000009.sqlite 不存在。请运行 landgrade init 建立。")
    }

    @Test func `no link`() async throws {
        try await check(
            { unlink($0.appending("current.sqlite").string) },
            "No store at STORE. Make one with: landgrade init --store 'STORE'",
            "找不到数据库：STORE。请先运行 landgrade init --store 'STORE' 建立。")
    }

    @Test func `a file cut short`() async throws {
        try await check(
            {
                chmod($0.appending("gen-00000001.sqlite").string, 0o644)
                truncate($0.appending("gen-00000001.sqlite").string, 10_000)
            },
            "The store is cut short: STORE/gen-00000001.sqlite. Delete it and make it again with: landgrade init",
            "数据库文件不完整，尾部缺失：STORE/gen-00000001.sqlite。请删除后运行 landgrade init 重建。")
    }

    @Test func `an empty file`() async throws {
        try await check(
            {
                chmod($0.appending("gen-00000001.sqlite").string, 0o644)
                truncate($0.appending("gen-00000001.sqlite").string, 0)
            },
            "The store is cut short: STORE/gen-00000001.sqlite. Delete it and make it again with: landgrade init",
            "数据库文件不完整，尾部缺失：STORE/gen-00000001.sqlite。请删除后运行 landgrade init 重建。")
    }

    @Test func `no database`() async throws {
        try await check(
            { patch($0, at: 0, Array("PK\u{3}\u{4} an Excel file, say".utf8)) },
            "Not a SQLite database: STORE/gen-00000001.sqlite.",
            "不是 SQLite 数据库：STORE/gen-00000001.sqlite。")
    }

    @Test func `a database of another application`() async throws {
        try await check(
            { rewrite($0, at: 68, [0x47, 0x50, 0x4B, 0x47]) },
            "A database of another program, not of landgrade: STORE/gen-00000001.sqlite.",
            "是其他程序的数据库，不是 landgrade 的：STORE/gen-00000001.sqlite。")  // a GeoPackage's id
    }

    @Test func `a database of a newer version`() async throws {
        try await check(
            { rewrite($0, at: 60, [0, 0, 0, 99]) },
            "The store was made by a newer landgrade (layout 99): STORE/gen-00000001.sqlite. Update the program.",
            "数据库由更新版本的 landgrade 建立（格式99）：STORE/gen-00000001.sqlite。请升级程序。")
    }

    // With our id and layout in its place the page fits its checksum: the file is ours, and damaged.
    @Test(arguments: [68, 60]) func `an identity that was damaged`(offset: Int64) async throws {
        try await check(
            { patch($0, at: offset, [0x47]) },
            "The store is damaged: STORE/gen-00000001.sqlite (a page does not match its checksum). Delete it and make it again with: landgrade init",
            "数据库已损坏：STORE/gen-00000001.sqlite（有一页与其校验值不符）。请删除后运行 landgrade init 重建。")
    }

    @Test func `a page of garbage`() async throws {
        try await check(
            { store in
                // Every page but the first, which holds the layout.
                patch(store, at: 4096, (0..<4096 * 8).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            },
            "The store is damaged: STORE/gen-00000001.sqlite (a page does not match its checksum). Delete it and make it again with: landgrade init",
            "数据库已损坏：STORE/gen-00000001.sqlite（有一页与其校验值不符）。请删除后运行 landgrade init 重建。")
    }
}
