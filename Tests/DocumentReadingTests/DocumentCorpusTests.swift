import Testing

/// The kept inputs of the fuzzer for the readers of documents.
@Suite struct DocumentCorpusTests {
    @Test(arguments: DocumentFuzz.allCases)
    func `every kept input gives a document within its limits, or a reason`(_ reader: DocumentFuzz) throws {
        let folder =
            "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Corpus/\(reader.rawValue)"
        let inputs = try #require(Corpus.files(in: folder))
        #expect(inputs.count >= 4)
        for (name, bytes) in inputs {
            let fault = reader.fault(bytes)
            #expect(fault == nil, "\(name)")
        }
    }
}
