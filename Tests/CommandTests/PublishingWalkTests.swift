import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The walk of docs/publishing.md, run for real from the first line to the last. In a `console` block, what stands under
/// `$ landgrade-publish …` is what the program prints on standard output, `…` standing for what differs each time; `sh`
/// blocks are run too, and a comment `by hand:` holds what a person does between the commands.
/// `LANDGRADE_RECORD=1` writes today's output into the document, and fails while it does.
@Suite(.enabled(if: access("/usr/bin/ssh-keygen", X_OK) == 0, "needs ssh-keygen"))
struct PublishingWalkTests {
    let workspace = TemporaryFolder()

    private enum Place {
        case text, console, shell
    }

    private func run(_ command: String, _ language: String) async throws -> Run {
        // The keys have passphrases, as the document asks: this is who types them.
        let script =
            "cd \"$1\" && PATH=\"$2:$PATH\" SEED=\"$3\" SSH_ASKPASS=\"$1/.typist\" SSH_ASKPASS_REQUIRE=force "
            + "LANG=\(language).UTF-8 && export PATH SEED SSH_ASKPASS SSH_ASKPASS_REQUIRE && \(command)"
        return try await Program.tool("/bin/sh").run(
            [
                "-c", script, "sh", workspace.path.string, Program.folder.string,
                Repository.xiangyin.string,
            ])
    }

    private func prepare() async throws {
        try workspace.write("#!/bin/sh\necho a passphrase of the test\n", to: ".typist")
        chmod(workspace(".typist"), 0o755)
        let gazette = try contents(of: Repository.file("Seeds/sources/xiangyin-gazette-2025-1.txt"))
        try workspace.write(gazette, to: "gazette.txt")
    }

    @Test(arguments: ["docs/publishing.md", "docs/publishing.zh-CN.md"])
    func `the walk leads where it says`(_ name: String) async throws {
        try await prepare()
        let path = Repository.file(name)
        let language = name.hasSuffix(".zh-CN.md") ? "zh_CN" : "C"
        let shown = try contents(of: path)
        var text: [String] = []
        var place = Place.text
        var shell: [String] = []
        var skipping = false
        var commands = 0
        for line in shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if place == .shell {
                    let run = try await run(shell.joined(separator: "\n"), language)
                    #expect(run.status == 0 && run.output.hasPrefix("Good \"landgrade-manifest@v1\" signature"))
                    shell = []
                }
                place = line == "```console" ? .console : line == "```sh" ? .shell : .text
                skipping = false
            } else if place == .shell {
                shell.append(line)
            } else if place == .console, line.hasPrefix("$ ") {
                commands += 1
                let run = try await run(String(line.dropFirst(2)), language)
                // What the document goes past with a "no" is a check or an import that asks for a person.
                let mayAsk = line.contains(" check ") || line.hasPrefix("$ landgrade-publish import ")
                #expect(run.status == 0 || (run.status == 1 && mayAsk), "\(line): \(run.error)")
                text.append(line)
                skipping = true
                if line.hasPrefix("$ landgrade") { text += Self.lines(run.output) }
                continue
            } else if skipping {
                continue
            } else if line.hasPrefix("<!-- by hand: "), line.hasSuffix(" -->") {
                let command = line.dropFirst("<!-- by hand: ".count).dropLast(" -->".count)
                let run = try await run(String(command), language)
                #expect(run.status == 0, "\(line): \(run.error)")
            }
            text.append(line)
        }
        #expect(commands == 31)
        let seen = text.joined(separator: "\n")
        guard getenv("LANDGRADE_RECORD") != nil, seen != shown else {
            #expect(seen == shown, "\(name) shows other output than the program prints")
            return
        }
        let file = try FileDescriptor.open(path, .writeOnly, options: [.truncate])
        try file.closeAfter { _ = try file.writeAll(seen.utf8) }
        Issue.record("recorded \(name): read the difference, then run without LANDGRADE_RECORD")
    }

    private static func lines(_ output: String) -> [String] {
        output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
            line.split(separator: " ", omittingEmptySubsequences: false).map { word in
                // When it was published, in the middle of a sentence.
                let rest = word.dropFirst("2027-03-01T00:00:00Z".count)
                let isTime = word.hasPrefix("20") && (rest.hasPrefix(",") || rest.hasPrefix("，"))
                return word.hasPrefix("SHA256:") ? "SHA256:…" : isTime ? "…" + String(rest) : String(word)
            }.joined(separator: " ")
        }
    }
}
