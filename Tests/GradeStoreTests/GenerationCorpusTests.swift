import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct GenerationCorpusTests {
    @Test func everyKeptDamageIsRefusedOrReadToItsEnd() throws {
        let folder = FilePath(#filePath).removingLastComponent().removingLastComponent().appending("Corpus/generation")
        let directory = try #require(opendir(folder.string))
        defer { closedir(directory) }
        let damage = try GenerationDamage()
        #expect(damage.fault([]) == nil)
        var count = 0
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix(".") else { continue }
            let file = try FileDescriptor.open(folder.appending(name), .readOnly)
            let bytes = try file.closeAfter {
                var bytes = [UInt8](repeating: 0, count: 1 << 16)
                let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
                return Array(bytes[..<count])
            }
            #expect(damage.fault(bytes) == nil, "\(name)")
            count += 1
        }
        #expect(count >= 5)
    }

    @Test func aBitInEveryPartOfTheFileMayBeFlipped() throws {
        let damage = try GenerationDamage()
        // Each of the first hundred bytes, and every 97th of the others; the last of them are cuts.
        for place in Array(0..<100) + Array(stride(from: 100, to: 400_000, by: 97)) {
            let input = [UInt8(place >> 16), UInt8(place >> 8 & 0xFF), UInt8(place & 0xFF), UInt8(1 << (place % 8))]
            let fault = damage.fault(input)
            #expect(fault == nil, "\(place)")
        }
    }
}
