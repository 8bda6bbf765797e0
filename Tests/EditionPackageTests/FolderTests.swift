import GradeModel
import SystemPackage
import SystemSupport
import TestSupport
import Testing
import SystemSupport

@testable import EditionPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Packages as folders on a real disk.
final class FolderTests {
    private let place = TemporaryFolder()

    @Test func `a package is written whole and read back`() throws {
        let seed = try Xiangyin.seed()
        let folder = place["out"]
        try seed.write(to: folder)
        #expect(try EditionFiles(folder: folder) == seed)
        #expect(place.names == ["out"])
        #expect(names(in: folder) == seed.files.keys.sorted())
    }

    @Test func `an empty folder is filled, also under a name with a slash behind it`() throws {
        let folder = place["out"]
        mkdir(folder.string, 0o755)
        try Xiangyin.seed().write(to: FilePath(folder.string + "/"))
        #expect(try EditionFiles(folder: folder) == Xiangyin.seed())
    }

    @Test func `a folder that holds something is refused and stays as it is`() throws {
        let folder = place["out"]
        mkdir(folder.string, 0o755)
        try write([0x61], to: folder.appending("note.txt"))
        #expect(throws: PackageError(folder.string, .folderNotEmpty)) { try Xiangyin.seed().write(to: folder) }
        #expect(names(in: folder) == ["note.txt"] && place.names == ["out"])
        #expect(
            PackageError("out", .folderNotEmpty).sentence(in: .en).text
                == "out: exists and is not empty; name a new folder")
    }

    @Test func `where nothing can be written nothing is left`() throws {
        let seed = try Xiangyin.seed()
        let missing = place["no/such"]
        #expect(throws: PackageError(missing.string, .notWritable("No such file or directory"))) {
            try seed.write(to: missing)
        }
        #expect(throws: PackageError("..", .notWritable("no name for a new folder"))) { try seed.write(to: "..") }
        #expect(place.names.isEmpty)
        #expect(
            PackageError("no/such", .notWritable("No such file or directory")).sentence(in: .en).text
                == "no/such: can't be written (No such file or directory)")
        #expect(
            PackageError("a\u{1B}[2J", .folderNotEmpty).sentence(in: .en).text
                == "a\\x1b[2J: exists and is not empty; name a new folder")
    }

    @Test func `links, folders and pipes in place of a file are refused`() throws {
        let folder = place["out"]
        try Xiangyin.seed().write(to: folder)
        let table = folder.appending("grades.csv")
        let expected = PackageError("grades.csv", .notRegularFile)
        #expect(
            expected.sentence(in: .en).text == "grades.csv: not a regular file; put a copy of the file itself there")
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

    @Test func `a folder without a package and files that are too large are refused`() throws {
        let descriptor = place["datapackage.json"]
        #expect(throws: PackageError("datapackage.json", .missing)) { try EditionFiles(folder: place.path) }
        try write([], to: descriptor)
        truncate(descriptor.string, EditionFiles.largestFile + 1)
        #expect(throws: PackageError("datapackage.json", .tooLarge(limit: 64 << 20))) {
            try EditionFiles(folder: place.path)
        }
    }

    @Test func `sealing replaces the descriptor and leaves no other file`() throws {
        let folder = place["out"]
        try Xiangyin.seed().write(to: folder)
        let table = folder.appending("townships.csv")
        let old = String(decoding: try RegularFile.read(table, limit: 1 << 20), as: UTF8.self)
        try write(Array(old.replacing("dongtangzhen,,1", with: "dongtangzhen,430624103,1").utf8), to: table)
        #expect(refusal(try EditionFiles(folder: folder)).hasPrefix("townships.csv: "))
        try EditionPackage.seal(try EditionFiles(folder: folder)).replaceDescriptor(in: folder)
        let edition = try EditionPackage.read(try EditionFiles(folder: folder), origin: .unsigned).edition
        #expect(edition.townships[0].code == "430624103")
        #expect(names(in: folder) == (try Xiangyin.seed().files.keys.sorted()))
    }
}
