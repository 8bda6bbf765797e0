import StrictJSON
import Testing

@Suite struct JSONValueTests {
    @Test func `a value comes back as it was written`() throws {
        let value: JSONValue = [
            "b": .array([.integer(-7), .null, .bool(true), .string("湘阴县\n\"\\\u{7}\u{1F33E}")]), "a": .object([]),
        ]
        #expect(try JSONValue(parsing: Array(value.text().utf8)) == value)
        #expect(try JSONValue(parsing: Array(value.text(pretty: true).utf8)) == value)
    }

    @Test func `members keep their order`() {
        let value: JSONValue = ["z": .integer(1), "a": .array([]), "m": .array([.integer(2)])]
        #expect(value.text() == #"{"z":1,"a":[],"m":[2]}"#)
        #expect(value.text(pretty: true) == "{\n  \"z\": 1,\n  \"a\": [],\n  \"m\": [\n    2\n  ]\n}")
    }

    @Test func `control characters are escaped on output`() {
        #expect(JSONValue.string("\u{1B}[0m\u{9B}\u{2028}").text() == #""\u001b[0m\u009b\u2028""#)
    }

    @Test func `escapes and surrogate pairs are read`() throws {
        #expect(try JSONValue(parsing: Array(#""\u91d1\ud83c\udf3e\/\t""#.utf8)) == .string("金\u{1F33E}/\t"))
    }

    @Test(arguments: [
        (#"{"a":1,"a":2}"#, #"line 1, column 8: the key "a" stands twice"#),
        ("[1.0]", "line 1, column 2: 1.0 is not a whole number in plain digits"),
        ("1e3", "line 1, column 1: 1e3 is not a whole number in plain digits"),
        ("01", "line 1, column 1: 01 is not a whole number in plain digits"),
        ("-0", "line 1, column 1: -0 is not a whole number in plain digits"),
        ("9223372036854775808", "line 1, column 1: 9223372036854775808 is too large"),
        ("{\n \"a\": }", "line 2, column 7: unexpected ‘}’"),
        ("[1,]", "line 1, column 4: unexpected ‘]’"),
        ("[1", "line 1, column 3: the text ends inside a value"),
        ("", "line 1, column 1: the text ends inside a value"),
        ("\u{FEFF}1", "line 1, column 1: unexpected ‘\u{FEFF}’"),
        ("nul", "line 1, column 4: the text ends inside a value"),
        ("true false", "line 1, column 6: something follows the value"),
        (#""\x""#, "line 1, column 3: unknown escape"),
        (#""\ud83c""#, "line 1, column 8: half of a surrogate pair"),
        (#""\udf3e""#, "line 1, column 8: half of a surrogate pair"),
        ("\"\t\"", "line 1, column 2: control character in a string"),
        ("[[[[", "line 1, column 4: nested deeper than 3"),
    ])
    func `what is not strict is refused with its place`(_ text: String, _ message: String) {
        do {
            _ = try JSONValue(parsing: Array(text.utf8), depth: text == "[[[[" ? 3 : 64)
            Issue.record("\(text) was taken")
        } catch { #expect(error.description == message) }
    }

    @Test(arguments: ["1.0", "-12.5", "0.5", "1e3", "1E+3", "2.5e-07", "-0", "9223372036854775808"])
    func `another number is kept as it is written where it is asked for`(_ text: String) throws {
        let value = try JSONValue(parsing: Array("[\(text), 12]".utf8), keepsOtherNumbers: true)
        #expect(value == .array([.otherNumber(text), .integer(12)]))
        #expect(value.text() == "[\(text),12]")
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test(arguments: ["01", "01.5", "1.", ".5", "1.2.3", "1e", "1e+", "-", "--1", "1-2", "1e5.5", "-.5", "+1"])
    func `what is no number of JSON is refused all the same`(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8), keepsOtherNumbers: true) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
        do {
            _ = try JSONValue(parsing: [0x5B, 0x0A, 0x22, 0xC0, 0x80, 0x22, 0x5D])
        } catch { #expect(error.description == "line 2, column 2: not UTF-8") }
    }

    @Test func `every truncation of a document is refused`() throws {
        let whole = Array(#"{"a":[1,"é\u0041",null,{"b":false}]}"#.utf8)
        _ = try JSONValue(parsing: whole)
        for count in 0..<whole.count {
            #expect(throws: JSONError.self) { try JSONValue(parsing: Array(whole[..<count])) }
        }
    }
}
