import SystemSupport
import Testing

@Suite struct SurfaceTests {
    private let remedy = Sentence(command: "--sheet", page: "the field ‘Sheet’", interface: "sheet")

    @Test func `a sentence speaks of a setting as the surface that shows it does`() {
        let name = "a\u{1B}b"
        let sentence: Sentence = "two sheets in \(name): use \(remedy), \(3) rows"
        #expect(sentence.text == "two sheets in a\\x1bb: use --sheet, 3 rows")
        #expect(sentence.text(on: .command) == sentence.text)
        #expect(sentence.text(on: .page) == "two sheets in a\\x1bb: use the field ‘Sheet’, 3 rows")
        #expect(sentence.text(on: .interface) == "two sheets in a\\x1bb: use sheet, 3 rows")
    }

    @Test func `sums keep the words of each surface`() {
        let whole = ["first: ", remedy, "; second: ", remedy].joined()
        #expect(whole.text == "first: --sheet; second: --sheet")
        #expect(whole.text(on: .page) == "first: the field ‘Sheet’; second: the field ‘Sheet’")
        #expect((remedy + "." as Sentence).text(on: .interface) == "sheet.")
        #expect(("\(if: true, remedy)" as Sentence).text(on: .page) == "the field ‘Sheet’")
    }

    @Test func `most sentences are the same everywhere`() {
        let sentence: Sentence = "\(5) rows"
        #expect(sentence.text(on: .page) == "5 rows" && sentence.text(on: .interface) == "5 rows")
        #expect(sentence == "5 rows")
    }
}
