import FuzzChecks
import TestSupport
import Testing

/// What the fuzzer found and is kept holds, for each of its targets.
@Suite struct CorpusTests {
    /// Fewer inputs than these were not found, or lost.
    private static let fewest: [FuzzTarget: Int] = [
        .records: 20, .validator: 20, .signature: 10, .manifest: 10, .generation: 5, .workbook: 6, .dbf: 6, .layer: 12,
    ]

    @Test(arguments: FuzzTarget.allCases)
    func `every kept input of the fuzzer holds`(_ target: FuzzTarget) throws {
        let check = try target.check()
        let inputs = try Corpus.files(of: target.rawValue)
        #expect(inputs.count >= Self.fewest[target, default: 4])
        for (name, bytes) in inputs {
            let fault = check(bytes)
            #expect(fault == nil, "\(name)")
        }
    }

    @Test func `each target has a folder of kept inputs, and each folder a target`() {
        #expect(Corpus.targets == FuzzTarget.allCases.map(\.rawValue).sorted())
    }
}
