import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The worked examples of the documents, run for real: in a `console` block, what stands under `$ scripts/landgrade …`
/// is what the program prints on standard output. `LANDGRADE_RECORD=1` writes today's output into the document, and
/// fails while it does.
@Suite struct ReadmeTests {
    @Test(arguments: ["README.md", "README.zh-CN.md", "docs/prices.md", "docs/prices.zh-CN.md"])
    func `examples print what the document shows`(_ name: String) async throws {
        let path = Repository.file(name)
        let shown = try contents(of: path)
        let store =
            try await name.contains("prices")
            ? SharedStore.shared.pathWithExamples() : SharedStore.shared.path()
        var text: [String] = []
        var inConsole = false
        var skipping = false
        var examples = 0
        for line in shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                inConsole = line == "```console"
                skipping = false
            } else if inConsole, line.hasPrefix("$ ") {
                skipping = line.hasPrefix("$ scripts/landgrade ")
                if skipping {
                    examples += 1
                    let words = shellWords(String(line.dropFirst("$ scripts/landgrade ".count)))
                        .map { $0.hasPrefix("docs/") ? Repository.file($0).string : $0 }
                    let language = name.contains("zh-CN") ? "zh_CN.UTF-8" : "C.UTF-8"
                    let run = try await Program.landgrade.run(
                        words, environment: ["LANDGRADE_STORE": store, "LANG": language])
                    text.append(line)
                    text += run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
                        String.init)
                    continue
                }
            } else if skipping {
                continue
            }
            text.append(line)
        }
        #expect(examples > 0)
        let seen = text.joined(separator: "\n")
        guard getenv("LANDGRADE_RECORD") != nil, seen != shown else {
            #expect(seen == shown, "\(name) shows other output than the program prints")
            return
        }
        let file = try FileDescriptor.open(path, .writeOnly, options: [.truncate])
        try file.closeAfter { _ = try file.writeAll(seen.utf8) }
        Issue.record("recorded \(name): read the difference, then run without LANDGRADE_RECORD")
    }

    @Test func `every subcommand is documented in both readmes`() async throws {
        let help = try await Program.landgrade.run(["--help"])
        let listed = help.output.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
        let commands = listed.compactMap { line in
            line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
        }
        #expect(commands.contains("lookup") && commands.count >= 9)
        for name in ["README.md", "README.zh-CN.md"] {
            let text = try contents(of: Repository.file(name))
            for command in commands where command != "See" {
                #expect(text.contains("landgrade \(command)"), "\(name) says nothing of \(command)")
            }
        }
    }
}
