import SystemSupport
import Testing

@Suite struct SentenceTests {
    private struct Named: CustomStringConvertible {
        let description: String
    }

    @Test func `escapes every value that is neither a sentence nor a number`() {
        let raw = "a\u{1B}[2J\u{202E}"
        let escaped = "a\\x1b[2J\\u{202e}"
        let whole: Sentence = "\(raw)"
        #expect(whole.text == escaped)
        #expect(("\(Named(description: raw)): \(3)" as Sentence).text == "\(escaped): 3")
        #expect(("\(excerpt: raw)" as Sentence).text == escaped)
        #expect(("\(quoted: raw)" as Sentence).text == "\"\(escaped)\"")
        #expect(("\(line: raw)" as Sentence).text == escaped)
        #expect(("\(shellWord: raw)" as Sentence).text == "'\(escaped)'")
        #expect(("<\(whole)>" as Sentence).text == "<\(escaped)>")
    }

    @Test func `keeps its own literals as they are`() {
        let sentence: Sentence = "one\ntwo\u{1B}[0m"
        #expect(sentence.text == "one\ntwo\u{1B}[0m")
        #expect(("a\n\(1)\u{1B}" as Sentence).text == "a\n1\u{1B}")
    }

    @Test(arguments: [
        ("芙蓉村", "芙蓉村"), ("（湘阴县）", "（湘阴县）"), ("\u{4000}\u{9FFF}", "\u{4000}\u{9FFF}"), ("é", "é"),
        ("\u{3400}\u{20000}", "\u{3400}\u{20000}"), ("\u{200B}", "\\u{200b}"), ("村\u{AD}", "村\\u{ad}"),
        ("\u{FFFE}", "\\u{fffe}"), ("村\n", "村\\x0a"), ("", ""),
    ])
    func `shows what is shown and nothing else`(raw: String, text: String) {
        #expect(("\(raw)" as Sentence).text == text)
    }

    @Test func `cuts an excerpt by characters`() {
        let long = String(repeating: "村", count: 81)
        #expect(("\(excerpt: long)" as Sentence).text == String(repeating: "村", count: 80) + "…")
        #expect(("\(excerpt: "abc", characters: 2)" as Sentence).text == "ab…")
        #expect(("\(quoted: "a\nb")" as Sentence).text == "\"a b\"")
        #expect(("\(line: "a\nb")" as Sentence).text == "a b")
        #expect(("\(excerptLine: "乡镇\n（街道）\r\n\u{1B}")" as Sentence).text == "乡镇 （街道） \\x1b")
        #expect(("\(excerptLine: long)" as Sentence).text == ("\(excerpt: long)" as Sentence).text)
    }

    @Test func `is put together from others`() {
        let parts: [Sentence] = ["a", "b", "c"]
        #expect(parts.joined(separator: ", ") == "a, b, c")
        #expect([Sentence]().joined(separator: ", ").isEmpty)
        #expect("a" + parts[1] == "ab")
        #expect("\(if: true, "yes")\(if: false, "no")" as Sentence == "yes")
    }

    @Test func `is picked by language, and the other one is not built`() {
        func fail() -> Sentence {
            Issue.record("built")
            return ""
        }
        #expect(Language.zh.pick(zh: "村", en: fail()) == "村")
        #expect(Language.en.pick(zh: fail(), en: "village") == "village")
        let remark = Remark(zh: "村", en: "village")
        #expect(remark.sentence(in: .zh) == "村" && remark.sentence(in: .en) == "village")
        #expect(Remark(remark) == remark)
    }
}
