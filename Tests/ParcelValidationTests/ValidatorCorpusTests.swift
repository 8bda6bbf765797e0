import Glibc
import Testing

@Suite struct ValidatorCorpusTests {
    @Test func `every kept input of the fuzzer is judged as the slow validator judges it`() throws {
        let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Corpus/validator"
        var count = 0
        let directory = try #require(opendir(folder))
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix("."), let file = fopen("\(folder)/\(name)", "r") else { continue }
            defer { fclose(file) }
            var bytes: [UInt8] = []
            while case let byte = getc(file), byte >= 0 { bytes.append(UInt8(byte)) }
            let fault = validatorFault(bytes)
            #expect(fault == nil, "\(name)")
            count += 1
        }
        #expect(count >= 20)
    }
}
