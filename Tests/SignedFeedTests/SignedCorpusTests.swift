import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct SignedCorpusTests {
    @Test func everyKeptFileIsTakenOrRefusedAsItMustBe() throws {
        let inputs = try files(in: "signature")
        #expect(inputs.count >= 10)
        for (name, bytes) in inputs { #expect(signatureFault(bytes) == nil, "\(name)") }
    }

    @Test func everyKeptPayloadIsTakenOrRefusedAsItMustBe() throws {
        let inputs = try files(in: "manifest")
        #expect(inputs.count >= 10)
        for (name, bytes) in inputs { #expect(manifestFault(bytes) == nil, "\(name)") }
    }

    private func files(in name: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = FilePath(#filePath).removingLastComponent().removingLastComponent().appending("Corpus/\(name)")
        let directory = try #require(opendir(folder.string))
        defer { closedir(directory) }
        var files: [(String, [UInt8])] = []
        while let entry = readdir(directory) {
            let file = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !file.hasPrefix(".") else { continue }
            let descriptor = try FileDescriptor.open(folder.appending(file), .readOnly)
            let bytes = try descriptor.closeAfter {
                var bytes = [UInt8](repeating: 0, count: 1 << 16)
                let count = try bytes.withUnsafeMutableBytes { try descriptor.read(into: $0) }
                return Array(bytes[..<count])
            }
            files.append((file, bytes))
        }
        return files
    }
}
