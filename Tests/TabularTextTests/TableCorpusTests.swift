import TestSupport
import Testing

/// The kept inputs of the fuzzer for tables that are no text.
@Suite struct TableCorpusTests {
    private func replay(_ name: String, _ fault: ([UInt8]) -> String?) throws {
        let inputs = try Corpus.files(of: name)
        #expect(inputs.count >= 6)
        for (name, bytes) in inputs {
            let fault = fault(bytes)
            #expect(fault == nil, "\(name)")
        }
    }

    @Test func `workbooks read whole have the cells their blocks have`() throws {
        try replay("workbook", workbookFault)
    }
    @Test func `dBASE tables read whole have the cells their blocks have`() throws { try replay("dbf", dbfFault) }
}
