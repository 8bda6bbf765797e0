import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension FeedBench {
    /// An edition package: the seed with these changes, sealed again. The path of its folder.
    ///
    /// - Parameters:
    ///   - id: its first six digits are the county's code.
    ///   - grades: rows of `grades.csv` that are replaced by others.
    ///   - keeping: which lines of `grades.csv` stay.
    func package(
        _ id: String = "430624-2025-1", called folder: String? = nil, issued: String = "2025-01-23",
        county: String = "湘阴县", grades: [(old: String, new: String)] = [], keeping: (Substring) -> Bool = { _ in true }
    ) async throws -> String {
        let seed = Repository.xiangyin, name = folder ?? id
        let made = workspace.path.appending(name)
        try #require(made.withPlatformString { mkdir($0, 0o755) } == 0)
        for file in names(in: seed) {
            var text = try contents(of: seed.appending(file))
            if file == "datapackage.json" {
                text = text.replacing("430624-2025-1", with: id).replacing("\"2025-01-23\"", with: "\"\(issued)\"")
                    .replacing("\"code\": \"430624\"", with: "\"code\": \"\(id.prefix(6))\"")
                    .replacing("\"name\": \"湘阴县\"", with: "\"name\": \"\(county)\"")
            } else if file == "grades.csv" {
                for (old, new) in grades {
                    try #require(text.contains(old))
                    text = text.replacing(old, with: new)
                }
                text = text.split(separator: "\n").filter(keeping).map { $0 + "\n" }.joined()
            }
            try workspace.write(text, to: "\(name)/\(file)")
        }
        let sealed = try await Program.publish.run(["seal", made.string])
        try #require(sealed.status == 0, "\(sealed.error)")
        return made.string
    }

    /// 芙蓉村's orchard in grade 2 instead of 1.
    static let moved = [
        (old: "orchard,金龙镇,芙蓉村,village,1,1,,表2第3行", new: "orchard,金龙镇,芙蓉村,village,2,2,,表2第16行")
    ]

    /// What `landgrade lookup` says of 芙蓉村's orchard: grade, edition, origin, and the day of withdrawal or nil.
    func answer(county: String = "430624") async throws -> [String?] {
        let run = try await Program.landgrade.run([
            "lookup", "--store", store, "--format", "json", "--land-type", "orchard", "--county", county, "金龙镇", "芙蓉村",
        ])
        guard run.status == 0 else { return [run.error] }
        let found = try JSONValue(parsing: run.bytes)["matches"]?.array?.first?["land_types"]?.array?.first
        let citation = found?["citation"]
        return [
            found?["grade"]?.text(), citation?["edition"]?.string, citation?["origin"]?.string,
            citation?["withdrawn"]?.string,
        ]
    }

    /// Every file of the store with its contents and every link with its target, except what is only of the moment:
    /// `tmp/`, and the process number in the lock.
    func contentsOfStore() throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        func walk(_ folder: FilePath) throws {
            for name in names(in: folder) where ![".lock", "tmp"].contains(name) {
                let path = folder.appending(name)
                var status = stat()
                try #require(path.withPlatformString { lstat($0, &status) } == 0)
                switch status.st_mode & S_IFMT {
                case S_IFDIR: try walk(path)
                case S_IFLNK:
                    var buffer = [CChar](repeating: 0, count: 4096)
                    let count = path.withPlatformString { readlink($0, &buffer, buffer.count) }
                    found[path.string] = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
                default:
                    let file = try FileDescriptor.open(path, .readOnly)
                    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
                    let count = try file.closeAfter { try bytes.withUnsafeMutableBytes { try file.read(into: $0) } }
                    try #require(count == bytes.count)
                    found[path.string] = bytes + [UInt8(truncatingIfNeeded: status.st_mode)]
                }
            }
        }
        try walk(FilePath(store))
        return found
    }

    /// The file in which the store keeps what it knows of a source.
    func trust(_ part: String = "trust", of source: String = source) -> FilePath {
        FilePath(store).appending("trust").appending("\(source.replacing("/", with: "+")).\(part)")
    }
}

/// A time that many seconds from now, as the feed writes it.
func time(in seconds: Int) -> String {
    var moment = time_t(time(nil) + seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// That a run ended so, said this on standard error and nothing on standard output.
func refused(
    _ run: Run, _ status: Int, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(run.status == status, "\(run.error)", sourceLocation: sourceLocation)
    #expect(run.error == "landgrade-sync: \(sentence)\n", sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, sourceLocation: sourceLocation)
}
