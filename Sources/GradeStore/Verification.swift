import SystemPackage
public import SystemSupport

/// What `verify` finds of one generation.
public enum Verification: Hashable, Sendable {
    case intact(sha256: String)
    /// The file's hash is another than its side file says.
    case changed(expected: String, found: String)
    /// There is no side file, or not one `sha256sum` line of this generation in it.
    case noSideFile(path: String)

    public var isIntact: Bool {
        if case .intact = self { true } else { false }
    }
}

extension StoreFolder {
    /// Reads the whole file of a generation against its side file.
    public func verify(_ name: GenerationName) throws(StoreError) -> Verification {
        let expected: String
        do {
            guard let hash = try sideHash(name) else { return .noSideFile(path: sideFile(name).string) }
            expected = hash
        } catch { return .noSideFile(path: sideFile(name).string) }
        let found = try digest(name)
        return found == expected ? .intact(sha256: found) : .changed(expected: expected, found: found)
    }

    /// SHA-256 of a generation's file, whether a side file says it or not.
    public func digest(_ name: GenerationName) throws(StoreError) -> String {
        do {
            return try FileHash.sha256(of: file(name))
        } catch .noSuchFileOrDirectory {
            throw .dangling(path: link.string, target: name.file)
        } catch {
            throw .unreadable(path: file(name).string, detail: error.description)
        }
    }

    /// That a generation is what it was when it was made. What is taken over from it into the next one gets a new
    /// SHA-256 there, and a bit that has flipped would pass for a grade from then on.
    public func requireIntact(_ name: GenerationName) throws(StoreError) {
        if case .changed(let expected, let found) = try verify(name) {
            throw .altered(file: name.file, expected: expected, found: found)
        }
    }

    /// The 64 hex digits of the side file; nil unless it is exactly the line we write.
    func sideHash(_ name: GenerationName) throws(Errno) -> String? {
        let descriptor = try FileSystem.open(sideFile(name), .readOnly, [])
        defer { try? descriptor.close() }
        var block = [UInt8](repeating: 0, count: 256)
        let count = try systemCall { try block.withUnsafeMutableBytes { try descriptor.read(into: $0) } }
        guard let text = String(validating: block[..<count], as: UTF8.self) else { return nil }
        let hash = String(text.prefix(64))
        return text == FileHash.line(hash, file: name.file) ? hash : nil
    }
}

extension Verification {
    /// - Parameter generation: whose file it is about.
    public func sentence(of generation: GenerationName, in language: Language) -> Sentence {
        switch self {
        case .intact(let sha256):
            language.pick(
                zh: "\(generation.file)：完好，SHA-256 \(sha256)", en: "\(generation.file): intact, SHA-256 \(sha256)")
        case .changed(let expected, let found):
            StoreError.altered(file: generation.file, expected: expected, found: found).sentence(in: language)
        case .noSideFile(let path): StoreError.noSideFile(path: path).sentence(in: language)
        }
    }
}
