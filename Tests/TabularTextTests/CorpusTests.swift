import Testing

@Suite struct CorpusTests {
    @Test func `every kept input of the fuzzer is read as the slow reader reads it`() throws {
        let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Corpus/records"
        let inputs = try #require(Corpus.files(in: folder))
        #expect(inputs.count >= 20)
        for (name, bytes) in inputs {
            let fault = recordFault(bytes)
            #expect(fault == nil, "\(name)")
        }
    }
}
