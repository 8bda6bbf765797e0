import SystemPackage
import TestSupport
import Testing

/// A line of a package's file and what stands there in a revised edition.
struct Revision {
    let file: String
    let line: String
    let revised: String

    /// 芙蓉村's orchard is in grade 2.
    static let moved = Revision(
        file: "grades.csv", line: "orchard,金龙镇,芙蓉村,village,1,1,,表2第3行",
        revised: "orchard,金龙镇,芙蓉村,village,2,2,,表2第16行")
    /// 金龙村 is called 新金龙村 in both tables, and an alias says so.
    static let renamed = [
        Revision(
            file: "grades.csv", line: "orchard,金龙镇,金龙村,village,1,1,,表2第3行",
            revised: "orchard,金龙镇,新金龙村,village,1,1,,表2第3行"),
        Revision(
            file: "grades.csv", line: "forest,金龙镇,金龙村,village,1,1,,表3第3行",
            revised: "forest,金龙镇,新金龙村,village,1,1,,表3第3行"),
        Revision(
            file: "aliases.csv", line: "杨林寨乡,连子口村,莲子口村,register_name,国家统计局统计用区划代码(2023)",
            revised: "杨林寨乡,连子口村,莲子口村,register_name,国家统计局统计用区划代码(2023)\n"
                + "金龙镇,金龙村,新金龙村,former_name,湘阴县更名公告(2026)"),
    ]
    /// The term of forest land is 50 years.
    static let term = Revision(file: "definitions.csv", line: "forest,承包经营权,70,", revised: "forest,承包经营权,50,")
}

extension TemporaryFolder {
    /// A package made from the seed: another id and day of issue, and these revisions. It is no published edition of
    /// anybody, and is made where it is needed so that it never looks like one.
    func revised(_ id: String, issued: String, _ revisions: [Revision] = []) async throws -> String {
        let folder = path.appending(id)
        try copyFolder(Repository.xiangyin, to: folder)
        let descriptor = try contents(of: folder.appending("datapackage.json"))
            .replacing("430624-2025-1", with: id).replacing("\"2025-01-23\"", with: "\"\(issued)\"")
        try write(descriptor, to: "\(id)/datapackage.json")
        for revision in revisions {
            let text = try contents(of: folder.appending(revision.file))
            try #require(text.contains(revision.line), "\(revision.line)")
            try write(text.replacing(revision.line, with: revision.revised), to: "\(id)/\(revision.file)")
        }
        let seal = try await Program.publish.run(["seal", folder.string])
        try #require(seal.status == 0, "\(seal.error)")
        return folder.string
    }
}
