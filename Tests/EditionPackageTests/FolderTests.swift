import GradeModel
import SystemPackage
import Testing
import SystemSupport

@testable import EditionPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Packages as folders on a real disk.
final class FolderTests {
    private let place: FilePath

    init() throws {
        var template = Array("/tmp/landgrade-package-XXXXXX".utf8CString)
        _ = try #require(mkdtemp(&template))
        place = FilePath(platformString: template)
    }

    deinit { remove(place) }

    private func remove(_ path: FilePath) {
        for name in names(path) {
            let inner = path.appending(name)
            if unlink(inner.string) != 0 { remove(inner) }
        }
        rmdir(path.string)
    }

    private func names(_ path: FilePath) -> [String] {
        guard let stream = opendir(path.string) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private func put(_ bytes: [UInt8], _ path: FilePath) throws {
        let file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        try file.closeAfter { _ = try file.writeAll(bytes) }
    }

    @Test func `A package is written whole and read back`() throws {
        let seed = try Xiangyin.seed()
        let folder = place.appending("out")
        try seed.write(to: folder)
        #expect(try EditionFiles(folder: folder) == seed)
        #expect(names(place) == ["out"])
        #expect(names(folder) == seed.files.keys.sorted())
    }

    @Test func `An empty folder is filled, also under a name with a slash behind it`() throws {
        let folder = place.appending("out")
        mkdir(folder.string, 0o755)
        try Xiangyin.seed().write(to: FilePath(folder.string + "/"))
        #expect(try EditionFiles(folder: folder) == Xiangyin.seed())
    }

    @Test func `A folder that holds something is refused and stays as it is`() throws {
        let folder = place.appending("out")
        mkdir(folder.string, 0o755)
        try put([0x61], folder.appending("note.txt"))
        #expect(throws: PackageError(folder.string, .folderNotEmpty)) { try Xiangyin.seed().write(to: folder) }
        #expect(names(folder) == ["note.txt"] && names(place) == ["out"])
        #expect(PackageError("out", .folderNotEmpty).description == "out: exists and is not empty; name a new folder")
    }

    @Test func `Where nothing can be written nothing is left`() throws {
        let seed = try Xiangyin.seed()
        let missing = place.appending("no/such")
        #expect(throws: PackageError(missing.string, .notWritable("No such file or directory"))) {
            try seed.write(to: missing)
        }
        #expect(throws: PackageError("..", .notWritable("no name for a new folder"))) { try seed.write(to: "..") }
        #expect(names(place).isEmpty)
        #expect(
            PackageError("no/such", .notWritable("No such file or directory")).description
                == "no/such: can't be written (No such file or directory)")
        #expect(
            PackageError("a\u{1B}[2J", .folderNotEmpty).description
                == "a\\x1b[2J: exists and is not empty; name a new folder")
    }

    @Test func `Links, folders and pipes in place of a file are refused`() throws {
        let folder = place.appending("out")
        try Xiangyin.seed().write(to: folder)
        let table = folder.appending("grades.csv")
        let expected = PackageError("grades.csv", .notRegularFile)
        #expect(
            expected.description == "grades.csv: not a regular file; put a copy of the file itself there")
        unlink(table.string)
        symlink("/etc/passwd", table.string)
        #expect(throws: expected) { try EditionFiles(folder: folder) }
        unlink(table.string)
        mkfifo(table.string, 0o600)
        #expect(throws: expected) { try EditionFiles(folder: folder) }
        unlink(table.string)
        mkdir(table.string, 0o755)
        #expect(throws: expected) { try EditionFiles(folder: folder) }
    }

    @Test func `A folder without a package and files that are too large are refused`() throws {
        let descriptor = place.appending("datapackage.json")
        #expect(throws: PackageError("datapackage.json", .missing)) { try EditionFiles(folder: place) }
        try put([], descriptor)
        truncate(descriptor.string, EditionFiles.largestFile + 1)
        #expect(throws: PackageError("datapackage.json", .tooLarge(limit: 64 << 20))) {
            try EditionFiles(folder: place)
        }
    }

    @Test func `Sealing replaces the descriptor and leaves no other file`() throws {
        let folder = place.appending("out")
        try Xiangyin.seed().write(to: folder)
        let table = folder.appending("townships.csv")
        let old = String(decoding: try RegularFile.read(table, limit: 1 << 20), as: UTF8.self)
        try put(Array(old.replacing("dongtangzhen,,1", with: "dongtangzhen,430624103,1").utf8), table)
        #expect(refusal(try EditionFiles(folder: folder)).hasPrefix("townships.csv: "))
        try EditionPackage.seal(try EditionFiles(folder: folder)).replaceDescriptor(in: folder)
        let edition = try EditionPackage.read(try EditionFiles(folder: folder), origin: .unsigned).edition
        #expect(edition.townships[0].code == "430624103")
        #expect(names(folder) == (try Xiangyin.seed().files.keys.sorted()))
    }
}
