import TestSupport
import Testing

@Suite struct ValidatorCorpusTests {
    @Test func `every kept input of the fuzzer is judged as the slow validator judges it`() throws {
        let inputs = try Corpus.files(of: "validator")
        #expect(inputs.count >= 20)
        for (name, bytes) in inputs {
            let fault = validatorFault(bytes)
            #expect(fault == nil, "\(name)")
        }
    }
}
