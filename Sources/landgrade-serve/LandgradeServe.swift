import ArgumentParser
import CommandSupport
import Dispatch
import SystemSupport

#if canImport(Glibc)
    import Glibc
#endif

/// `landgrade-serve`: answers look-ups over HTTP from a store, read-only.
@main struct LandgradeServe: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "landgrade-serve",
        abstract: .help(
            zh: "以 HTTP 应答查询：程序用接口，人用网页。",
            en: "Answer look-ups over HTTP: an API for programs, a page for people."),
        discussion: .help(
            zh: """
                只在本机应答，除非用 --host 另行指定。经 HTTP 来的任何请求都不改变数据。数据库有了新的数据批次，一秒之内\
                采用。收到 SIGTERM 后，已受理的请求可以做完，最多十秒。

                示例
                  landgrade-serve
                  landgrade-serve --store /srv/landgrade --port 8080
                  landgrade-serve --host 0.0.0.0 --allowed-host grades.example.gov.cn

                退出状态
                  0 由信号结束；2 服务无法启动；64 命令行有误
                """,
            en: """
                Answers on this machine only, unless --host says otherwise. Nothing that
                comes over HTTP changes anything. A new generation of the store is taken up
                within a second. SIGTERM lets open requests finish, ten seconds at most.

                EXAMPLES
                  landgrade-serve
                  landgrade-serve --store /srv/landgrade --port 8080
                  landgrade-serve --host 0.0.0.0 --allowed-host grades.example.gov.cn

                EXIT STATUS
                  0 ended by a signal; 2 the service could not start; 64 usage
                """),
        version: Version.text)

    @OptionGroup var options: ServeOptions

    var program: Program { Program("landgrade-serve") }

    var language: Language { options.languageOption.language }

    static func main() {
        StandardStreams.ignoreWriteSignals()
        begin(ArgumentText.required())
    }

    /// Everything that can be checked beforehand is checked before the first task: with too few descriptors the runtime of
    /// tasks itself would end the process, without a word.
    func perform() throws {
        let run = try ServiceRun(options)
        let (program, language) = (program, language)
        Task {
            do {
                try await run.run()
                Self.exit()
            } catch { Self.end(program.end(error, in: language)) }
        }
        dispatchMain()
    }
}
