import Testing

@testable import LookupService

@Suite struct QueryParametersTests {
    private func read(_ text: String) throws(Problem) -> QueryParameters {
        try QueryParameters(text[...], known: ["a", "b"])
    }

    @Test func `values are decoded once`() throws {
        let parameters = try read("a=%E9%87%91+%2B%2525&b=")
        #expect(parameters["a"] == "金 +%25")
        #expect(parameters["b"] == "")
        #expect(try read("").isEmpty)
        #expect(try read("b")["b"] == "")
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%ED%A0%80", "a=%C0%80", "%ff=1"])
    func `what is no text is refused`(_ text: String) {
        #expect(throws: Problem.badEncoding) { try read(text) }
    }

    @Test func `names stand once and mean something`() {
        #expect(throws: Problem.repeatedParameter("a")) { try read("a=1&%61=1") }
        #expect(throws: Problem.unknownParameter("c", known: ["a", "b"])) { try read("a=1&c=2") }
    }

    @Test(arguments: ["+1", "-1", "0x1", "1.0", "", "１", "1000000000000000000000", "0", "101"])
    func `numbers are plain digits`(_ text: String) throws {
        var parameters = try read("")
        try parameters.add("a", text)
        #expect(throws: Problem.self) { try parameters.number("a", in: 1...100) }
    }
}
