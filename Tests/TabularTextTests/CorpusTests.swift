import TestSupport
import Testing

@Suite struct CorpusTests {
    @Test func `every kept input of the fuzzer is read as the slow reader reads it`() throws {
        let inputs = try Corpus.files(of: "records")
        #expect(inputs.count >= 20)
        for (name, bytes) in inputs {
            let fault = recordFault(bytes)
            #expect(fault == nil, "\(name)")
        }
    }
}
