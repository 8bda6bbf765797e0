import ArgumentParser
import CommandSupport

/// `landgrade-serve`: answers look-ups over HTTP from a store, read-only.
@main struct LandgradeServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landgrade-serve",
        abstract: "Answer look-ups over HTTP: an API for programs, a page for people.",
        discussion: """
            Answers on this machine only, unless --host says otherwise. Nothing that
            comes over HTTP changes anything. A new generation of the store is taken up
            within a second. SIGTERM lets open requests finish, ten seconds at most.

            EXAMPLES
              landgrade-serve
              landgrade-serve --store /srv/landgrade --port 8080
              landgrade-serve --host 0.0.0.0 --allowed-host grades.example.gov.cn

            EXIT STATUS
              0 ended by a signal; 2 the service could not start; 64 usage
            """)

    @OptionGroup var options: ServeOptions

    static func main() async {
        StandardStreams.ignoreWriteSignals()
        guard let words = ArgumentText.words() else { exit(withError: ExitCode(ExitStatus.usage.rawValue)) }
        do {
            let command = try Self.parse(words)
            try await command.run()
        } catch { exit(withError: error) }
    }

    func run() async throws { try await ServiceRun(options).run() }
}
