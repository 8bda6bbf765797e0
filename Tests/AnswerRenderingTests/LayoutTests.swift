import GradeModel
import StrictJSON
import SystemSupport
import Testing

@testable import AnswerRendering

@Suite struct LayoutTests {
    @Test(arguments: [
        ("", 0), ("grade", 5), ("一级", 4), ("（）", 4), ("ＡＢ", 4), ("e\u{301}", 1), ("한글", 4), ("\u{1100}\u{1161}", 2),
        ("‘’“”…", 5), ("\u{200B}\u{FEFF}", 0), ("尚南塅村", 8), ("\u{20BB7}野", 4), ("〔2025〕", 8), ("😀", 2),
        ("\u{302A}", 0), ("\u{10FFFF}", 1), ("\u{AD}", 1),
    ])
    func `the columns a text takes`(text: String, width: Int) {
        #expect(DisplayWidth.columns(of: text) == width)
    }

    @Test(arguments: [
        ("芙蓉村", "芙蓉村"), ("\u{1B}[2J", "\\x1b[2J"), ("a\tb\nc\rd\0", "a\\x09b\\x0ac\\x0dd\\x00"),
        ("\u{7F}", "\\x7f"),
        ("\u{9B}31m", "\\x9b31m"), ("\u{202E}a\u{2066}b\u{2069}", "\\u{202e}a\\u{2066}b\\u{2069}"),
        ("\u{200F}\u{200B}\u{FEFF}\u{AD}", "\\u{200f}\\u{200b}\\u{feff}\\u{ad}"), ("\u{2028}", "\\u{2028}"),
        ("\u{E0041}", "\\u{e0041}"), ("\u{FFFE}", "\\u{fffe}"), ("\u{E000}", "\u{E000}"), ("a\\b", "a\\b"),
        ("\r\n", "\\x0d\\x0a"),
    ])
    func `what could move a cursor or reorder a line is shown escaped`(raw: String, expected: String) {
        #expect(("\(raw)" as Sentence).text == expected)
    }

    @Test
    func `a text is cut at a column, never in the middle of an escape or a wide character`() {
        #expect(("\("芙蓉村", columns: 6)" as Sentence).text == "芙蓉村")
        #expect(("\("芙蓉村", columns: 5)" as Sentence).text == "芙蓉…")
        #expect(("\("ab\u{1B}c", columns: 5)" as Sentence).text == "ab…")
    }

    @Test
    func `what an edition says is shown escaped too, in text only`() {
        let place = Xiangyin.place("金龙镇\u{1B}[31m", "芙蓉村\u{202E}")
        let answer = Answers.found(Xiangyin.match(place), [Xiangyin.graded(.orchard, 1, row: 3)])
        let text = String(decoding: AnswerRenderer(format: .text, language: .en).render(answer), as: UTF8.self)
        #expect(text.hasPrefix("湘阴县 金龙镇\\x1b[31m 芙蓉村\\u{202e} (other)\n"))
        #expect(AnswerJSON.value(answer)["matches"]?.array?[0]["township"]?.string == "金龙镇\u{1B}[31m")
    }

    @Test(arguments: [
        ("", 10, [""]), ("not published here", 10, ["not", "published", "here"]),
        ("宗地外道路通达。", 14, ["宗地外道路通", "达。"]), ("宗地（外）道路", 6, ["宗地", "（外）", "道路"]),
        ("见《农用地》", 4, ["见", "《农", "用", "地》"]), ("E1，待核", 4, ["E1，", "待核"]),
        ("表2第11行", 4, ["表2", "第11", "行"]), ("overlongword a", 4, ["overlongword", "a"]), ("a  b", 10, ["a  b"]),
    ])
    func `a paragraph breaks at spaces and between wide characters, with punctuation kept where it belongs`(
        text: String, width: Int, lines: [String]
    ) {
        #expect(WrappedText.lines(text, width: width) == lines)
    }

    @Test
    func `a word of a command is quoted where a shell would read it otherwise`() {
        #expect(("\(shellWord: "芙蓉村")" as Sentence).text == "芙蓉村")
        #expect(("\(shellWord: "a b")" as Sentence).text == "'a b'")
        #expect(("\(shellWord: "$(x)'")" as Sentence).text == "'$(x)'\\'''")
        #expect(("\(shellWord: "\u{1B}")" as Sentence).text == "'\\x1b'")
        #expect(("\(shellWord: "")" as Sentence).text == "''")
    }

    @Test
    func `a table is aligned by columns and no line ends with a space`() {
        var table = TextTable(header: ["乡镇", "n", "kind"], alignments: [.left, .right, .left])
        table.append(["金龙镇", "15", ""])
        table.append(["a", "3", "村"])
        #expect(table.lines == ["乡镇     n  kind", "金龙镇  15", "a        3  村"])
    }

    @Test(arguments: Language.allCases)
    func `no line but the citation is wider than a page, and none ends with a space`(language: Language) {
        let renderer = AnswerRenderer(format: .text, language: language)
        let answers = [
            Answers.furong, Answers.donghegang, Answers.binjiang, Answers.donghu, Answers.jinyan, Answers.asPrinted,
            Answers.confirmed,
        ]
        let widest = VillageRow(
            place: Xiangyin.place("横岭湖自然保护区", "湖洲管理局芦苇站"),
            grades: [LandType.orchard, .forest].map {
                VillageGrade(
                    landType: $0, outcome: .disputed, grade: Grade(rawValue: 1), printedGrade: Grade(rawValue: 2),
                    erratum: "E1")
            })
        let texts =
            answers.map { renderer.render($0) } + [
                renderer.render(Rows.townships), renderer.render([widest]), renderer.render(Rows.grades),
                renderer.render([Rows.edition]), renderer.render(Rows.definitions),
            ]
        for text in texts {
            for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
                let isCitation = line.hasPrefix("湘阴县人民政府") && line.contains("430624-2025-1")
                #expect(isCitation || DisplayWidth.columns(of: line) <= 80, "\(line)")
                #expect(!line.hasSuffix(" "), "\(line)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `the citation is one line, and the last one`(language: Language) {
        for answer in [Answers.furong, Answers.donghegang, Answers.jinyan] {
            let text = String(decoding: AnswerRenderer(format: .text, language: language).render(answer), as: UTF8.self)
            let last = text.split(separator: "\n").last.map(String.init) ?? ""
            for named in [
                "湘阴政发〔2025〕1号", "XYDR-2025-00001", "湘阴县人民政府关于公布实施", "2025", "2021", "表2", "表3",
                "430624-2025-1",
            ] {
                #expect(last.contains(named), "\(named)")
            }
        }
    }
}
