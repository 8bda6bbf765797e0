import TestSupport
import Testing

@Suite struct SignedCorpusTests {
    @Test func everyKeptFileIsTakenOrRefusedAsItMustBe() throws {
        let inputs = try Corpus.files(of: "signature")
        #expect(inputs.count >= 10)
        for (name, bytes) in inputs { #expect(signatureFault(bytes) == nil, "\(name)") }
    }

    @Test func everyKeptPayloadIsTakenOrRefusedAsItMustBe() throws {
        let inputs = try Corpus.files(of: "manifest")
        #expect(inputs.count >= 10)
        for (name, bytes) in inputs { #expect(manifestFault(bytes) == nil, "\(name)") }
    }
}
