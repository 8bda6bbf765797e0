public import ArgumentParser
public import SystemSupport

/// A program of landgrade as it speaks: every line on standard error begins with its name.
public struct Program: Sendable {
    private let name: Sentence

    public init(_ name: Sentence) { self.name = name }

    public func say(_ sentence: Sentence) { StandardStreams.complain("\(name): \(sentence)") }

    /// Says why a command ends and gives what ArgumentParser ends the process with: the one place where an error becomes
    /// a sentence and an exit status. An error that is no `CommandEnd` is a failure; what ArgumentParser itself throws is
    /// left to it.
    public func end(_ error: any Error, in language: Language) -> any Error {
        switch error {
        case let end as CommandEnd:
            for sentence in end.sentences { say(sentence) }
            return ExitCode(end.status)
        case is ExitCode, is ArgumentParser.ValidationError, is CleanExit: return error
        case let error as any Worded:
            say(error.sentence(in: language))
            return ExitCode(ExitStatus.failure.rawValue)
        default:
            // What the system says, as a number and its text.
            let reason = String(describing: error)
            say(language.pick(zh: "读写出错：\(reason)", en: "reading or writing failed: \(reason)"))
            return ExitCode(ExitStatus.failure.rawValue)
        }
    }
}

/// An end of a command for which no error of another module stands: the answer "no", a sentence that only the command
/// can say, an exit status of its own.
public struct CommandEnd: Error {
    let sentences: [Sentence]
    let status: Int32

    public init(_ sentences: Sentence..., status: Int32) {
        self.sentences = sentences
        self.status = status
    }

    public init(_ sentences: [Sentence], status: ExitStatus) {
        self.sentences = sentences
        self.status = status.rawValue
    }

    /// The question was answered, with "no".
    public static var no: CommandEnd { CommandEnd(status: ExitStatus.no.rawValue) }

    public static func no(_ sentence: Sentence) -> CommandEnd { CommandEnd([sentence], status: .no) }

    public static func failure(_ sentence: Sentence) -> CommandEnd { CommandEnd([sentence], status: .failure) }

    public static func usage(_ sentence: Sentence) -> CommandEnd { CommandEnd([sentence], status: .usage) }
}

/// A command of one of the programs. What `perform` throws is said and ends the process, by `Program.end`. The file that
/// declares a command has to import this module: otherwise `run` of ArgumentParser is taken, which prints the help.
public protocol ProgramCommand: ParsableCommand {
    var program: Program { get }
    /// Of what is said on standard error.
    var language: Language { get }

    func perform() throws
}

extension ProgramCommand {
    public func run() throws {
        do { try perform() } catch { throw program.end(error, in: language) }
    }
}
