import TestSupport
import Testing

/// The kept inputs of the fuzzer for the readers of documents.
@Suite struct DocumentCorpusTests {
    @Test(arguments: DocumentFuzz.allCases)
    func `every kept input gives a document within its limits, or a reason`(_ reader: DocumentFuzz) throws {
        let inputs = try Corpus.files(of: reader.rawValue)
        #expect(inputs.count >= 4)
        for (name, bytes) in inputs {
            let fault = reader.fault(bytes)
            #expect(fault == nil, "\(name)")
        }
    }
}
