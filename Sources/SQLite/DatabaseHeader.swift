/// The beginning of a database file (https://www.sqlite.org/fileformat.html#the_database_header), read without SQLite.
package struct DatabaseHeader: Sendable {
    /// What a program says the file is; `GPKG` for a GeoPackage.
    package let applicationID: Int
    /// The program's own number of the layout.
    package let userVersion: Int
    /// Bytes of all pages that the header counts.
    package let fileSize: Int
    /// Writers keep a log beside the file (`-wal`).
    package let usesLog: Bool

    package static let magic = Array("SQLite format 3\0".utf8)
    /// Bytes of a header.
    package static let size = 100
    /// Where the versions of the file format for writing and for reading are, a byte each: 2 with a log, 1 without.
    package static let logVersions = 18..<20
    package static let userVersionOffset = 60
    package static let applicationIDOffset = 68

    /// Whether a file that begins like this (16 bytes are enough) is a database.
    package static func begins(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.prefix(magic.count).elementsEqual(magic)
    }

    /// Nil where these are not a database's first 100 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.size, Self.begins(bytes) else { return nil }
        func number(_ place: Int, _ count: Int) -> Int {
            var number = 0
            for index in place..<place + count { number = number << 8 | Int(bytes[index]) }
            return number
        }
        // A page size of 65,536 does not fit its two bytes and is written as 1.
        let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
        fileSize = pageSize * number(28, 4)
        usesLog = bytes[18] == 2 || bytes[19] == 2
        userVersion = number(Self.userVersionOffset, 4)
        applicationID = number(Self.applicationIDOffset, 4)
    }
}
