import Glibc

enum Corpus {
    static func files(in folder: String) -> [(name: String, bytes: [UInt8])]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var files: [(String, [UInt8])] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix("."), let file = fopen("\(folder)/\(name)", "r") else { continue }
            defer { fclose(file) }
            var bytes: [UInt8] = []
            while case let byte = getc(file), byte >= 0 { bytes.append(UInt8(byte)) }
            files.append((name, bytes))
        }
        return files.sorted { $0.0 < $1.0 }
    }
}
