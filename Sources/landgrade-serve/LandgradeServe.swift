import ArgumentParser
import CommandSupport
import Dispatch
import SystemSupport

#if canImport(Glibc)
    import Glibc
#endif

/// `landgrade-serve`: answers look-ups over HTTP from a store, read-only.
@main struct LandgradeServe: ParsableCommand {
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

    private static let program = Program("landgrade-serve")

    @OptionGroup var options: ServeOptions

    static func main() {
        StandardStreams.ignoreWriteSignals()
        guard let words = ArgumentText.words() else { exit(withError: ExitCode(ExitStatus.usage.rawValue)) }
        let command: Self
        do {
            command = try parse(words)
        } catch { exit(withError: error) }
        do {
            try command.run()
        } catch { exit(withError: program.end(error, in: .en)) }
    }

    /// Everything that can be checked beforehand is checked before the first task: with too few descriptors the runtime of
    /// tasks itself would end the process, without a word.
    func run() throws {
        let run = try ServiceRun(options)
        Task {
            do {
                try await run.run()
                Self.exit()
            } catch { Self.exit(withError: Self.program.end(error, in: .en)) }
        }
        dispatchMain()
    }
}
