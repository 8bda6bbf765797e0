import ArgumentParser
import CommandSupport
import SystemSupport

/// `landgrade`: looks up which grade a village's land has, and what the base price of that grade means.
@main struct Landgrade: ParsableCommand {
    // Every command names itself: a name derived from its type costs a tenth of a look-up at start.
    static let configuration = CommandConfiguration(
        commandName: "landgrade",
        abstract: .help(
            zh: "查询各村园地、林地、草地的级别及其依据。",
            en: "Look up the grade of a village's orchard, forest and grassland, with its source."),
        discussion: .help(
            zh: """
                示例
                  landgrade lookup 金龙镇 芙蓉村
                  landgrade lookup --address 湖南省岳阳市湘阴县金龙镇芙蓉村3组
                  landgrade lookup --format json --land-type 园地 金龙镇 芙蓉村
                  landgrade list villages --township 金龙镇
                  landgrade value 金龙镇 芙蓉村 --land-type 园地 --area 12.5亩

                退出状态
                  0 已查到；1 答复为“无”（查无、不能唯一确定）；2 无法答复；64 命令行有误
                """,
            en: """
                EXAMPLES
                  landgrade lookup 金龙镇 芙蓉村
                  landgrade lookup --address 湖南省岳阳市湘阴县金龙镇芙蓉村3组
                  landgrade lookup --format json --land-type 园地 金龙镇 芙蓉村
                  landgrade list villages --township 金龙镇
                  landgrade value 金龙镇 芙蓉村 --land-type 园地 --area 12.5亩

                EXIT STATUS
                  0 found; 1 answered with "no" (unknown, ambiguous); 2 could not be
                  answered; 64 usage
                """),
        version: Version.text,
        subcommands: [
            LookupCommand.self, ValueCommand.self, ValidateCommand.self, DefineCommand.self, ListCommand.self,
            EditionsCommand.self,
            DiffCommand.self, HistoryCommand.self, StatusCommand.self, VerifyCommand.self, GenerationsCommand.self,
            UseGenerationCommand.self, MapCommand.self, InitCommand.self, ImportCommand.self, PublishCommand.self,
            SyncCommand.self,
            ServeCommand.self,
        ])

    /// The usual look-up goes its own way (see `LookupWords`); ArgumentParser reads everything else, calls for help and
    /// wrong ones included.
    static func main() {
        StandardStreams.ignoreWriteSignals()
        let words = ArgumentText.required()
        guard words.first == LookupCommand.name, let lookup = LookupWords(plain: words.dropFirst()) else {
            begin(words)
        }
        do {
            try lookup.answer()
        } catch { end(program.end(error, in: lookup.common.language)) }
    }
}
